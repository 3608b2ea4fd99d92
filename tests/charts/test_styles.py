"""Colours: readable on what they stand on, the same in both files, and one for each role."""

import re

import pytest

from generator.charts.styles import COLOURS, dark_chart_styles, dark_mark_styles, is_rejecting, role_colours
from generator.diff import comparison_styles
from generator.model.catalogue import Role

TEXT_CONTRAST, LINE_CONTRAST = 4.5, 3.0
SCHEMES = ("light", "dark")
ON = {
    "ink": ["step", "document", "decision", "predefined-process", "connector", "band-title"],
    "on-terminator": ["terminator", "terminator-bad", "terminator-neutral"],
    "label": ["label", "connector", "band"],
    "accept": ["accept-label", "band"],
    "reject": ["reject-label", "band"],
    "link": ["connector"],
}
"""By text, the surfaces that it stands on; labels on lines stand on the page itself too."""
STEPS = [surface for surface in ON["ink"] if surface != "band-title"]


def luminance(colour: str) -> float:
    """The relative luminance of ``#rrggbb``, as WCAG 2 defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, as WCAG 2 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_texts_are_readable_on_their_surfaces(scheme: str) -> None:
    page = COLOURS["outlines"]["around"][scheme]
    for text, surfaces in ON.items():
        for surface in surfaces:
            assert (
                contrast(COLOURS["texts"][text][scheme], COLOURS["surfaces"][surface][scheme])
                >= TEXT_CONTRAST
            )
    for tone in ("label", "accept", "reject"):
        assert contrast(COLOURS["texts"][tone][scheme], page) >= TEXT_CONTRAST


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("role", COLOURS["roles"])
def test_roles_are_readable_on_every_step_and_numbers_on_every_role(role: str, scheme: str) -> None:
    colour = COLOURS["roles"][role][scheme]
    for surface in STEPS:
        assert contrast(colour, COLOURS["surfaces"][surface][scheme]) >= TEXT_CONTRAST, surface
    assert contrast(COLOURS["texts"]["on-badge"][scheme], colour) >= TEXT_CONTRAST


@pytest.mark.parametrize("scheme", SCHEMES)
def test_lines_stand_out_from_the_page(scheme: str) -> None:
    page = COLOURS["outlines"]["around"][scheme]
    for name, pair in COLOURS["outlines"].items():
        assert name == "around" or contrast(pair[scheme], page) >= LINE_CONTRAST, name


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("mark", COLOURS["marks"])
def test_marks_stand_out_from_every_symbol_and_signs_from_every_mark(mark: str, scheme: str) -> None:
    colour = COLOURS["marks"][mark][scheme]
    for surface in STEPS:
        assert contrast(colour, COLOURS["surfaces"][surface][scheme]) >= LINE_CONTRAST, surface
    assert contrast(colour, COLOURS["outlines"]["around"][scheme]) >= LINE_CONTRAST
    assert contrast(COLOURS["texts"]["on-badge"][scheme], colour) >= TEXT_CONTRAST


def told_by(sheet: str) -> dict[str, tuple[str, str]]:
    """The CSS property and the colour that a style sheet gives each class on dark pages, on screen only."""
    assert sheet.startswith("@media screen {")
    rules = re.findall(r'"slate"\] \.khumue-chart :is\((.+)\) \{ (\w+): (#\w{6}); \}', sheet)
    assert len(rules) == len({(css, colour) for _, css, colour in rules}) == sheet.count(";")
    names = [name for parts, _, _ in rules for name in parts.split(", ")]
    assert len(names) == len(set(names))
    return {name[1:]: (css, colour) for parts, css, colour in rules for name in parts.split(", ")}


def test_every_colour_of_the_palette_is_dark_on_dark_pages_and_only_on_screen() -> None:
    told = told_by(dark_chart_styles())
    for group, kind in (
        ("surfaces", "surface"),
        ("outlines", "outline"),
        ("texts", "text"),
        ("roles", "role"),
    ):
        for name, pair in COLOURS[group].items():
            assert told[f"{kind}-{name}"] == ("stroke" if kind == "outline" else "fill", pair["dark"])
    assert told["role-none"] == ("fill", COLOURS["outlines"]["symbol"]["dark"])


def test_marks_are_dark_on_dark_pages_where_editions_are_compared() -> None:
    told = told_by(dark_mark_styles())
    for name, pair in COLOURS["marks"].items():
        assert told[f"mark-{name}"] == ("stroke", pair["dark"])
        assert told[f"mark-badge-{name}"] == ("fill", pair["dark"])
    assert told["mark-sign"] == ("stroke", COLOURS["texts"]["on-badge"]["dark"])
    assert dark_mark_styles() in comparison_styles()
    assert not told.keys() & told_by(dark_chart_styles()).keys()


def roles_of(**kinds: str) -> dict[str, Role]:
    return {name: Role.model_validate({"title": name, "kind": kind}) for name, kind in kinds.items()}


def test_a_role_has_one_colour_in_all_procedures_and_the_first_of_the_catalogue_keeps_it() -> None:
    catalogue = roles_of(one="unit", two="unit", three="unit", head="person")
    colours = {role: role_colours([role], catalogue)[role] for role in catalogue}
    assert colours["one"] == colours["three"] != colours["two"]
    assert role_colours(["two", "head", "one"], catalogue) == {
        role: colours[role] for role in ("one", "two", "head")
    }
    both = role_colours(["three", "one"], catalogue)
    assert both == {"one": colours["one"], "three": colours["two"]}


def test_roles_take_colours_of_their_kind() -> None:
    catalogue = roles_of(office="unit", director="person", group="unit", board="committee")
    given = role_colours(["group", "director", "group", "office", "board", "unknown"], catalogue)
    kinds = {role: COLOURS["roles"][colour]["kind"] for role, colour in given.items()}
    assert kinds == {"group": "unit", "director": "person", "office": "unit", "board": "committee"}
    assert len(set(given.values())) == 4


def test_every_role_has_a_colour_even_when_there_are_more_than_colours() -> None:
    catalogue = roles_of(**{f"person{number}": "person" for number in range(20)})
    given = role_colours(catalogue, catalogue)
    assert list(given) == list(catalogue)
    assert set(given.values()) == set(COLOURS["roles"])


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("เห็นชอบ", False),
        ("ไม่เห็นชอบ", True),
        ("ไม่เกิน 500,000 บาท", False),
        ("ส่งกลับแก้ไข", True),
        ("ยังไม่ครบ", True),
    ],
)
def test_rejections_are_told_by_how_they_start(label: str, expected: bool) -> None:
    assert is_rejecting(label) is expected
