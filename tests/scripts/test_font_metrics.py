"""The committed metrics are those of the committed fonts."""

import json
from pathlib import Path

from fontTools.ttLib import TTFont

from generator.writers.rasters import FONTS as FONTS_FOR_PICTURES
from scripts.build_fonts import FONTS, METRICS, PINNED, uncompressed
from scripts.font_metrics import measure_fonts


def test_committed_metrics_are_those_of_the_committed_fonts() -> None:
    fonts = {weight: (FONTS / f"sarabun-{weight}.woff2").read_bytes() for weight in PINNED["weights"]}
    assert json.loads(METRICS.read_text(encoding="utf-8")) == measure_fonts(fonts)


def test_pictures_are_drawn_in_the_same_fonts() -> None:
    assert len(FONTS_FOR_PICTURES) == len(PINNED["weights"])
    for font in FONTS_FOR_PICTURES:
        assert font.read_bytes() == uncompressed((FONTS / f"{font.stem}.woff2").read_bytes())


def test_fonts_hold_thai_latin_and_their_licence() -> None:
    for file in sorted(FONTS.glob("*.woff2")):
        characters = set(TTFont(file).getBestCmap())
        assert characters >= {
            *range(0x0E01, 0x0E3B),
            *range(0x0E3F, 0x0E5C),
            *range(0x20, 0x7F),
            *range(0xA0, 0x100),
        }
    assert "SIL OPEN FONT LICENSE" in Path(FONTS / "OFL.txt").read_text(encoding="utf-8")


def test_the_package_is_pinned_by_version_and_hash() -> None:
    assert PINNED["integrity"].startswith("sha512-")
    assert PINNED["version"].count(".") == 2
