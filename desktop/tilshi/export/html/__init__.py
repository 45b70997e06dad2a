"""HTML for the web: one page that needs nothing else, and runs nothing."""

from tilshi.export.html.writer import write_html

__all__ = ["write_html"]
