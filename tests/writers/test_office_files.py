"""A file in which somebody worked is told from one that an export wrote; whatever it is, nothing breaks."""

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from generator.writers.office_files import PROGRAM, is_untouched


def _file(core: str, name: str = "docProps/core.xml", year: int = 1980) -> bytes:
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        archive.writestr(ZipInfo(name, (year, 1, 1, 0, 0, 0)), core, ZIP_DEFLATED)
    return written.getvalue()


def test_what_was_saved_by_another_program_was_worked_in() -> None:
    assert is_untouched(_file(f"<cp:lastModifiedBy>{PROGRAM}</cp:lastModifiedBy>"))
    assert not is_untouched(_file("<cp:lastModifiedBy>Somebody</cp:lastModifiedBy>"))
    assert not is_untouched(_file("<cp:lastModifiedBy/>"))
    assert not is_untouched(_file(f"<cp:lastModifiedBy>{PROGRAM}</cp:lastModifiedBy>", year=2026))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        b"mine",
        _file("x", "other.xml"),
        _file(f"<cp:lastModifiedBy>{PROGRAM}</cp:lastModifiedBy>" + " " * 1_000_000),
        _file(f"<cp:lastModifiedBy>{PROGRAM}</cp:lastModifiedBy>")[:-30],
    ],
)
def test_anything_else_is_somebody_elses(content: bytes) -> None:
    assert not is_untouched(content)
