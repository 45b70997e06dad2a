"""Word files (ECMA-376, Office Open XML) from a laid-out document. Imports lxml: import it late."""

from tilshi.export.docx.reading import read_text
from tilshi.export.docx.writer import write_docx

__all__ = ["read_text", "write_docx"]
