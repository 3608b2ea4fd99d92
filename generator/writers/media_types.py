"""The media types of the files that stand beside the pages, by how they end (``media_types.json``)."""

from functools import cache
from pathlib import Path, PurePosixPath

from generator.data_files import read_json_data

_UNKNOWN = "application/octet-stream"


def media_type(uri: str) -> str:
    """The media type of a file: ``text/csv`` of ``status.csv``."""
    return _types().get(PurePosixPath(uri).suffix, _UNKNOWN)


@cache
def _types() -> dict[str, str]:
    types: dict[str, str] = read_json_data(Path(__file__).with_suffix(".json"))
    return types
