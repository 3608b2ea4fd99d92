"""The pictures that chats show: of what, when they are drawn, and that a build never depends on them."""

import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from generator.charts.charts import draw_charts
from generator.document import documents_of, open_book
from generator.indexes.indexes import Indexes
from generator.model import FormerIds, Manual
from generator.writers import previews, rasters
from generator.writers.heads import Heads
from generator.writers.previews import HEIGHT, WIDTH, Previews, preview_files, previews_for
from generator.writers.publication import Publication
from generator.writers.registry import made_uris, written_files
from tests.support.every_field import every_field_manual
from tests.support.showcase import SHOWCASE_DAY, showcase_manual

SITE = "https://a.example/edition/"


def nothing(_: str) -> None:
    """What stands on a site that is built for the first time."""


@pytest.fixture(autouse=True)
def _forgetting() -> Iterator[None]:
    """Begin each test as a process does."""
    caches = rasters.can_draw, rasters.png_of
    for each in caches:
        each.cache_clear()
    yield
    for each in caches:
        each.cache_clear()


def published(
    manual: Manual, earlier: Callable[[str], bytes | None] | None = nothing, site_url: str = SITE
) -> Publication:
    """A manual as a build publishes it."""
    book = open_book(Indexes(manual, SHOWCASE_DAY))
    charts = draw_charts(manual)
    return Publication(
        book, tuple(documents_of(book)), charts, site_url, previews=previews_for(site_url, earlier)
    )


