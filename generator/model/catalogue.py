"""What procedures point at: roles, references, forms and terms, each kept once in a catalogue file."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.base import Frozen, ReferenceId, RichText, RoleId, Text
from generator.model.calendar import AuthoredDate
from generator.model.presentation import Manner, Presented


class RoleKind(StrEnum):
    """What acts under a role's name."""

    PERSON = "person"
    UNIT = "unit"
    COMMITTEE = "committee"
    OUTSIDE_BODY = "outside-body"


_SOURCE_NOTE = "เรื่องที่มาของข้อความ เช่น ต้นฉบับเขียนชื่อไว้อย่างไร แสดงบนเว็บเท่านั้น ไม่พิมพ์ในเล่มที่ลงนาม"


class Role(Frozen):
    """Who acts."""

    title: Annotated[Text, Presented(Manner.NAME)] = Field(
        title="ชื่อ", description="ชื่อเต็มของบทบาท เช่น ผู้อำนวยการกลุ่มนโยบายและแผน"
    )
    short: Annotated[Text | None, Presented(Manner.FACT)] = Field(
        default=None, title="ชื่อย่อ", description="ชื่อสั้นที่ใช้ในผังและตาราง"
    )
    kind: RoleKind = Field(
        title="ชนิด",
        description="person (บุคคล) unit (หน่วยงาน) committee (คณะกรรมการ) outside-body (หน่วยงานภายนอก)",
    )
    part_of: RoleId | None = Field(
        default=None,
        title="สังกัด",
        description="รหัสของหน่วยงานหรือคณะที่บทบาทนี้เป็นส่วนหนึ่ง ใน catalogue/roles.yml เอง",
    )
    note: Annotated[Text | None, Presented(Manner.LEAD, is_explained=False)] = Field(
        default=None, title="หมายเหตุ", description="คำอธิบายเพิ่มเติม"
    )
    source_note: Annotated[Text | None, Presented(Manner.PROSE, is_explained=False, is_record=True)] = Field(
        default=None, title="หมายเหตุเรื่องที่มา", description=_SOURCE_NOTE
    )


class ReferenceType(StrEnum):
    """What sort of document is cited."""

    ACT = "act"
    REGULATION = "regulation"
    ORDER = "order"
    ANNOUNCEMENT = "announcement"
    PLAN = "plan"
    POLICY = "policy"
    STANDARD = "standard"
    MANUAL = "manual"
    LETTER = "letter"
    REPORT = "report"
    RESEARCH = "research"
    DOCUMENT = "document"


class ReferenceStatus(StrEnum):
    """Whether the cited document still holds."""

    IN_FORCE = "in-force"
    AMENDED = "amended"
    REPLACED = "replaced"
    REPEALED = "repealed"


class Validity(Frozen):
    """The time for which a document was made."""

    start: AuthoredDate | None = Field(default=None, alias="from", title="ตั้งแต่", description="ปีหรือวันที่เริ่ม")
    end: AuthoredDate | None = Field(default=None, alias="to", title="ถึง", description="ปีหรือวันที่สิ้นสุด")


class Reference(Frozen):
    """A law, regulation, order, plan or other document that a procedure rests on."""

    type: ReferenceType = Field(
        title="ประเภท",
        description="act (พระราชบัญญัติ) regulation (ระเบียบ) order (คำสั่ง) announcement (ประกาศ) plan (แผน) "
        "policy (นโยบาย) standard (มาตรฐาน) manual (คู่มือ) letter (หนังสือราชการ) "
        "report (รายงาน) research (งานวิจัย) document (เอกสาร)",
    )
    title: Annotated[Text, Presented(Manner.NAME)] = Field(title="ชื่อ", description="ชื่อเต็มของเอกสาร")
    number: Annotated[Text | None, Presented(Manner.FACT)] = Field(
        default=None, title="เลขที่", description="เลขที่หรือฉบับที่ เช่น 10/2559"
    )
    year: AuthoredDate | None = Field(default=None, title="ปี", description="ปีของเอกสาร พ.ศ. หรือ ค.ศ.")
    issued: AuthoredDate | None = Field(default=None, title="ลงวันที่", description="วันที่ออกเอกสาร")
    amended: AuthoredDate | None = Field(
        default=None,
        title="แก้ไขล่าสุด",
        description="วันที่แก้ไขเพิ่มเติมครั้งล่าสุด งานที่ทบทวนก่อนวันนี้จะขึ้นว่าต้องทบทวน",
    )
    valid: Annotated[Validity | None, Presented(Manner.FACT)] = Field(
        default=None, title="ช่วงเวลาที่ใช้", description="from (ตั้งแต่) และ to (ถึง)"
    )
    status: ReferenceStatus | None = Field(
        default=None,
        title="สถานะ",
        description="in-force (ใช้อยู่) amended (แก้ไขเพิ่มเติม) replaced (มีฉบับใหม่แทน) repealed (ยกเลิก)",
    )
    replaced_by: ReferenceId | None = Field(default=None, title="แทนด้วย", description="รหัสของเอกสารที่มาแทน")
    url: str | None = Field(default=None, title="ลิงก์", description="ที่อยู่เว็บของเอกสาร ขึ้นต้นด้วย https://")
    note: Annotated[Text | None, Presented(Manner.LEAD, is_explained=False)] = Field(
        default=None, title="หมายเหตุ", description="คำอธิบายเพิ่มเติม"
    )
    source_note: Annotated[Text | None, Presented(Manner.PROSE, is_explained=False, is_record=True)] = Field(
        default=None, title="หมายเหตุเรื่องที่มา", description=_SOURCE_NOTE
    )


class Form(Frozen):
    """A form that steps use."""

    title: Annotated[Text, Presented(Manner.NAME)] = Field(title="ชื่อ", description="ชื่อแบบฟอร์ม")
    number: Annotated[Text | None, Presented(Manner.FACT)] = Field(
        default=None, title="เลขที่", description="เลขที่แบบฟอร์ม"
    )
    url: str | None = Field(
        default=None,
        title="ไฟล์หรือลิงก์",
        description="ที่อยู่เว็บ (https://…) หรือไฟล์ใน docs/ เช่น forms/request.docx",
    )
    note: Annotated[Text | None, Presented(Manner.LEAD, is_explained=False)] = Field(
        default=None, title="หมายเหตุ", description="คำอธิบายเพิ่มเติม"
    )
    source_note: Annotated[Text | None, Presented(Manner.PROSE, is_explained=False, is_record=True)] = Field(
        default=None, title="หมายเหตุเรื่องที่มา", description=_SOURCE_NOTE
    )


class Term(Frozen):
    """A word or abbreviation of the group's work."""

    term: Annotated[Text, Presented(Manner.NAME)] = Field(
        title="คำ", description="คำเต็ม เช่น สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน"
    )
    short: Annotated[Text | None, Presented(Manner.FACT)] = Field(
        default=None, title="คำย่อ", description="คำย่อ เช่น สพฐ."
    )
    synonyms: Annotated[tuple[Text, ...], Presented(Manner.POINTS, is_explained=False)] = Field(
        default=(), title="คำที่ใช้แทนกัน", description="คำอื่นที่คนใช้เรียกสิ่งเดียวกัน ช่วยให้ค้นหาเจอ"
    )
    meaning: Annotated[RichText | None, Presented(Manner.LEAD, is_explained=False)] = Field(
        default=None, title="ความหมาย", description="ความหมายของคำ"
    )
