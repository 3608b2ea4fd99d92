"""What people learned at work: one item of knowledge, as the head of its file in ``docs/knowledge/`` states it."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.base import Frozen, ProcedureAddress, RoleId, Text
from generator.model.calendar import AuthoredDate
from generator.model.presentation import Manner, Presented


class ItemKind(StrEnum):
    """What sort of knowledge an item is."""

    LESSON = "lesson"
    QUESTION = "question"
    GOOD_PRACTICE = "good-practice"
    CASE = "case"
    CAUTION = "caution"


class KnowledgeItem(Frozen):
    """The head of a knowledge file; its body is Markdown."""

    title: Annotated[Text, Presented(Manner.NAME)] = Field(
        title="ชื่อเรื่อง", description="ชื่อเรื่องของความรู้ ประโยคเดียวที่บอกสาระ"
    )
    kind: ItemKind = Field(
        title="ชนิด",
        description="lesson (บทเรียน) question (คำถามที่พบบ่อย) good-practice (แนวปฏิบัติที่ดี) case (กรณีตัวอย่าง) "
        "caution (ข้อควรระวัง)",
    )
    procedures: tuple[ProcedureAddress, ...] = Field(
        default=(),
        title="งานและขั้นตอน",
        description="id ของงาน หรือ งาน#ขั้นตอน เช่น expenditure-analysis#write-report ที่ความรู้นี้ใช้ด้วย",
    )
    tags: Annotated[tuple[Text, ...], Presented(Manner.FACT)] = Field(
        default=(), title="ป้ายกำกับ", description="คำสั้น ๆ ที่ใช้จัดกลุ่มความรู้"
    )
    date: AuthoredDate | None = Field(default=None, title="วันที่", description="วันที่บันทึกความรู้")
    contributor: RoleId | None = Field(
        default=None, title="ผู้ให้ความรู้", description="รหัสบทบาทใน catalogue/roles.yml ของผู้ให้ความรู้ ไม่ใช่ชื่อบุคคล"
    )
    reviewed: AuthoredDate | None = Field(
        default=None, title="กลั่นกรองเมื่อ", description="วันที่มีผู้กลั่นกรองเนื้อหาแล้ว ถ้ายังไม่กลั่นกรองไม่ต้องใส่"
    )
