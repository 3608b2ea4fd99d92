"""What readers are told of a file before they open it: its kind and its size, in words."""

from pathlib import PurePosixPath

from generator.words import words_of

_PAGES = ".md"
_KILO, _MEGA = 1_000, 1_000_000


def file_facts(uri: str, size: int) -> str:
    """The kind and size of a file in brackets: ``(PDF 120 กิโลไบต์)``; nothing of a page.

    Args:
        uri: where it stands among the documents.
        size: in bytes.
    """
    suffix = PurePosixPath(uri).suffix
    if suffix == _PAGES:
        return ""
    said = words_of("document")["file"]
    told: str = said["facts"].format(kind=suffix.removeprefix(".").upper(), size=_size(size))
    return told


def _size(size: int) -> str:
    said = words_of("document")["file"]
    if size < _MEGA - _KILO // 2:
        return str(said["kilobytes"].format(count=max(1, round(size / _KILO))))
    return str(said["megabytes"].format(count=f"{size / _MEGA:,.1f}"))
