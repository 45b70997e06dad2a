"""The panel of remarks."""
