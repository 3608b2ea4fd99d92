"""The page as Markdown: every field of every file from the models, every rule with its two examples and its answer.

The words around them stand in ``page.md.jinja``, the order of the files in ``descriptions.yml``. What a rule answers
to its wrong example is not written anywhere: the example is read, and the answer shown.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.data_files import data_text, read_data
from generator.diagnostics import Rule, rule, rule_ids, shown
from generator.lint.chapters import chapters
from generator.lint.descriptions import files_described
from generator.lint.examples import SHOWN_FILE, Example, example_of
from generator.lint.judging import judge
from generator.model import (
    BODY_KEYS,
    FieldShape,
    Frozen,
    Procedure,
    Shape,
    ShapeKind,
    fields_of,
    models_within,
    notice_kinds,
    presented_fields,
    record,
    schedule_forms,
    unit_names,
)
from generator.overlay import all_edits
from generator.problems import Problem
from generator.project import MODELS, FileKind, read_project, shape_of
from generator.storage import temporary_folder, write_file
from generator.validation import Validator
from generator.yamltext import SourceText, check_characters

FOLDER = Path(__file__).parent
SHOWN_TAB = "⇥"


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """What the check answers: what is wrong, and what to write instead."""

    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class ExampleEntry:
    """One of a rule's two examples.

    Attributes:
        verdict: whether it is right or wrong, in Thai.
        text: the file, or what tells the example in words.
        file: where it stands, when that is not the file that most examples show.
        is_yaml: whether the text is a file.
        lines: the numbers of the lines that are meant, parted by spaces.
        answers: what the check answers.
    """

    verdict: str
    text: str
    file: str = ""
    is_yaml: bool = True
    lines: str = ""
    answers: tuple[CheckAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule as the page shows it."""

    id: str
    title: str
    severity: str
    is_mended: bool
    explanation: str
    examples: tuple[ExampleEntry, ...]


def author_reference(is_alone: bool = False) -> str:
    """The whole page.

    Args:
        is_alone: whether it stands alone, without the other pages for authors.

    Returns:
        Markdown with a front matter, ended by a line feed; the same for the same models and rules.
    """
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=False,  # noqa: S701  # it makes Markdown of our own words, not HTML of anybody's
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    rules = {identifier: _rule_entry(rule(identifier)) for identifier in rule_ids()}
    return environment.get_template("page.md.jinja").render(
        is_alone=is_alone,
        units=" ".join(unit_names()),
        schedules=" ".join(f"`{form}`" for forms in schedule_forms() for form in forms),
        shown_file=SHOWN_FILE,
        rich_fields=" ".join(_rich_fields()),
        rich_example=rich_text_example().rstrip(),
        notices=" ".join(f"`{word}:`" for word in notice_kinds()),
        files=list(_files()),
        groups=[
            {
                "title": group.title,
                "introduction": group.introduction,
                "rules": [entry for identifier, entry in rules.items() if rule(identifier).group == group.id],
            }
            for group in chapters()
        ],
    )


def rich_text_example() -> str:
    """A procedure that shows everything that a text of several blocks may hold."""
    return data_text(FOLDER / "rich_text_example.yml")


def _rich_fields() -> Iterator[str]:
    """The keys of the fields whose texts may be more than a paragraph."""
    models = dict.fromkeys(each for kind in FileKind for each in models_within(shape_of(kind)))
    keys = (field.key for model in models for field in presented_fields(model) if field.is_rich)
    yield from (f"`{key}`" for key in dict.fromkeys(keys))


def _files() -> Iterator[dict[str, Any]]:
    """Each file with its tables of fields."""
    for entry in files_described():
        model = MODELS[entry.kind]
        parts = {each.__name__: each for each in models_within(record(model))}
        titles = {model.__name__: "", **entry.records}
        if set(titles) != set(parts):
            raise ValueError(
                f"descriptions.yml names other parts of {entry.kind} than the models: {sorted(parts)}"
            )
        records = [
            {
                "title": title,
                "fields": [_field_entry(parts[name], field) for field in fields_of(parts[name]).values()],
            }
            for name, title in titles.items()
        ]
        yield {**asdict(entry), "example": entry.example.rstrip(), "records": records}


