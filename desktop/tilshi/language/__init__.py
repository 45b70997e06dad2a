"""What is true of a language: its tokens, sentences, dates, numbers and quotation marks."""
