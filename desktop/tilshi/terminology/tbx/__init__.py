"""TBX (ISO 30042): versions 2 and 3 in, in either style; TBX-Basic version 3 out, and back without loss."""

from tilshi.terminology.tbx.reading import ReadTermbase, read_tbx
from tilshi.terminology.tbx.writing import write_tbx

__all__ = ["ReadTermbase", "read_tbx", "write_tbx"]
