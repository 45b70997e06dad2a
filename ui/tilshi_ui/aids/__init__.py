"""What helps while one writes: substitutions, digits, capitals, words that were used before."""
