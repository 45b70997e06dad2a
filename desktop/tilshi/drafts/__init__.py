"""Draft files: their format, and how they are saved without loss."""
