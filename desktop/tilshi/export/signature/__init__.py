"""Electronic signatures of PDF files (PAdES B-B, ETSI EN 319 142-1): made and verified without a network."""
