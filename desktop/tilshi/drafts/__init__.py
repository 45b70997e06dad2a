"""Draft files: their format, and how they are saved without loss."""

from tilshi.drafts.draft import SUFFIX, Draft, DraftConflict, is_draft, open_draft, parse_draft, save_draft

__all__ = ["SUFFIX", "Draft", "DraftConflict", "is_draft", "open_draft", "parse_draft", "save_draft"]
