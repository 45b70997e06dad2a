"""As much of JSON Schema as the schema of a report needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_TYPES = {"object": dict, "array": list, "string": str, "integer": int}


def violations(value: Any, schema: dict[str, Any], definitions: dict[str, Any], place: str = "") -> Iterator[str]:
    """Where a value is not what the schema says, and why."""
    schema = definitions[schema["$ref"]] if "$ref" in schema else schema
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: {value!r} is none of {schema['enum']}"
    if "type" in schema and (not isinstance(value, _TYPES[schema["type"]]) or isinstance(value, bool)):
        yield f"{place}: {value!r} is no {schema['type']}"
        return
    if isinstance(value, dict):
        yield from _of_object(value, schema, definitions, place)
    if isinstance(value, list):
        if schema.get("uniqueItems") and any(item in value[:at] for at, item in enumerate(value)):
            yield f"{place}: an item is there twice"
        for at, item in enumerate(value):
            yield from violations(item, schema.get("items", {}), definitions, f"{place}[{at}]")
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{place}: {value!r} does not fit {schema['pattern']}"
    if isinstance(value, int) and value < schema.get("minimum", value):
        yield f"{place}: {value} is too small"


def _of_object(value: dict[str, Any], schema: dict[str, Any], definitions: dict[str, Any], place: str) -> Iterator[str]:
    known = schema.get("properties", {})
    yield from (f"{place}.{name}: missing" for name in schema.get("required", ()) if name not in value)
    for name, each in value.items():
        if name not in known and schema.get("additionalProperties") is False:
            yield f"{place}.{name}: not known"
        yield from violations(each, known.get(name, schema.get("values", {})), definitions, f"{place}.{name}")
