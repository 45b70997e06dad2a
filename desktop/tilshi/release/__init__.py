"""The release itself: its values, the edits that change it, and the session that keeps its history."""
