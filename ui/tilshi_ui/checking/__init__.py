"""What the checks find, kept up to date while somebody writes."""
