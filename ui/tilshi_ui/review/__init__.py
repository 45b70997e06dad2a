"""The review view: what differs since the last approval, and what is said to it."""
