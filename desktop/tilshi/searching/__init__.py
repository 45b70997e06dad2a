"""Finding and replacing in a release: by letters, by pattern, by any form of a word."""
