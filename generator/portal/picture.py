"""The overview picture: a row for each edition, a cell for each procedure, and in it a bar as long as what differs.

What something is can be told from its shape alone: the length of a bar, the dashes around a planned procedure, the
single dash of one that an edition has not. The colours repeat it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from pydantic import TypeAdapter

from generator.data_files import read_data
from generator.diff import percent
from generator.portal.summaries import EditionSummary
from generator.words import words_of

_SCALES = (0.05, 0.1, 0.25, 0.5, 1.0)
"""What a full cell may mean; the smallest that holds every bar is taken."""

_KINDS = ("same", "planned", "absent", "different")
"""The kinds of outlines, from the lowest to the uppermost."""

_MOST_TOLD = 3
"""How many cells of a row are told in words, the fullest first."""


@dataclass(frozen=True, slots=True)
class PictureSizes:
    """Every measure in px; ``data/picture.yml`` says what each is."""

    width: float
    margin: float
    header: float
    most_numbers: int
    every_number: int
    most_labelled: int
    label: float
    row: float
    row_gap: float
    thin_row: float
    thin_gap: float
    thin_left: float
    every_share: int
    cell_gap: float
    narrowest_bar: float
    absent_width: float
    absent_height: float


SIZES = TypeAdapter(PictureSizes).validate_python(read_data(Path(__file__).parent / "data" / "picture.yml"))


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition in the picture.

    Attributes:
        id: the edition's id.
        name: what it is called.
        share: how much of its text differs, in words.
        words: the whole row in words.
        top: where it begins; a label may stand above the cells.
        y: where its cells begin; `height` is theirs.
        is_share_shown: whether a thin row has its share beside it.
    """

    id: str
    name: str
    share: str
    words: str
    top: float
    y: float
    height: float
    is_share_shown: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture, ready to be drawn.

    Attributes:
        width: in px; likewise `height`.
        left: where the cells begin.
        rows: the editions from top to bottom.
        is_thin: whether the rows are too many to be labelled.
        numbers: what stands above the columns: the middle of each and its number.
        paths: the outlines of all cells of one kind together, by kind, those that lie above others last.
        summary: the picture in words.
        full: what a full cell means, in words.
    """

    width: float
    height: float
    left: float
    rows: tuple[EditionRow, ...]
    is_thin: bool
    numbers: tuple[tuple[float, int], ...]
    paths: dict[str, str] = field(default_factory=dict)
    summary: str = ""
    full: str = ""


def draw_overview(editions: Sequence[EditionSummary], procedures: Sequence[str]) -> Picture:
    """Lay the picture out.

    Args:
        editions: the editions, at least one.
        procedures: the ids of the procedures in the order of the columns, at least one.
    """
    is_thin = len(editions) > SIZES.most_labelled
    if is_thin:
        editions = sorted(editions, key=lambda each: -each.drift.share)
    left = SIZES.thin_left if is_thin else SIZES.margin
    cells = _Cells(procedures, left, _full(editions))
    rows, y = [], SIZES.margin + SIZES.header
    for index, edition in enumerate(editions):
        height = SIZES.thin_row if is_thin else SIZES.row
        top, y = y, y + (0 if is_thin else SIZES.label)
        cells.add(edition, y, height)
        is_share_shown = is_thin and index % SIZES.every_share == 0
        share = percent(edition.drift.share)
        rows.append(
            EditionRow(edition.id, edition.name, share, cells.words(edition), top, y, height, is_share_shown)
        )
        y += height + (SIZES.thin_gap if is_thin else SIZES.row_gap)
    return Picture(
        width=SIZES.width,
        height=y + SIZES.margin,
        left=left,
        rows=tuple(rows),
        is_thin=is_thin,
        numbers=tuple(cells.numbers()),
        paths={kind: "".join(cells.paths[kind]) for kind in _KINDS if kind in cells.paths},
        summary=_summary(editions, procedures),
        full=percent(cells.full),
    )


class _Cells:
    """The cells of all rows."""

    def __init__(self, procedures: Sequence[str], left: float, full: float) -> None:
        self.full = full
        self.paths: dict[str, list[str]] = defaultdict(list)
        self._procedures, self._left = procedures, left
        self._width = (SIZES.width - SIZES.margin - left) / len(procedures)

    def numbers(self) -> Iterator[tuple[float, int]]:
        """The middle and the number of each column that has one."""
        every = 1 if len(self._procedures) <= SIZES.most_numbers else SIZES.every_number
        for number in range(1, len(self._procedures) + 1):
            if every == 1 or number == 1 or number % every == 0:
                yield round(self._left + (number - 0.5) * self._width, 1), number

    def add(self, edition: EditionSummary, y: float, height: float) -> None:
        """Draw the cells of an edition."""
        gap = min(SIZES.cell_gap, self._width / 4)
        width = self._width - gap
        for index, procedure in enumerate(self._procedures):
            x, placed = self._left + index * self._width, edition.placed.get(procedure)
            if placed is None:
                dash = SIZES.absent_width * width
                middle = x + (width - dash) / 2, y + (height - SIZES.absent_height) / 2
                self.paths["absent"].append(_box(*middle, dash, SIZES.absent_height))
                continue
            self.paths["planned" if placed.is_planned else "same"].append(_box(x, y, width, height))
            if not placed.drift.is_same:
                bar = max(SIZES.narrowest_bar, min(placed.drift.share / self.full, 1) * width)
                self.paths["different"].append(_box(x, y, min(bar, width), height))

    def words(self, edition: EditionSummary) -> str:
        """A row in words: its fullest cells."""
        words = words_of("portal")["picture"]
        differing = [
            (placed.drift.share, number)
            for number, procedure in enumerate(self._procedures, 1)
            if (placed := edition.placed.get(procedure)) and not placed.drift.is_same
        ]
        if not differing:
            return str(words["row_same"].format(edition=edition.name))
        fullest = sorted(differing, key=lambda each: (-each[0], each[1]))
        told = [
            words["cell"].format(number=number, share=percent(share))
            for share, number in fullest[:_MOST_TOLD]
        ]
        if rest := len(fullest[_MOST_TOLD:]):
            told.append(words["more_cells"].format(count=rest))
        cells = " ".join(told)
        return str(words["row"].format(edition=edition.name, share=percent(edition.drift.share), cells=cells))


def _full(editions: Sequence[EditionSummary]) -> float:
    """What a full cell means."""
    most = max(placed.drift.share for each in editions for placed in each.placed.values())
    return next(scale for scale in _SCALES if most <= scale)


def _summary(editions: Sequence[EditionSummary], procedures: Sequence[str]) -> str:
    """The picture in words: how many, from where to where, and who differs most."""
    words = words_of("portal")["picture"]
    ordered = sorted(editions, key=lambda each: each.drift.share)
    shares = [each.drift.share for each in ordered]
    summary = words["summary"].format(
        editions=len(editions),
        procedures=len(procedures),
        least=percent(shares[0]),
        most=percent(shares[-1]),
        middle=percent(median(shares)),
    )
    names = ", ".join(
        f"{each.name} ({percent(each.drift.share)})"
        for each in reversed(ordered[-_MOST_TOLD:])
        if not each.drift.is_same
    )
    return f"{summary} {words['most_different'].format(names=names)}" if names else str(summary)


def _box(x: float, y: float, width: float, height: float) -> str:
    """A rectangle as a piece of a path."""
    return f"M{x:.4g} {y:.5g}h{width:.3g}v{height:.3g}h-{width:.3g}z"
