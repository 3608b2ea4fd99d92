"""What every model shares: frozen, nothing extra, and the kinds of authored string.

`Text` is anything a reader sees: values (``${name}``) are filled in while it is validated, from the
validation context; a `RichText` may be more than a paragraph. `Identifier` is anything that points somewhere.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    ValidationInfo,
)
from pydantic_core import PydanticCustomError

from generator.numerals import to_arabic_digits

LONGEST_FILE_NAME = 255
"""In bytes; longer ones no common file system takes."""
LONGEST_IDENTIFIER = (LONGEST_FILE_NAME - len("..svg")) // 2
"""In letters: the longest name of a file that is written holds two ids, as a step's own chart is named after both."""
IDENTIFIER_FORM = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
ADDRESS_FORM = f"{IDENTIFIER_FORM}(?:#{IDENTIFIER_FORM})?"
"""How ids and addresses are written, however long they are."""
_IDENTIFIER = f"(?![a-z0-9-]{{{LONGEST_IDENTIFIER + 1}}}){IDENTIFIER_FORM}"
IDENTIFIER_PATTERN = re.compile(_IDENTIFIER)
ADDRESS_PATTERN = re.compile(f"{_IDENTIFIER}(?:#{_IDENTIFIER})?")
VALUE_NAME_PATTERN = re.compile(r"[a-z][a-z0-9_]*")
PLACEHOLDER_PATTERN = re.compile(r"\$\{([^{}]*)\}")
VALUES_CONTEXT_KEY = "values"
_INVISIBLE = "Cf"
"""The category of the letters that only say how others are shown."""


STEP_SIGN = "#"
"""What stands in an address between the id of a procedure and that of its step."""


class StepAddress(StrEnum):
    """What ids point at that name a step together with its procedure."""

    PROCEDURE_OR_STEP = "procedure-or-step"
    """A `ProcedureAddress`."""
    STEP_OF_PROCEDURE = "step-of-procedure"
    """A `StepOfProcedure`."""


class Frozen(BaseModel):
    """Base of all authored models: immutable, and a key that no field names is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
    identified_by: ClassVar[str] = ""
    """The field by which an item of a list of these is told from the others; empty where it is not."""
    told_apart_by: ClassVar[str] = ""
    """The field that tells several items of one name apart; empty where none does."""
    short_form: ClassVar[str] = ""
    """The field that a plain text means which is written in place of the whole; empty where none may be."""


def fill_values(text: str, values: Mapping[str, str]) -> str:
    """Replace every ``${name}`` of a text.

    Args:
        text: the authored text.
        values: the edition's values by name.

    Returns:
        The text with its values filled in.

    Raises:
        PydanticCustomError: `unknown-value`, with the name and its offset in the text, when no value has that name.
    """

    def replacement(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in values:
            raise PydanticCustomError(
                "unknown-value",
                "unknown value {name}",
                {"name": name, "offset": match.start(1), "text": text},
            )
        return values[name]

    return PLACEHOLDER_PATTERN.sub(replacement, text)


def fill_known_values(text: str, values: Mapping[str, str]) -> str:
    """A text, such as a change writes it, with each ``${name}`` filled in for which there is a value."""
    return PLACEHOLDER_PATTERN.sub(lambda match: values.get(match[1], match[0]), text)


def _validate_text(text: str, info: ValidationInfo) -> str:
    """Fill the values of the validation context in, and refuse a text that says nothing."""
    context: Any = info.context
    filled = text
    if isinstance(context, Mapping) and VALUES_CONTEXT_KEY in context:
        filled = fill_values(text, context[VALUES_CONTEXT_KEY])
    if not filled.strip():
        raise PydanticCustomError("empty-text", "the text is empty")
    return filled


def _validate_identifier(identifier: str) -> str:
    """Refuse an identifier that is not ASCII kebab case starting with a letter."""
    if not IDENTIFIER_PATTERN.fullmatch(identifier):
        raise PydanticCustomError("bad-id", "not a kebab-case id: {id}", {"id": identifier})
    return identifier


def _validate_address(address: str) -> str:
    """Refuse what is neither the id of a procedure nor one with the id of a step."""
    if not ADDRESS_PATTERN.fullmatch(address):
        raise PydanticCustomError("bad-address", "not a procedure or procedure#step: {id}", {"id": address})
    return address


Text = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_validate_text)]
"""A text that readers see; may hold the inline markup of `generator.model.markup` and ``${name}`` values."""


@dataclass(frozen=True, slots=True)
class Rich:
    """Marks a text that may be more than one paragraph."""


RichText = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_validate_text), Rich()]
"""A `Text` that may consist of paragraphs, lists, tables, notices and pictures (`generator.model.rich_reading`)."""

Identifier = Annotated[str, AfterValidator(_validate_identifier)]
"""An ASCII kebab-case id: ``budget-request``."""


@dataclass(frozen=True, slots=True)
class PointsAt:
    """Marks an `Identifier` that names something else, and says what sort of thing (``role``, ``step``)."""

    kind: str


RoleId = Annotated[Identifier, PointsAt("role")]
ReferenceId = Annotated[Identifier, PointsAt("reference")]
FormId = Annotated[Identifier, PointsAt("form")]
ProcedureId = Annotated[Identifier, PointsAt("procedure")]
AreaId = Annotated[Identifier, PointsAt("area")]
EditionId = Annotated[Identifier, PointsAt("edition")]
Address = Annotated[str, AfterValidator(_validate_address)]
"""What is written as the id of a thing, or of a step with that of its procedure; it may name what is there no more."""
ProcedureAddress = Annotated[str, AfterValidator(_validate_address), PointsAt(StepAddress.PROCEDURE_OR_STEP)]
"""The id of a procedure, or of one of its steps: ``budget-request`` or ``budget-request#approve``."""
StepOfProcedure = Annotated[Identifier, PointsAt(StepAddress.STEP_OF_PROCEDURE)]
"""The id of a step of the procedure that is named beside it, in the field ``procedure``."""
StepTarget = Annotated[Identifier, PointsAt("step")]
"""The id of a step of the same procedure, or ``end``."""


def _in_a_list(value: object) -> object:
    """A single text as a list of it; anything else as it is."""
    return (value,) if isinstance(value, str) else value


ONE_OR_SEVERAL = BeforeValidator(_in_a_list)
"""Marks a list of which authors may write a single one without a list: ``role: clerk`` and ``role: [clerk, head]``."""


def to_identifier(name: str) -> str:
    """The nearest kebab-case id of a name, for hints: ``Budget_Request`` gives ``budget-request``.

    Letters that nobody sees stand between no two words.
    """
    seen = "".join(each for each in name if unicodedata.category(each) != _INVISIBLE)
    kebab = re.sub(r"[^a-z0-9]+", "-", to_arabic_digits(seen.strip().lower())).strip("-")
    return re.sub(r"^[^a-z]+", "", kebab)[:LONGEST_IDENTIFIER].rstrip("-")


def to_address(name: str) -> str:
    """The nearest address of a name, for hints: that of a step where it is written with its procedure."""
    procedure, _, step = (to_identifier(each) for each in name.partition(STEP_SIGN))
    return STEP_SIGN.join(filter(None, (procedure, step))) if procedure else ""


def is_too_long(identifier: str) -> bool:
    """Whether an id is none only because it is too long."""
    is_written_as_one = re.fullmatch(IDENTIFIER_FORM, identifier) is not None
    return is_written_as_one and len(identifier) > LONGEST_IDENTIFIER
