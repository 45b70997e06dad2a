"""Draft files: their format, how they are saved without loss, and how everything is found again after one."""

from tilshi.drafts.draft import SUFFIX, Draft, DraftConflict, is_draft, open_draft, parse_draft, save_draft

__all__ = ["SUFFIX", "Draft", "DraftConflict", "is_draft", "open_draft", "parse_draft", "save_draft"]
