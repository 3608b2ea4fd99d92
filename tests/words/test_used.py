"""No word of the catalogue is left over: each is named where its topic is read, or stands for one of several choices.

Words are read by their names, so that nothing names what nothing reads. A topic is named in the files that read it; its
words are named there, or in the templates and scripts that whole topics are handed on to.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

import generator
from generator.document.gathered_pages import GATHERED
from generator.document.sections import SECTIONS
from generator.indexes.agenda import Round
from generator.indexes.completeness import ASPECTS, Extent, completeness_questions
from generator.indexes.learning import Reason
from generator.indexes.questions import QuestionKind
from generator.indexes.reminders import ReminderKind
from generator.indexes.responsibilities import Letter
from generator.model.calendar import unit_keys
from generator.model.catalogue import ReferenceStatus, ReferenceType, RoleKind
from generator.model.change import Verb
from generator.model.edition import Era
from generator.model.knowledge_item import ItemKind
from generator.model.procedure import Procedure, Status, Step
from generator.model.shapes import fields_of
from generator.model.standing import Doubt
from generator.problems import Severity
from generator.words import words_of
from generator.words.language import languages

ROOM = Path(generator.__file__).parent
PARTS = (
    "charts",
    "commands",
    "dates",
    "diff",
    "document",
    "portal",
    "problems",
    "questions",
    "search",
    "site",
)
"""The parts whose topics are names; the others are lists that are read as wholes, or errors named by their raisers."""

THEME_WORDS = files("material") / "templates" / "partials" / "languages" / "en.html"
"""What the theme calls its own words."""

CHOSEN: Mapping[str, Iterable[str]] = {
    "doubt": Doubt,
    "reference_status": (*ReferenceStatus, *Doubt),
    "reference_type": ReferenceType,
    "role_kind": RoleKind,
    "item_kind": ItemKind,
    "status": (*Status, "problem"),
    "status_notice": Status,
    "change_verb": Verb,
    "change_field": (*fields_of(Procedure), *fields_of(Step), *completeness_questions()),
    "aspect": ASPECTS,
    "unit_name": unit_keys(),
    "extent": Extent,
    "stop_reason": Reason,
    "responsibility_letter": Letter,
    "responsibility_basis": Letter,
    "agenda_round": Round,
    "reminder": ReminderKind,
    "ask": QuestionKind,
    "theme": set(re.findall(r'"([a-z.]+)":', THEME_WORDS.read_text(encoding="utf-8"))),
    "browsers": Era,
    "eras": Era,
    "severities": Severity,
    "next": Severity,
    "home": [f"{section.name}_about" for section in SECTIONS],
    "gathered_lead": GATHERED,
    "reading_script": [
        *(f"field_{kind}" for kind in ("changed", "new", "cut")),
        *(f"step_{kind}" for kind in ("changed", "new", "cut", "cut_plain", "moved", "moved_plain")),
        *(f"mark_{kind}" for kind in ("changed", "new", "moved")),
    ],
    "feedback": [f"{what}_{part}" for what in ("page", "step", "general") for part in ("title", "body")],
}
"""Topics whose words are looked up by what something is, and what it may be."""

HANDED_ON = (".jinja", ".html", ".js")
"""What reads the words of topics that are handed to it as wholes."""


NAMED = (re.compile(r"""["'`.]([\w-]+)"""), re.compile(r"""["'`.]([\w-]+(?:/[\w-]+)+)"""))


@cache
def sources() -> Mapping[Path, str]:
    files = (file for file in ROOM.rglob("*") if file.suffix in {".py", *HANDED_ON})
    return {file: file.read_text(encoding="utf-8") for file in files}


@cache
def names() -> Mapping[str, frozenset[Path]]:
    """Every name in quotes or behind a point, with the files that it stands in."""
    found: dict[str, set[Path]] = defaultdict(set)
    for file, text in sources().items():
        for name in (name for pattern in NAMED for name in pattern.findall(text)):
            found[name].add(file)
    return {name: frozenset(files) for name, files in found.items()}


def naming(name: str) -> frozenset[Path]:
    """The files that name a word."""
    return names().get(name, frozenset())


def left_over(topic: str, said: Iterable[str]) -> list[str]:
    readers = naming(topic)
    rooms = {file.relative_to(ROOM).parts[0] for file in readers}
    handed = {
        file
        for file in sources()
        if file.suffix in HANDED_ON and file.relative_to(ROOM).parts[0] in rooms | {"site"}
    }
    return [
        key for key in said if not naming(key) & (readers | handed) and key not in set(CHOSEN.get(topic, ()))
    ]


@pytest.mark.parametrize("part", PARTS)
def test_every_word_is_named_where_it_is_read(part: str) -> None:
    for topic, said in words_of(part).items():
        assert naming(topic), topic
        if isinstance(said, dict):
            assert left_over(topic, said) == [], topic


def test_a_word_that_nothing_reads_is_found() -> None:
    assert left_over("meta", ["heading", "review_every"]) == ["review_every"]


@pytest.mark.parametrize("language", languages())
def test_what_the_theme_counts_has_a_place_for_the_number(language: str) -> None:
    """The theme puts it in the place of ``#``, which begins a comment where nobody quotes it."""
    theme = words_of("document", language)["theme"]
    counting = {key: text for key, text in theme.items() if key.endswith(".other")}
    assert counting
    assert all("#" in text for text in counting.values()), counting
