"""Encrypted drafts in the window: entering keys, deciding who can open a draft, locking it when nobody is there."""
