"""What a procedure states beside its steps: the words that it explains, and where it was taken from."""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.base import Frozen, ReferenceId, RichText, Text
from generator.model.presentation import Manner, Presented


class Definition(Frozen):
    """A word and what it means in this procedure."""

    identified_by: ClassVar[str] = "term"

    term: Annotated[Text, Presented(Manner.NAME)] = Field(title="คำ", description="คำหรือวลีที่ต้องการอธิบาย")
    meaning: Annotated[RichText, Presented(Manner.LEAD)] = Field(
        title="ความหมาย", description="ความหมายของคำนั้นในงานนี้"
    )


class Source(Frozen):
    """Where a procedure was taken from."""

    manual: ReferenceId = Field(title="คู่มือต้นทาง", description="รหัสของคู่มือใน catalogue/references.yml")
    section: Annotated[Text | None, Presented(Manner.FACT)] = Field(
        default=None, title="หัวข้อ", description="เลขหัวข้อในคู่มือต้นทาง เช่น 4.1"
    )
    note: Annotated[Text | None, Presented(Manner.LEAD, is_explained=False)] = Field(
        default=None, title="หมายเหตุ", description="สิ่งที่ต่างจากคู่มือต้นทาง เช่น เลขข้อที่ข้ามไป"
    )
