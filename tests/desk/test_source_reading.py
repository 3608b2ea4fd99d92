"""A source is opened as the house reads it: the same values at the same places, and not a byte of the text changed."""

from pathlib import Path

import pytest

from generator.project import Project, ProjectFile, read_project
from generator.yamltext import quick_data
from tests.desk.chance_edits import paths_of
from tests.desk.engine import Engine
from tests.desk.written_yaml import a_file
from tests.support.auditing import examples

FILES = range(examples(320))
AT_ONCE = 80
BROKEN = (
    "a: [b",
    "a: 'b",
    "a:\n  - b\n c: d",
    "a: b: c",
    "a\nb: c",
    "\t- a",
    "a: *b",
    "a: !x y",
    "---\na: b\n---\nc: d\n",
    "a: b\na: c\n",
    "? [a]\n: b",
    "{",
    ": : :",
)
ODD = ("%", "\x00", "- - - -", "😀", "ก", "[]", "'", "\u2028a: b")


@pytest.fixture(scope="module")
def manual(repository: Path) -> Project:
    """The real manual."""
    return read_project(repository)


def whole(document: ProjectFile, repository: Path) -> str:
    """All of a document's file as it stands."""
    return (repository / document.source.file).read_bytes().decode("utf-8")


def test_our_files_say_the_same_and_stay_as_they_are(
    engine: Engine, manual: Project, repository: Path
) -> None:
    assert manual.documents
    for document in manual.documents:
        text = whole(document, repository)
        opened = engine.edit(text, isMarkdown=document.source.file.endswith(".md"))
        assert opened.text == text
        assert opened.problems == []
        assert opened.value == quick_data(document.parsed_text)


def test_places_are_those_that_the_check_tells(engine: Engine, manual: Project, repository: Path) -> None:
    for document in manual.documents:
        text, options = whole(document, repository), {"isMarkdown": document.source.file.endswith(".md")}
        value = engine.edit(text, **options).value
        paths = list(paths_of(value))
        places = engine.ask(text, "place", [[path] for path in paths], **options)
        spans = [document.value_place(tuple(path)).location for path in paths]
        assert [(each["line"], each["column"]) for each in places] == [
            (each.line, each.column) for each in spans
        ]
        named = [[each["line"], each["column"]] for each in places]
        for path, found in zip(paths, engine.ask(text, "pathAt", named, **options), strict=True):
            # an item of a list is told by its first word, which is a field of its own
            assert found == path or (isinstance(path[-1], int) and found[: len(path)] == path)


@pytest.mark.parametrize("start", FILES[::AT_ONCE])
def test_files_of_many_hands_say_the_same_and_stay_as_they_are(engine: Engine, start: int) -> None:
    files = [a_file(seed) for seed in FILES[start : start + AT_ONCE]]
    for (text, data), opened in zip(files, engine.edit_many([(text, []) for text, _ in files]), strict=True):
        assert opened.text == text
        assert opened.value == data
        assert opened.problems == []


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_text_is_told_in_thai_and_kept(engine: Engine, text: str) -> None:
    opened = engine.edit(text)
    assert opened.text == text
    assert opened.problems
    for problem in opened.problems:
        assert problem["line"] >= 1
        assert problem["column"] >= 1
        assert any("ก" <= sign <= "๛" for sign in problem["message"])


@pytest.mark.parametrize("text", ODD)
def test_any_text_can_be_opened(engine: Engine, text: str) -> None:
    assert engine.edit(text).text == text


@pytest.mark.parametrize("text", ["a: [b", "a: 'b", "a:\n  - b\n c: d"])
def test_a_broken_text_is_not_edited(engine: Engine, text: str) -> None:
    for call in (["set", ["a"], "x"], ["set", ["new"], "x"], ["remove", ["a"]], ["insert", ["a"], 0, "x"]):
        edited = engine.edit(text, call)
        assert (edited.text, edited.refusal) == (text, "broken")


@pytest.mark.parametrize("text", ["", "\n", "# เท่านั้น\n", "# เท่านั้น", "---\n", "\ufeff"])
def test_a_file_that_says_nothing_is_begun(engine: Engine, text: str) -> None:
    edited = engine.edit(text, ["set", ["title"], "งาน"])
    assert edited.value == {"title": "งาน"}
    assert quick_data(edited.text.removeprefix("\ufeff")) == {"title": "งาน"}
    assert edited.text.startswith(text)
