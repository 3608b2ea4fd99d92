"""The committed metrics are those of the committed fonts."""

import json
import re
from pathlib import Path

from fontTools.ttLib import TTFont

from generator.writers.rasters import FONTS as FONTS_FOR_PICTURES
from scripts.build_fonts import FONTS, METRICS, PINNED, ROOT, code_points
from scripts.font_metrics import measure_fonts

STYLES = "generator/site/styles/letters.css"


def test_committed_metrics_are_those_of_the_committed_fonts() -> None:
    fonts = {
        weight: font.read_bytes()
        for weight, font in zip(PINNED["weights"], sorted(FONTS_FOR_PICTURES), strict=True)
    }
    assert json.loads(METRICS.read_text(encoding="utf-8")) == measure_fonts(fonts)


def test_readers_get_every_letter_of_the_fonts_that_draw_pictures_as_wide_as_it_is_measured() -> None:
    for weight, drawn in zip(PINNED["weights"], sorted(FONTS_FOR_PICTURES), strict=True):
        everywhere, more = (TTFont(FONTS / f"sarabun-{weight}{name}.woff2") for name in ("", "-more"))
        assert not {*everywhere.getBestCmap()} & {*more.getBestCmap()}
        assert widths(everywhere) | widths(more) == widths(TTFont(drawn))


def printed(font: TTFont) -> set[int]:
    """The characters of a font, without signs for machines."""
    return {code for code in font.getBestCmap() if code >= ord(" ")}


def widths(font: TTFont) -> dict[int, int]:
    """How wide each character is."""
    return {code: font["hmtx"][glyph][0] for code, glyph in font.getBestCmap().items()}


def test_what_every_page_fetches_holds_thai_and_its_company_and_is_light() -> None:
    for weight in PINNED["weights"]:
        file = FONTS / f"sarabun-{weight}.woff2"
        assert set(TTFont(file).getBestCmap()) >= {
            *range(0x0E01, 0x0E3B),
            *range(0x0E3F, 0x0E5C),
            *range(0x20, 0x7F),
            *map(ord, "·–—“”‘’…«»¶×\N{NO-BREAK SPACE}"),
        }
        assert file.stat().st_size <= 15_000
    assert "SIL OPEN FONT LICENSE" in Path(FONTS / "OFL.txt").read_text(encoding="utf-8")


def test_rarer_letters_are_fetched_where_they_stand() -> None:
    """The styles say of which letters those files are: none that they have is left out."""
    told = re.findall(r"unicode-range: ([^;]+);", (ROOT / STYLES).read_text(encoding="utf-8"))
    assert len(told) == 2 * len(PINNED["weights"]) + 1
    for ranges in told[:-1]:
        named = {code for each in ranges.split(", ") for code in code_points(each.removeprefix("U+"))}
        for weight in PINNED["weights"]:
            assert printed(TTFont(FONTS / f"sarabun-{weight}-more.woff2")) <= named


def test_the_package_is_pinned_by_version_and_hash() -> None:
    assert PINNED["integrity"].startswith("sha512-")
    assert PINNED["version"].count(".") == 2
