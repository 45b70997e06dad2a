"""The rows in which a release is read and written."""
