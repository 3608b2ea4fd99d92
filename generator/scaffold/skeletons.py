"""New files to fill in: every key of the models with its Thai explanation, those that must be there ready to fill.

The templates stand in ``templates/``; what they say of the keys comes from the models, so that it is never out
of date.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model import (
    BODY_KEYS,
    Area,
    Change,
    Edition,
    EditionArea,
    FieldShape,
    Frozen,
    KnowledgeItem,
    LearningPath,
    Procedure,
    Shape,
    ShapeKind,
    Status,
    Stop,
    fields_of,
)
from generator.scaffold.beginnings import Listed
from generator.scaffold.scalars import yaml_scalar
from generator.words import words_of

if TYPE_CHECKING:
    from jinja2 import Environment


MOST_SHOWN = 8
"""Of a thing with more keys, such as a step, a new file shows inside other things only those that it must have."""


@dataclass(frozen=True, slots=True)
class ChosenValue:
    """A value of a new edition: its name, the text that was given for it, and the manual's own."""

    name: str
    given: str | None
    default: str | None


def procedure_skeleton(area: str, identifier: str, roles: Iterable[tuple[str, str]]) -> str:
    """The text of a new procedure's file.

    Args:
        area: the id of its area.
        identifier: its id.
        roles: ids and titles of the roles that it can name.

    Returns:
        YAML that passes the checks once its title, owner and first step are filled in; a draft.
    """
    fields = _fields(Procedure)
    return (
        _environment()
        .get_template("procedure.yml.jinja")
        .render(
            area=area,
            identifier=identifier,
            fields=fields,
            needed={field.key for field in fields if field.is_required} | set(BODY_KEYS),
            given={"status": Status.DRAFT.value},
            roles=[(key, " ".join(title.split())) for key, title in roles],
        )
    )


def knowledge_skeleton(identifier: str, given: Mapping[str, str | Sequence[str]]) -> str:
    """The text of a new item of knowledge.

    Args:
        identifier: its id.
        given: the values of the keys of its head that are known; its title and kind among them.

    Returns:
        Markdown with a head that passes the checks, and after it only the empty line behind which the text begins.
    """
    template = _environment().get_template("knowledge.md.jinja")
    return template.render(identifier=identifier, fields=_fields(KnowledgeItem), given=given) + "\n"


def path_skeleton(
    identifier: str, role: str, title: str, procedures: Sequence[tuple[str, str]], language: str
) -> str:
    """The text of a new learning path's file, which passes the checks.

    Args:
        identifier: its id.
        role: the id of the role whose holders learn.
        title: the role's title.
        procedures: ids and titles of what it leads through.
        language: in which it speaks to readers; what it tells its author is Thai.
    """
    template = _environment().get_template("path.yml.jinja")
    fields, stop_fields = _fields(LearningPath), _fields(Stop)
    return template.render(
        identifier=identifier,
        role=role,
        title=title,
        procedures=procedures,
        fields=fields,
        stop_fields=stop_fields,
        said=words_of("beginnings", language)["path"],
    )


def area_skeleton(area: str) -> str:
    """The text of a new area's ``_area.yml``, which passes the checks once its title is filled in."""
    return _environment().get_template("area.yml.jinja").render(area=area, fields=_fields(Area))


def edition_skeleton(
    identifier: str, texts: Mapping[str, str], areas: Sequence[Listed], values: Sequence[ChosenValue]
) -> str:
    """The text of a new edition's file.

    Args:
        identifier: its id.
        texts: its office, short name and year, by their keys; empty for none.
        areas: what it lists.
        values: what its texts need.
    """
    template = _environment().get_template("edition.yml.jinja")
    return template.render(
        edition=identifier,
        texts=dict(texts),
        areas=areas,
        values=values,
        fields=_fields(Edition),
        area_fields=_fields(EditionArea),
        change_fields=_fields(Change),
    )


def _fields(model: type[Frozen]) -> list[FieldShape]:
    """The keys of a model in order."""
    return list(fields_of(model).values())


@cache
def _environment() -> "Environment":
    """The templates; they make YAML, in which nothing is escaped as in HTML."""
    from jinja2 import (  # noqa: PLC0415  # only making something new takes it
        Environment,
        FileSystemLoader,
        StrictUndefined,
        select_autoescape,
    )

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates", encoding="utf-8"),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["fields_of"] = _fields
    environment.globals["shown_of"] = _shown
    environment.globals["model_of"] = _model_of
    environment.filters["scalar"] = yaml_scalar
    return environment


def _model_of(shape: Shape) -> type[Frozen] | None:
    """The model of what stands somewhere, alone or as the items of a list; None of what has no fields of its own."""
    held = shape.item if shape.kind is ShapeKind.LIST and shape.item is not None else shape
    return held.model if held.kind is ShapeKind.RECORD else None


def _shown(model: type[Frozen]) -> list[FieldShape]:
    """The keys of a thing inside a file that a new one shows: all, or of one with many those that it must have."""
    fields = _fields(model)
    return [each for each in fields if each.is_required or len(fields) <= MOST_SHOWN]
