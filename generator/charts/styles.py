"""The look of the charts: sizes from ``data/sizes.yml``, colours from ``data/colours.yml``, and who gets which."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from jinja2 import Template
from pydantic import TypeAdapter

from generator.charts.words import chart_words
from generator.data_files import data_text, read_data
from generator.model import Role, RoleKind

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How one kind of text is set: font size and line pitch in px, and whether it is bold."""

    size: float
    pitch: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Sizes:
    """Every measure of a chart in px; ``data/sizes.yml`` says what each is."""

    text: TextStyle
    role: TextStyle
    label: TextStyle
    terminator: TextStyle
    link: TextStyle
    number: TextStyle
    heading: TextStyle
    caption: TextStyle
    column_width: float
    narrow_column_width: float
    side_width: float
    column_gap: float
    row_gap: float
    overview_row_gap: float
    overview_indent: float
    band_padding: float
    band_title_gap: float
    band_title_padding: float
    band_gap: float
    lane_width: float
    row_width: float
    row_end_width: float
    row_padding: float
    row_margin: float
    lane_padding: float
    lane_row: float
    margin: float
    phone_width: float
    least_type: float
    tallest_on_paper: float
    paper_width: float
    paper_height: float
    padding_x: float
    padding_y: float
    side_bar: float
    slant: float
    delay_curve: float
    stored_curve: float
    wave: float
    diamond_padding: float
    diamond_padding_inside: float
    diamond_inset: float
    diamond_narrowest: float
    diamond_widest: float
    diamond_lowest: float
    chip_padding_x: float
    chip_height: float
    terminator_padding_x: float
    terminator_narrowest: float
    terminator_widest: float
    terminator_height: float
    connector: float
    connector_padding_x: float
    connector_widest: float
    connector_stub: float
    badge: float
    badge_padding_x: float
    badge_overlap: float
    role_bar: float
    most_steps_in_a_branch: int
    widest_fork: float
    narrowest_fork: float
    narrowest_branch: float
    branch_gap: float
    below_branch: float
    parallel_padding_y: float
    label_width: float
    label_padding_x: float
    label_padding_y: float
    label_gap: float
    down_label_width: float
    stub: float
    lane_gap: float
    lane_from_column: float
    port_gap: float
    corner: float
    arrow_length: float
    arrow_width: float


def _data(name: str) -> object:
    return read_data(_DATA / name)


SIZES = TypeAdapter(Sizes).validate_python(_data("sizes.yml"))
FONTS = "Sarabun,'TH Sarabun New','Noto Sans Thai',sans-serif"
COLOURS = TypeAdapter(dict[str, dict[str, dict[str, str]]]).validate_python(_data("colours.yml"))
"""By group (surfaces, outlines, texts, roles) and name: the light and the dark colour; of a role's also its kind."""


def chart_styles() -> str:
    """What charts need on pages, beside the light colours that they hold themselves."""
    return data_text(_DATA / "chart.css")


def dark_chart_styles() -> str:
    """The dark colours of charts, on pages whose body has the dark scheme of the sites' theme."""
    return _dark_sheet(_dark_colours())


def dark_mark_styles() -> str:
    """The same of what marks steps that differ between two editions, beside `dark_chart_styles`."""
    return _dark_sheet(_dark_marks())


def role_styles() -> str:
    """The colours of those who act, for what stands beside charts: in the property ``--khumue-role``."""
    text = data_text(_DATA / "roles.css.jinja")
    sheet: str = Template(text, trim_blocks=True, lstrip_blocks=True).render(colours=COLOURS["roles"])
    return sheet


def line_colours() -> Mapping[str, str]:
    """The colours of lines on paper: those of others (``line``), and of those that lead back (``return``)."""
    return {name: COLOURS["outlines"][name]["light"] for name in ("line", "return")}


def role_colours(roles: Iterable[str], catalogue: Mapping[str, Role]) -> dict[str, str]:
    """Give each role of a procedure a colour of its own, as long as there are enough: the same in all procedures.

    Where two of a procedure would have the same, the one that stands first in the catalogue keeps it.

    Args:
        roles: role ids, repetitions and unknown ones allowed.
        catalogue: what is known of each role of the manual, in its order.

    Returns:
        By role id the name of a colour in `COLOURS`' roles.
    """
    palette, asked = COLOURS["roles"], set(roles)
    own = {kind: [name for name in palette if palette[name]["kind"] == kind] for kind in RoleKind}
    turns = {kind: cycle(names or palette) for kind, names in own.items()}
    free: list[str] = []
    given: dict[str, str] = {}
    for role, known in catalogue.items():
        colour = next(turns[known.kind])
        if role in asked:
            free = free or list(palette)
            of_kind = (name for name in own[known.kind] if name in free)
            given[role] = colour if colour in free else next(of_kind, free[0])
            free.remove(given[role])
    return given


def is_rejecting(label: str) -> bool:
    """Whether an outcome's label says no: what it leads to may stand aside. Its colour is another thing."""
    return label.startswith(tuple(chart_words().rejecting)) and not label.startswith(
        tuple(chart_words().not_rejecting)
    )


def _dark_sheet(colours: Iterable[tuple[str, str, str]]) -> str:
    """The style sheet for classes, CSS properties, and dark colours; what looks the same is told together."""
    groups = defaultdict[tuple[str, str], list[str]](list)
    for part, css, colour in colours:
        groups[css, colour].append(f".{part}")
    text = data_text(_DATA / "dark.css.jinja")
    sheet: str = Template(text, trim_blocks=True, lstrip_blocks=True).render(groups=groups)
    return sheet


def _dark_colours() -> Iterator[tuple[str, str, str]]:
    """The class of each part of charts, the CSS property that its colour is for, and its dark colour."""
    outlines = COLOURS["outlines"]
    for group, name, css in (
        ("surfaces", "surface", "fill"),
        ("outlines", "outline", "stroke"),
        ("texts", "text", "fill"),
        ("roles", "role", "fill"),
    ):
        yield from ((f"{name}-{key}", css, pair["dark"]) for key, pair in COLOURS[group].items())
    yield from ((f"arrow-{name}", "fill", outlines[name]["dark"]) for name in ("line", "return"))
    yield "role-none", "fill", outlines["symbol"]["dark"]


def _dark_marks() -> Iterator[tuple[str, str, str]]:
    """The same of marks."""
    for name, pair in COLOURS["marks"].items():
        yield f"mark-{name}", "stroke", pair["dark"]
        yield f"mark-badge-{name}", "fill", pair["dark"]
    yield "mark-sign", "stroke", COLOURS["texts"]["on-badge"]["dark"]
