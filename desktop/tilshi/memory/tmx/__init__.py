"""TMX 1.4b: units in and out."""

from tilshi.memory.tmx.reading import read_memory, units_from
from tilshi.memory.tmx.writing import Written, write_memory

__all__ = ["Written", "read_memory", "units_from", "write_memory"]
