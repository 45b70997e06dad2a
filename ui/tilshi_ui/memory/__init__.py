"""The translation memory behind the window: asked and fed off the GUI thread."""
