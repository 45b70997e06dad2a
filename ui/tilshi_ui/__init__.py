"""The window of Tilshi: Qt, and nothing but Qt."""
