"""Electronic signatures in the window: made with exports, verified where a PDF is dropped."""
