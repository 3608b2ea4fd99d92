"""Document control (ISO 9001 §7.5): by which code and revision a procedure is known, who answers for it, what changed.

It tells of the document, not of the work; offices state it on the first page of each controlled document.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.base import ONE_OR_SEVERAL, Frozen, RoleId, Text
from generator.model.calendar import AuthoredDate
from generator.model.presentation import Manner, Presented


class Signature(Frozen):
    """Who put a document forward, by role, and when."""

    short_form: ClassVar[str] = "role"

    role: Annotated[tuple[RoleId, ...], ONE_OR_SEVERAL, Presented(Manner.FACT)] = Field(
        title="บทบาท",
        description="รหัสบทบาทใน catalogue/roles.yml ถ้าลงนามหลายบทบาทให้เขียนเป็นรายการ เช่น [lab-head, quality]",
    )
    date: AuthoredDate | None = Field(default=None, title="วันที่", description="วันที่ลงนาม เช่น 21 พฤษภาคม 2566")


class Revision(Frozen):
    """One line of a document's history."""

    identified_by: ClassVar[str] = "number"

    number: Annotated[Text, Presented(Manner.NAME)] = Field(
        title="แก้ไขครั้งที่", description="เลขของการแก้ไขตามที่เขียนในเอกสาร เช่น 2 หรือ 02"
    )
    date: AuthoredDate | None = Field(default=None, title="วันที่", description="วันที่แก้ไขหรือประกาศใช้")
    changes: Text | None = Field(default=None, title="รายการแก้ไข", description="สิ่งที่แก้ไขในครั้งนั้น")


class DocumentControl(Frozen):
    """What the control of documents asks a procedure to state of itself."""

    code: Annotated[Text | None, Presented(Manner.FACT)] = Field(
        default=None, title="รหัสเอกสาร", description="รหัสตามระบบเอกสารของสำนักงาน เช่น SOP-SUP-03"
    )
    revision: Annotated[Text | None, Presented(Manner.FACT)] = Field(
        default=None, title="แก้ไขครั้งที่", description="เลขของการแก้ไขที่ใช้อยู่ เช่น 2 ต้องตรงกับครั้งล่าสุดใน revisions"
    )
    prepared: Signature | None = Field(
        default=None, title="ผู้จัดทำ", description="รหัสบทบาท หรือ role (บทบาท) และ date (วันที่)"
    )
    reviewed: Signature | None = Field(
        default=None, title="ผู้ทบทวน", description="รหัสบทบาท หรือ role (บทบาท) และ date (วันที่)"
    )
    approved: Signature | None = Field(
        default=None, title="ผู้อนุมัติ", description="รหัสบทบาท หรือ role (บทบาท) และ date (วันที่)"
    )
    revisions: tuple[Revision, ...] = Field(
        default=(),
        title="ประวัติการแก้ไข",
        description="รายการของ number (ครั้งที่) date (วันที่) และ changes (รายการแก้ไข)",
    )