def pixels(picture: bytes) -> tuple[int, int, set[bytes]]:
    """A PNG's width and height, and the bytes of its rows without their filters' kinds; every sum in it is checked."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    at, parts = 8, dict[bytes, bytes]()
    while at < len(picture):
        (length,) = struct.unpack_from(">I", picture, at)
        kind, data = picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        (told,) = struct.unpack_from(">I", picture, at + 8 + length)
        assert told == zlib.crc32(kind + data)
        parts[kind] = parts.get(kind, b"") + data
        at += 12 + length
    assert list(parts)[-1] == b"IEND"
    width, height = struct.unpack_from(">II", parts[b"IHDR"])
    rows, size = zlib.decompress(parts[b"IDAT"]), width * 4 + 1
    return width, height, {rows[start : start + size] for start in range(0, len(rows), size)}


@pytest.mark.parametrize("manual", [showcase_manual, partial(every_field_manual, str)])
def test_every_procedure_with_a_chart_has_one_of_the_size_that_heads_tell(
    manual: Callable[[], Manual],
) -> None:
    publication = published(manual())
    files = preview_files(publication)
    charted = {placed.id for placed in publication.procedures.values() if placed.steps}
    assert files.keys() == {f"s/{each}.png" for each in charted}
    for picture in files.values():
        width, height, rows = pixels(picture)
        assert (width, height) == (WIDTH, HEIGHT)
        assert len(rows) > HEIGHT / 5  # text and a chart, not one colour
    assert files.keys() <= made_uris(publication)
    assert all(
        Heads(publication).head(uri).picture == (f"{SITE}s/{placed.id}.png" if placed.steps else "")
        for uri, placed in publication.procedures.items()
    )


def test_a_picture_stands_where_it_stood_before_its_procedure_was_renamed() -> None:
    manual = showcase_manual()
    ids = [each.id for each in manual.procedures() if each.steps]
    former = FormerIds.of(
        [
            ("procedure", "first-name", "second-name"),
            ("procedure", "second-name", ids[0]),
            ("procedure", ids[1], ids[0]),  # which is a procedure again: its picture is its own
        ]
    )
    publication = published(replace(manual, former=former))
    files = preview_files(publication)
    assert files.keys() == {f"s/{each}.png" for each in (*ids, "first-name", "second-name")}
    assert files["s/first-name.png"] == files["s/second-name.png"] == files[f"s/{ids[0]}.png"]
    assert files[f"s/{ids[1]}.png"] != files[f"s/{ids[0]}.png"]
    assert files.keys() <= made_uris(publication)


def test_the_same_manual_gives_the_same_bytes() -> None:
    first = preview_files(published(showcase_manual()))
    rasters.png_of.cache_clear()
    assert preview_files(published(showcase_manual())) == first


def test_what_the_site_has_is_not_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = preview_files(published(showcase_manual()))
    again = published(showcase_manual(), first.get)
    monkeypatch.setattr(previews, "png_of", lambda _: pytest.fail("it is there already"))
    assert preview_files(again) == first


@pytest.mark.parametrize(
    "spoil",
    [
        lambda picture: picture[:-9],
        lambda picture: picture.replace(b"IDAT", b"IDAX", 1),
        lambda _: b"",
        lambda _: b"no picture",
    ],
    ids=["cut off", "changed", "empty", "another"],
)
def test_what_is_not_whole_is_drawn_anew(spoil: Callable[[bytes], bytes]) -> None:
    first = preview_files(published(showcase_manual()))
    spoilt = {uri: spoil(picture) for uri, picture in first.items()}
    assert preview_files(published(showcase_manual(), spoilt.get)) == first


def test_what_was_drawn_of_something_else_is_drawn_anew() -> None:
    first = preview_files(published(showcase_manual()))
    (one, other), one_picture = list(first)[:2], next(iter(first.values()))
    swapped = {one: first[other], other: one_picture}
    assert preview_files(published(showcase_manual(), swapped.get)) == first


@pytest.mark.parametrize(("site_url", "earlier"), [("", nothing), (SITE, None)], ids=["nowhere", "preview"])
def test_none_is_drawn_where_none_is_wanted(
    site_url: str, earlier: Callable[[str], bytes | None] | None
) -> None:
    publication = published(showcase_manual(), earlier, site_url)
    assert publication.previews is None
    assert_without_pictures(publication)


@pytest.mark.parametrize("lacks", ["library", "fonts", "letters"])
def test_a_build_does_without_where_none_can_be_drawn(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lacks: str
) -> None:
    letterless = tmp_path / "letterless.ttf"
    letterless.write_bytes(b"no font")
    match lacks:
        case "library":
            monkeypatch.setattr(rasters, "_LIBRARY", "no_such_library")
        case "fonts":
            monkeypatch.setattr(rasters, "FONTS", (tmp_path / "missing.ttf",))
        case "letters":
            monkeypatch.setattr(rasters, "FONTS", (letterless,))
    assert_without_pictures(published(showcase_manual()))


def test_a_picture_that_fails_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    publication = published(showcase_manual())
    monkeypatch.setattr(previews, "png_of", lambda _: None)
    assert preview_files(publication) == {}
    assert rasters.png_of("no drawing") is None


def assert_without_pictures(publication: Publication) -> None:
    """Nothing is said of pictures, and none is written."""
    assert not [uri for uri, _ in written_files(publication, {}) if uri.endswith(".png")]
    assert not [uri for uri in made_uris(publication) if uri.endswith(".png")]
    assert {Heads(publication).head(uri).picture for uri in publication.procedures} == {""}


def test_pages_that_are_made_elsewhere_bring_theirs() -> None:
    publication = published(showcase_manual())
    made = {uri: forms for uri in publication.procedures if (forms := publication.forms(uri))}
    assert {uri: forms.preview for uri, forms in made.items() if forms.preview} == {
        uri: preview_files(publication)[f"s/{placed.id}.png"]
        for uri, placed in publication.procedures.items()
        if placed.steps
    }


def test_the_seal_is_the_only_thing_that_is_added() -> None:
    publication = published(showcase_manual())
    placed = next(placed for placed in publication.procedures.values() if placed.steps)
    picture = Previews(nothing).picture(publication, placed)
    assert picture is not None
    assert picture.count(b"tEXtkhumue-seal\0") == 1
