"""Writers: blocks become PDF, DOCX, HTML and text."""
