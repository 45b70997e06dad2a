"""Dialogs: few and plain."""
