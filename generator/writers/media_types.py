"""The media types of the files that stand beside the pages, by how they end (``media_types.json``)."""

import json
from functools import cache
from pathlib import Path, PurePosixPath

_UNKNOWN = "application/octet-stream"


def media_type(uri: str) -> str:
    """The media type of a file: ``text/csv`` of ``status.csv``."""
    return _types().get(PurePosixPath(uri).suffix, _UNKNOWN)


@cache
def _types() -> dict[str, str]:
    types: dict[str, str] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    return types
