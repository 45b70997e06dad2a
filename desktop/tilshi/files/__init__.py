"""Bounded reading and atomic replacing of files: the ground under every format that is opened or written."""
