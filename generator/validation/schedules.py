"""What is answered where a schedule is not understood: the nearest that is, or all forms there are."""

import re
from collections.abc import Iterator, Mapping

from pydantic_core import PydanticCustomError

from generator.diagnostics import found
from generator.model import Path, parse_schedule, schedule_forms, without_joint
from generator.problems import Problem
from generator.project import ProjectFile
from generator.yamltext import as_scalar, quoted

_YEAR = re.compile(r"\s*(?:พ\.ศ\.|ค\.ศ\.)?\s*\b[0-9๐-๙]{4}\b")
_COUNTED = re.compile(
    r"(?P<head>\D*)(?P<numbers>\d{1,2}(?:\s*(?:,|และ|กับ|and|&)\s*(?:วันที่\s*)?\d{1,2})+)(?P<tail>\D*)"
)
"""Several numbers that share what stands before and behind them: ทุกวันที่ 1 และ 16 ของเดือน."""
_ENDS = ("หลังสิ้นเดือน", "หลังสิ้นไตรมาส", "หลังสิ้นปีงบประมาณ")
_MOST_WORDS = 24
"""Of so many words four schedules may be made; more would take long to try."""


def bad_schedule(document: ProjectFile, path: Path, text: str, about: Mapping[str, object]) -> Problem:
    """A schedule that is none of the forms; shown at its value."""
    rounds, times = (", ".join(forms) for forms in schedule_forms())
    if suggestion := _without_year(text):
        variant = "year"
    elif items := _alike(text) or _several(text):
        variant, suggestion = _as_items(document, path, items)
    else:
        suggestion = next((each for each in _counted_from_an_end(text) if _is_read(each)), None)
        variant = "from-no-day" if suggestion else ""
    place = document.value_place(path)
    details = {"text": text, "suggestion": suggestion, "rounds": rounds, "times": times}
    return found("bad-schedule", place, variant, **details, **about)


def _without_year(text: str) -> str | None:
    """The same without a year, where that is understood: a schedule holds in every year."""
    rest = _YEAR.sub("", text).strip()
    return rest if rest != text.strip() and _is_read(rest) else None


def _as_items(document: ProjectFile, path: Path, items: tuple[str, ...]) -> tuple[str, str]:
    """Several schedules as a list: in brackets, which may stand on any line; of an item, as the list around it is."""
    in_brackets = ", ".join(quoted(item) if set(item) & set(",[]{}") else as_scalar(item) for item in items)
    if not isinstance(path[-1], int):
        return "several", f"[{in_brackets}]"
    _, node = document.find(path)
    before = document.source.text[: node.start if node else 0].rstrip(" ")
    if before.endswith("-"):
        return "several-in-item", " ".join(f"“- {item}”" for item in items)
    return "several-in-brackets", in_brackets


def _alike(text: str) -> tuple[str, ...]:
    """The schedules of a text that names several numbers once for all of them."""
    match = _COUNTED.fullmatch(text.strip())
    if match is None:
        return ()
    numbers = re.findall(r"\d+", match["numbers"])
    items = tuple(f"{match['head']}{number}{match['tail']}" for number in numbers)
    return items if all(map(_is_read, items)) else ()


def _counted_from_an_end(text: str) -> Iterator[str]:
    """The same told from the end of the round that it names."""
    yield from (f"{text.strip()}{end}" for end in _ENDS if end.removeprefix("หลังสิ้น") in text)


def _several(text: str) -> tuple[str, ...]:
    """The schedules that stand one behind the other in a text, where it is wholly made of such."""
    words = text.split()
    if len(words) > _MOST_WORDS:
        return ()
    split: dict[int, tuple[str, ...] | None] = {len(words): ()}
    for at in reversed(range(len(words))):
        split[at] = _split(words, at, split)
    return split[0] or ()


def _split(words: list[str], at: int, after: Mapping[int, tuple[str, ...] | None]) -> tuple[str, ...] | None:
    """The readable pieces of a text from a word on, the first as long as can be; None where there are none.

    Args:
        words: the text's words.
        at: the first of them.
        after: by the words that follow it, what is known of the text from them on.
    """
    for end in range(len(words), at, -1):
        piece = without_joint(" ".join(words[at:end]).strip(" ,;"))
        rest = after[end]
        if rest is not None and _is_read(piece):
            return (piece, *rest)
    return None


def _is_read(text: str) -> bool:
    try:
        parse_schedule(text)
    except PydanticCustomError:
        return False
    return True
