"""The approval of a procedure by an office: who gave it, when, by which order, and for which text.

It stands in the file of the edition: what readers are told is whole only there, values filled in and changes made, and
one office's approval says nothing of the text of another.
"""

import re
from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.base import ONE_OR_SEVERAL, Frozen, ProcedureId, RoleId, Text
from generator.model.calendar import AuthoredDate
from generator.model.content import FINGERPRINT_LENGTH
from generator.model.presentation import Manner, Presented

_FINGERPRINT = re.compile(rf"[0-9a-f]{{{FINGERPRINT_LENGTH}}}")


class Approval(Frozen):
    """One procedure as an office approved it."""

    identified_by: ClassVar[str] = "procedure"

    procedure: Annotated[ProcedureId, Presented(Manner.ADDRESS)] = Field(
        title="งาน", description="id ของงานที่อนุมัติ ตามข้อความของฉบับนี้"
    )
    role: Annotated[tuple[RoleId, ...], ONE_OR_SEVERAL, Presented(Manner.FACT)] = Field(
        title="ผู้อนุมัติ", description="รหัสบทบาทของผู้อนุมัติใน catalogue/roles.yml ถ้าหลายบทบาทให้เขียนเป็นรายการ"
    )
    date: AuthoredDate = Field(title="วันที่อนุมัติ", description="วันที่อนุมัติ เช่น 21 พฤษภาคม 2569")
    order: Annotated[Text | None, Presented(Manner.FACT)] = Field(
        default=None, title="ตามคำสั่ง", description="เลขที่คำสั่ง ประกาศ หรือบันทึก เช่น คำสั่งที่ 12/2569"
    )
    fingerprint: str | None = Field(
        default=None,
        title="รอยข้อความที่อนุมัติ",
        description=f"รหัส {FINGERPRINT_LENGTH} ตัวของข้อความที่อนุมัติ คำสั่ง khumue approve เขียนให้",
    )

    @staticmethod
    def is_fingerprint(text: str) -> bool:
        """Whether a text can be the fingerprint of what a procedure tells."""
        return _FINGERPRINT.fullmatch(text.strip()) is not None

    def is_for(self, fingerprint: str) -> bool:
        """Whether it was given for the text that has a fingerprint."""
        return self.fingerprint is not None and self.fingerprint.strip() == fingerprint
