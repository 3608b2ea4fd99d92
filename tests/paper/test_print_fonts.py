"""The print fonts: a glyph for all that may be set, as wide as the typeface's own letters are together."""

import unicodedata
from functools import cache

import pytest
from fontTools.ttLib import TTFont

from generator.data_files import read_json_data
from generator.paper.chart_nodes import EM
from generator.paper.letters import FONTS
from generator.thai import text_width
from scripts.build_print_fonts import BOXES, FAMILY, HAIR, cluster_texts

WEIGHTS = {"400": False, "700": True}


@cache
def font_of(weight: str) -> TTFont:
    return TTFont(FONTS / f"sarabun-print-{weight}.ttf")


@pytest.mark.parametrize("weight", WEIGHTS)
def test_every_code_point_has_a_glyph(weight: str) -> None:
    data, cmap = read_json_data(FONTS / "clusters.json"), font_of(weight).getBestCmap()
    codes = [data["first"] + at for at in range(len(data["texts"]) + 2 + BOXES)]
    *_, space, hyphen, first_box = codes[: len(codes) - BOXES + 1]
    assert (data["kept_space"], data["kept_hyphen"], data["boxes"]) == (space, hyphen, [first_box, BOXES])
    assert [code for code in codes if code not in cmap] == []
    assert len({cmap[code] for code in codes}) == len(codes)
    assert [each for each in data["characters"] if ord(each) not in cmap] == []


@pytest.mark.parametrize("weight", WEIGHTS)
def test_clusters_are_as_wide_as_their_letters(weight: str) -> None:
    """By the measurements by which lines of charts are broken."""
    data, font = read_json_data(FONTS / "clusters.json"), font_of(weight)
    cmap, widths, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    assert em / 1000 == EM
    for text, codes in data["clusters"].items():
        width = sum(widths[cmap[ord(code)]][0] for code in codes) / 1000
        assert width == pytest.approx(text_width(text, 1.0, WEIGHTS[weight]), abs=0.002), text


def test_clusters_are_spelled_as_they_read() -> None:
    data = read_json_data(FONTS / "clusters.json")
    for text, codes in data["clusters"].items():
        assert "".join(data["texts"][ord(code) - data["first"]] for code in codes) == text


@pytest.mark.parametrize("weight", WEIGHTS)
def test_what_has_a_mark_in_its_text_has_hardly_any_width(weight: str) -> None:
    """Else pdf.js finds spaces behind it."""
    data, font = read_json_data(FONTS / "clusters.json"), font_of(weight)
    cmap, widths = font.getBestCmap(), font["hmtx"]
    for at, text in enumerate(data["texts"]):
        has_mark = any(unicodedata.category(letter) == "Mn" for letter in text)
        is_wide = widths[cmap[data["first"] + at]][0] > HAIR
        assert is_wide is not has_mark, text


def test_the_list_is_of_this_script() -> None:
    assert list(read_json_data(FONTS / "clusters.json")["clusters"]) == list(cluster_texts())


@pytest.mark.parametrize("weight", WEIGHTS)
def test_their_name_is_their_own(weight: str) -> None:
    names = {str(each) for each in font_of(weight)["name"].names if each.nameID in {1, 16}}
    assert names == {FAMILY}


def test_the_licence_stands_beside_them() -> None:
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8").upper()