def _field_entry(model: type[Frozen], field: FieldShape) -> dict[str, object]:
    """A row of a table of fields."""
    needs = _words()["needs"]
    is_body = model is Procedure and field.key in BODY_KEYS
    return {
        "key": field.key,
        "title": field.title,
        "need": needs["always"] if field.is_required else needs["unless-planned"] if is_body else "",
        "value": _value(field.shape),
        "description": field.description.replace("<", "\\<").replace("|", "\\|"),
    }


def _value(shape: Shape) -> str:
    """What to write for a value of a shape."""
    words = _words()
    if shape.points_at is not None:
        named = str(words["pointers"][shape.points_at])
        return named if shape.model is None else str(words["or_record"].format(named=named))
    if shape.may_be_none:
        return str(words["or-none"].format(value=_value(replace(shape, may_be_none=False))))
    if shape.model is not None and shape.model.short_form:
        return str(words["short"].format(value=_value(fields_of(shape.model)[shape.model.short_form].shape)))
    item = _value(shape.item) if shape.kind is ShapeKind.LIST and shape.item is not None else ""
    if shape.takes_one:
        return str(words["one-or-several"].format(one=item, several=words[shape.kind].format(item=item)))
    choices = " ".join(f"`{choice}`" for choice in shape.choices)
    kind = "rich-text" if shape.is_rich else shape.kind
    return str(words[kind].format(item=item, choices=choices))


def _rule_entry(described: Rule) -> RuleEntry:
    """A rule with its examples and what is answered to the wrong one."""
    severity = _words()["severities"][described.severity]
    return RuleEntry(
        described.id,
        described.title,
        severity,
        described.mends,
        described.explanation,
        tuple(_examples(described)),
    )


def _examples(described: Rule) -> Iterator[ExampleEntry]:
    """The wrong example of a rule, then the right one."""
    verdicts = _words()["verdicts"]
    example = example_of(described)
    if example is None:
        for verdict in ("fails", "passes"):
            yield ExampleEntry(verdicts[verdict], described.example[verdict].rstrip(), is_yaml=False)
        return
    problems = [problem for problem in _problems(example) if problem.rule == described.id]
    yield ExampleEntry(
        verdict=verdicts["fails"],
        text=_visible(example.fails) if example.fails is not None else verdicts["missing"],
        file=_file_to_name(example.fails_file),
        is_yaml=example.fails is not None,
        lines=" ".join(str(problem.location.line) for problem in problems),
        answers=tuple(
            dict.fromkeys(CheckAnswer(_escaped(each.message), _escaped(each.hint)) for each in problems)
        ),
    )
    yield ExampleEntry(verdicts["passes"], _visible(example.passes), _file_to_name(example.passes_file))


def _file_to_name(file: str) -> str:
    """A file's name where the page has to tell it."""
    return "" if file == SHOWN_FILE else file


def _problems(example: Example) -> list[Problem]:
    """What reading the wrong example answers."""
    with temporary_folder() as folder:
        for name, content in example.fails_project.items():
            write_file(folder, name, content)
        project = read_project(folder)
        return judge(project, Validator(project), all_edits(project))


def _visible(text: str) -> str:
    """An example with its invisible characters named and its tabs drawn."""
    return "\n".join(shown(line.replace("\t", SHOWN_TAB)) for line in text.rstrip().split("\n"))


def _escaped(text: str) -> str:
    """A message of the check as Markdown that shows it as it is; what it quotes of slips is no slip of the page."""
    slips = check_characters(SourceText("", text)).problems
    columns = {each.location.column - 1 + index for each in slips for index in range(each.location.length)}
    return "".join(
        f"&#x{ord(sign):X};" if index in columns else f"\\{sign}" if sign in "\\`*_[]<>|#" else sign
        for index, sign in enumerate(text)
    )


@cache
def _words() -> dict[str, Any]:
    """The words for kinds of values, severities and verdicts."""
    words: dict[str, Any] = _load("kinds.yml")
    return words


def _load(name: str) -> Any:  # noqa: ANN401  # what a data file holds, its reader says
    """A data file beside this module."""
    return read_data(FOLDER / name)
