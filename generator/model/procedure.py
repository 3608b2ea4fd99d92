"""What a procedure is: its fields, its steps, and the outcomes of a decision.

The Thai titles and descriptions of the fields are shown to authors: in the reference page, in the JSON Schema
and in form labels.
"""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import (
    FormId,
    Frozen,
    Identifier,
    ProcedureId,
    ReferenceId,
    RoleId,
    StepTarget,
    Text,
)
from generator.model.calendar import AuthoredDate, AuthoredDuration, AuthoredInterval
from generator.model.citation import AuthoredCitation
from generator.model.presentation import Manner, Presented
from generator.model.service import Service
from generator.model.tone import Tone

END = "end"
"""The `go` that ends the whole procedure."""

STEP_LISTS = ("steps", "parallel")
"""The keys under which a step holds steps: in a row, or at the same time."""


class Status(StrEnum):
    """How far a procedure has come."""

    PUBLISHED = "published"
    DRAFT = "draft"
    PLANNED = "planned"
    RETIRED = "retired"


class Kind(StrEnum):
    """What a step is, in the terms of ISO 5807."""

    PROCESS = "process"
    DECISION = "decision"
    DOCUMENT = "document"
    INPUT_OUTPUT = "input/output"


class Definition(Frozen):
    """A word and what it means in this procedure."""

    identified_by: ClassVar[str] = "term"

    term: Annotated[Text, Presented(Manner.NAME)] = Field(title="คำ", description="คำหรือวลีที่ต้องการอธิบาย")
    meaning: Annotated[Text, Presented(Manner.LEAD)] = Field(
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


class Outcome(Frozen):
    """One way out of a decision."""

    identified_by: ClassVar[str] = "label"

    label: Annotated[Text, Presented(Manner.NAME, is_looked_through=True)] = Field(
        title="ผล", description="ข้อความบนเส้น เช่น เห็นชอบ หรือ ไม่เห็นชอบ"
    )
    go: Annotated[StepTarget | None, Presented(Manner.FLOW)] = Field(
        default=None, title="ไปที่", description="id ของขั้นตอนที่ไปต่อ หรือ end เพื่อจบงาน ถ้าไม่ใส่จะไปขั้นตอนถัดไป"
    )
    tone: Annotated[Tone | None, Presented(Manner.FLOW)] = Field(
        default=None,
        title="ความหมายของผล",
        description="good (ดี) bad (ไม่ดี) neutral (กลาง) สีในผังและตารางเป็นไปตามนี้ ถ้าไม่ใส่จะดูจากข้อความของผล",
    )


class Step(Frozen):
    """One thing that one actor does; or a sub-process when it has steps of its own."""

    identified_by: ClassVar[str] = "id"

    id: Identifier | None = Field(
        default=None,
        title="รหัส",
        description="ใส่เมื่อมีสิ่งอื่นชี้มา หรือเมื่อต้องการลิงก์ที่ไม่เปลี่ยน ตัวพิมพ์เล็กภาษาอังกฤษคั่นด้วยขีด",
    )
    text: Annotated[Text, Presented(Manner.NAME, is_explained=True)] = Field(
        title="สิ่งที่ต้องทำ", description="การกระทำหนึ่งอย่าง ขึ้นต้นด้วยคำกริยา ไม่ต้องขึ้นต้นด้วยชื่อผู้ทำ"
    )
    detail: Annotated[Text | None, Presented(Manner.LEAD)] = Field(
        default=None, title="รายละเอียด", description="คำอธิบายเพิ่มเติมที่ยาวกว่าหนึ่งบรรทัด"
    )
    role: Annotated[RoleId | None, Presented(Manner.COLUMN)] = Field(
        default=None, title="ผู้รับผิดชอบ", description="รหัสบทบาทใน catalogue/roles.yml ถ้าไม่ใส่คือเจ้าของงาน (owner)"
    )
    kind: Annotated[Kind, Presented(Manner.FLOW)] = Field(
        default=Kind.PROCESS,
        title="ชนิด",
        description="process (ทำงาน) decision (ตัดสินใจ) document (ทำเอกสาร) input/output (รับหรือส่งข้อมูล) "
        "ตามสัญลักษณ์ ISO 5807",
    )
    outcomes: Annotated[tuple[Outcome, ...], Presented(Manner.FLOW)] = Field(
        default=(), title="ผลการตัดสินใจ", description="สองผลขึ้นไป ทำให้ขั้นตอนนี้เป็นการตัดสินใจ"
    )
    go: Annotated[StepTarget | None, Presented(Manner.FLOW)] = Field(
        default=None, title="ไปที่", description="id ของขั้นตอนที่ไปต่อ หรือ end เพื่อจบงาน ถ้าไม่ใส่จะไปขั้นตอนถัดไป"
    )
    duration: Annotated[AuthoredDuration | None, Presented(Manner.COLUMN)] = Field(
        default=None,
        title="ระยะเวลา",
        description="เช่น 3 วันทำการ 1 วัน 30 นาที 30–45 นาที 5 นาที/ราย ทันที หรือ ตามที่หน่วยงานกำหนด",
    )
    standard: Annotated[Text | None, Presented(Manner.COLUMN)] = Field(
        default=None, title="มาตรฐานคุณภาพงาน", description="งานขั้นนี้ถือว่าดีเมื่อเป็นอย่างไร"
    )
    output: Text | None = Field(default=None, title="ผลผลิต", description="เอกสารหรือสิ่งที่ได้จากขั้นตอนนี้")
    forms: Annotated[tuple[FormId, ...], Presented(Manner.COLUMN)] = Field(
        default=(), title="แบบฟอร์ม", description="รหัสแบบฟอร์มใน catalogue/forms.yml"
    )
    references: Annotated[tuple[AuthoredCitation, ...], Presented(Manner.COLUMN)] = Field(
        default=(),
        title="เอกสารอ้างอิง",
        description="รหัสเอกสารใน catalogue/references.yml หรือ {id: รหัส, section: ข้อ 22} เมื่ออ้างเฉพาะข้อ",
    )
    parallel: tuple["Step", ...] = Field(
        default=(),
        title="ทำพร้อมกัน",
        description="แขนงงานสองแขนงขึ้นไปที่ทำพร้อมกัน ใส่แทน steps แขนงหนึ่งเป็นขั้นตอนเดียว "
        "หรือหลายขั้นตอนต่อกันเมื่อใส่ steps ไว้ในแขนงนั้น งานไปต่อเมื่อทุกแขนงเสร็จ",
    )
    steps: tuple["Step", ...] = Field(
        default=(), title="ขั้นตอนย่อย", description="ขั้นตอนภายในขั้นตอนนี้ จะได้ผังงานของตัวเอง"
    )

    @property
    def is_decision(self) -> bool:
        """Whether the flow divides here."""
        return bool(self.outcomes) or self.kind is Kind.DECISION

    @property
    def is_fork(self) -> bool:
        """Whether the steps inside are branches of work done at the same time."""
        return bool(self.parallel) and not self.steps


BODY_KEYS = ("owner", "steps")
"""The keys that a procedure must have unless it is only planned."""


class Procedure(Frozen):
    """One procedure of the manual, as its file states it."""

    title: Annotated[Text, Presented(Manner.NAME, is_looked_through=True)] = Field(
        title="ชื่องาน", description="ชื่อเต็มของงาน เช่น งานสารบรรณ"
    )
    summary: Annotated[Text | None, Presented(Manner.LEAD)] = Field(
        default=None, title="สรุป", description="หนึ่งประโยคที่บอกว่างานนี้ทำอะไรเพื่ออะไร"
    )
    status: Status = Field(
        default=Status.PUBLISHED,
        title="สถานะ",
        description="published (ใช้แล้ว) draft (ร่าง) planned (ยังไม่ได้จัดทำ) retired (เลิกใช้)",
    )
    owner: RoleId | None = Field(
        default=None, title="เจ้าของงาน", description="รหัสบทบาทใน catalogue/roles.yml ที่รับผิดชอบงานนี้"
    )
    effective: Annotated[AuthoredDate | None, Presented(Manner.FACT, is_record=True)] = Field(
        default=None, title="เริ่มใช้", description="วันที่เริ่มใช้ เช่น 2566 หรือ 2566-05-21 หรือ 21 พฤษภาคม 2566"
    )
    reviewed: Annotated[AuthoredDate | None, Presented(Manner.FACT, is_record=True)] = Field(
        default=None, title="ทบทวนล่าสุด", description="วันที่ทบทวนครั้งล่าสุด"
    )
    review_every: Annotated[AuthoredInterval | None, Presented(Manner.FACT, is_record=True)] = Field(
        default=None, title="ทบทวนทุก", description="ระยะเวลาระหว่างการทบทวน เช่น 1 ปี ถ้าไม่ใส่ใช้ค่าใน manual.yml"
    )
    objective: tuple[Text, ...] = Field(default=(), title="วัตถุประสงค์", description="รายการ ข้อละหนึ่งวัตถุประสงค์")
    scope: tuple[Text, ...] = Field(
        default=(), title="ขอบเขตของงาน", description="รายการ ข้อละหนึ่งเรื่องที่งานนี้ครอบคลุม"
    )
    definitions: tuple[Definition, ...] = Field(
        default=(), title="คำจำกัดความ", description="รายการของ term (คำ) และ meaning (ความหมาย)"
    )
    service: Service | None = Field(
        default=None,
        title="ข้อมูลสำหรับผู้รับบริการ",
        description="ใส่เมื่องานนี้ให้บริการประชาชนหรือหน่วยงานอื่น: ใครขอได้ ช่องทาง เอกสาร ค่าธรรมเนียม เวลา และที่ร้องเรียน",
    )
    steps: tuple[Step, ...] = Field(default=(), title="ขั้นตอนการปฏิบัติงาน", description="รายการขั้นตอนตามลำดับ")
    forms: tuple[FormId, ...] = Field(
        default=(), title="แบบฟอร์มที่ใช้", description="รหัสแบบฟอร์มใน catalogue/forms.yml"
    )
    references: tuple[AuthoredCitation, ...] = Field(
        default=(),
        title="เอกสารอ้างอิง",
        description="รหัสเอกสารใน catalogue/references.yml หรือ {id: รหัส, section: ข้อ 22} เมื่ออ้างเฉพาะข้อ",
    )
    related: tuple[ProcedureId, ...] = Field(default=(), title="งานที่เกี่ยวข้อง", description="id ของงานอื่นในคู่มือ")
    source: Annotated[Source | None, Presented(Manner.PART, is_record=True)] = Field(
        default=None, title="ที่มา", description="คู่มือและหัวข้อที่นำมา"
    )

    @model_validator(mode="after")
    def _require_a_body(self) -> "Procedure":
        """A procedure that is more than planned needs an owner and at least one step."""
        if self.status is not Status.PLANNED:
            for key in BODY_KEYS:
                if not getattr(self, key):
                    raise PydanticCustomError("missing-key", "missing key {key}", {"key": key})
        return self
