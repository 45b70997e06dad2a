"""A release as plain text: from lines to paragraphs, from paragraphs to parts with roles."""
