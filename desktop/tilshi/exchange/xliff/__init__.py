"""XLIFF, which translation tools exchange: 2.0, 2.1 and 1.2 in, 2.1 out (OASIS XLIFF 2.1, 13 February 2018)."""

from tilshi.exchange.xliff.reading import read
from tilshi.exchange.xliff.writing import write

__all__ = ["read", "write"]
