"""The command palette: every command by its name in any language of the interface."""
