"""What is cited of a document: all of it, written as its id, or one of its sections, written with the id."""

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, PlainSerializer
from pydantic_core import PydanticCustomError

from generator.model.base import IDENTIFIER_PATTERN, Frozen, PointsAt, ReferenceId, Text
from generator.model.presentation import Manner, Presented


class Citation(Frozen):
    """A document that is cited, and where in it; several sections of one document are several citations."""

    identified_by: ClassVar[str] = "id"
    told_apart_by: ClassVar[str] = "section"

    id: ReferenceId = Field(title="รหัส", description="รหัสเอกสารใน catalogue/references.yml")
    section: Annotated[Text | None, Presented(Manner.FACT)] = Field(
        default=None, title="ข้อที่อ้าง", description="ข้อหรือมาตราที่อ้าง เช่น ข้อ 22 หรือ มาตรา 39"
    )


def _from_id(value: object) -> object:
    """What an id alone means: the whole document."""
    if not isinstance(value, str):
        return value
    identifier = value.strip()
    if not IDENTIFIER_PATTERN.fullmatch(identifier):
        raise PydanticCustomError("bad-id", "not a kebab-case id: {id}", {"id": value})
    return {"id": identifier}


def _as_written(citation: Citation) -> Any:  # noqa: ANN401 - an id or a mapping
    return citation.id if citation.section is None else {"id": citation.id, "section": citation.section}


AuthoredCitation = Annotated[
    Citation, BeforeValidator(_from_id), PlainSerializer(_as_written), PointsAt("reference")
]
"""A `Citation` written as the id of the document, or as a mapping."""
