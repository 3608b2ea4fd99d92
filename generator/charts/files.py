"""Charts as files under ``flowcharts/``: a pull request shows the picture that changed; the site never reads them.

The first line of each file seals it: a hash of what the chart shows and of the rest of the file. So whether a file
is out of date can be told without drawing anything. Line ends count for nothing: git changes them.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from generator.charts.charts import draw_charts
from generator.charts.flow import BY_ROLE, charts_of
from generator.charts.graph import ChartGraph
from generator.model import Manual, speaking_as
from generator.storage import (
    entries,
    files_below,
    is_folder,
    links_below,
    read_bytes,
    remove_empty_folders,
    remove_file,
    write_file,
)

FOLDER = "flowcharts"
_SEALS = {".svg": "<!-- khumue {} -->", ".gv": "// khumue {}"}


@dataclass(frozen=True, slots=True)
class Changes:
    """What writing the charts changed.

    Attributes:
        written: the files that are new or different, as paths relative to the root, with forward slashes.
        removed: the files that belonged to no chart any more.
    """

    written: tuple[str, ...]
    removed: tuple[str, ...]


def chart_files(manual: Manual) -> dict[str, str]:
    """Draw all charts of an edition as files.

    Args:
        manual: the edition.

    Returns:
        By path relative to the project's root, with forward slashes, the text of each ``.gv`` and ``.svg`` file.

    Raises:
        generator.charts.LayoutError: when there is no Graphviz.
    """
    files = {}
    stems = _stems(manual)
    with speaking_as(manual.settings):
        for key, chart in draw_charts(manual).items():
            if key not in stems:
                continue
            stem, graph = stems[key]
            files[f"{stem}.gv"] = _sealed(".gv", graph, chart.dot)
            files[f"{stem}.svg"] = _sealed(".svg", graph, chart.standalone_svg)
    return files


def write_charts(root: Path, manual: Manual) -> Changes:
    """Write the files of all charts of an edition, and remove those that belong to none any more.

    Args:
        root: the project's root.
        manual: the edition.

    Returns:
        What changed; files that are right already are left alone.

    Raises:
        generator.charts.LayoutError: when there is no Graphviz; then nothing is changed.
        OSError: when a file cannot be written.
    """
    files = chart_files(manual)
    written = []
    for path, text in files.items():
        if _text_of(root, path) != text:
            write_file(root, path, text.encode())
            written.append(path)
    removed = _left_over(root, manual, files)
    for path in removed:
        remove_file(root, path)
    remove_empty_folders(root, f"{FOLDER}/{manual.edition_id}")
    return Changes(tuple(written), tuple(removed))


def remove_other_editions(root: Path, editions: Collection[str]) -> tuple[str, ...]:
    """Remove the chart files of editions that there are no more.

    Args:
        root: the project's root.
        editions: the ids of those that there are.

    Returns:
        The removed files, as paths relative to the root, with forward slashes.

    Raises:
        OSError: when a file cannot be removed.
    """
    drawn = entries(root, FOLDER) if is_folder(root, FOLDER) else ()
    others = [f"{FOLDER}/{each.name}" for each in drawn if each.is_dir() and each.name not in editions]
    removed = [file for folder in others for file in _chart_files_in(root, folder)]
    for file in removed:
        remove_file(root, file)
    for folder in others:
        remove_empty_folders(root, folder)
    return tuple(removed)


def links_among_charts(root: Path) -> tuple[str, ...]:
    """The links of the file system among the chart files, which are neither followed nor replaced.

    Args:
        root: the project's root.

    Returns:
        Their paths relative to the root, with forward slashes.
    """
    return tuple(links_below(root, FOLDER))


def stale_charts(root: Path, manual: Manual) -> list[str]:
    """Find the chart files of an edition that are missing, out of date, changed by hand, or left over.

    Args:
        root: the project's root.
        manual: the edition.

    Returns:
        Their paths relative to the root, with forward slashes, sorted.
    """
    expected = {
        f"{stem}{suffix}": (suffix, graph) for stem, graph in _stems(manual).values() for suffix in _SEALS
    }
    stale = [path for path, (suffix, graph) in expected.items() if not _is_fresh(root, path, suffix, graph)]
    return sorted([*stale, *_left_over(root, manual, expected)])


def _stems(manual: Manual) -> dict[tuple[str, str], tuple[str, ChartGraph]]:
    """By procedure and key of each chart, the path of its files without a suffix, and its graph.

    The chart by roles is none of them: it shows nothing that the procedure's own does not.
    """
    stems = {}
    for placed in manual.procedures():
        for graph in charts_of(placed, manual):
            if graph.key == BY_ROLE:
                continue
            name = f"{placed.id}.{graph.key}" if graph.key else placed.id
            stems[placed.id, graph.key] = f"{FOLDER}/{manual.edition_id}/{placed.area}/{name}", graph
    return stems


def _sealed(suffix: str, graph: ChartGraph, body: str) -> str:
    return f"{_SEALS[suffix].format(_seal(graph, body))}\n{body}"


def _seal(graph: ChartGraph, body: str) -> str:
    """The hash of what a chart shows and of the file that shows it."""
    return sha256(f"{graph!r}\n{body}".encode()).hexdigest()[:32]


def _is_fresh(root: Path, file: str, suffix: str, graph: ChartGraph) -> bool:
    """Whether a file shows a chart as it is now."""
    text = _text_of(root, file)
    if text is None:
        return False
    first, _, body = text.partition("\n")
    return first == _SEALS[suffix].format(_seal(graph, body))


def _text_of(root: Path, file: str) -> str | None:
    """What a file says, each line ended by a line feed alone; None when it cannot be read."""
    try:
        return read_bytes(root, file).decode("utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        return None


def _left_over(root: Path, manual: Manual, expected: Mapping[str, object]) -> list[str]:
    """The chart files of an edition that none of its charts has; those of procedures that cannot be read stay."""
    read = {placed.id for placed in manual.procedures()}
    unread = {
        f"{area.id}/{each}" for area in manual.edition.areas for each in area.procedures if each not in read
    }
    return [
        file
        for file in _chart_files_in(root, f"{FOLDER}/{manual.edition_id}")
        if file not in expected and _procedure_of(file) not in unread
    ]


def _procedure_of(file: str) -> str:
    """The area and the procedure that a chart file names."""
    *_, area, name = file.split("/")
    return f"{area}/{name.partition('.')[0]}"


def _chart_files_in(root: Path, folder: str) -> list[str]:
    """The chart files in a folder, in order: those that were drawn, not pictures that somebody put there."""
    return sorted(file for file in files_below(root, folder) if _is_drawn(root, file))


def _is_drawn(root: Path, file: str) -> bool:
    """Whether a file begins as those do that are drawn."""
    seal = _SEALS.get(PurePosixPath(file).suffix)
    return seal is not None and read_bytes(root, file).startswith(seal.partition("{}")[0].encode())
