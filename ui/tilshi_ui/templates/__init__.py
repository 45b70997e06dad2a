"""The user's own templates: chosen from a list, changed beside their page, handed on as files."""
