"""A learning path: what a new holder of a role reads and does, in order, to become able to do the work."""

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Frozen, ProcedureId, RoleId, StepOfProcedure, Text
from generator.model.presentation import Manner, Presented

TARGETS = ("procedure", "term", "page", "checkpoint")
"""The fields of a stop of which it has exactly one."""


class Stop(Frozen):
    """One stop of a path: one thing to read or to prove, and why."""

    procedure: ProcedureId | None = Field(default=None, title="งาน", description="id ของงานที่ต้องอ่าน")
    step: Annotated[StepOfProcedure | None, Presented(Manner.ADDRESS)] = Field(
        default=None, title="ขั้นตอน", description="id ของขั้นตอนในงานนั้น ถ้าให้อ่านเฉพาะขั้นตอน"
    )
    term: Annotated[Text | None, Presented(Manner.NAME)] = Field(
        default=None, title="คำ", description="คำศัพท์หรือคำย่อที่ต้องรู้ ตามที่มีในคู่มือ"
    )
    page: Annotated[Text | None, Presented(Manner.ADDRESS)] = Field(
        default=None, title="หน้า", description="หน้าใน docs/ ที่ต้องอ่าน เช่น about/introduction.md"
    )
    checkpoint: Annotated[Text | None, Presented(Manner.NAME)] = Field(
        default=None, title="จุดตรวจ", description="สิ่งที่ต้องทำได้หรืออธิบายได้ก่อนไปต่อ ให้หัวหน้างานตรวจ"
    )
    why: Annotated[Text | None, Presented(Manner.LEAD, is_explained=False)] = Field(
        default=None, title="เหตุผล", description="หนึ่งบรรทัดที่บอกว่าอ่านหรือทำเพื่ออะไร"
    )

    @model_validator(mode="after")
    def _require_one_target(self) -> "Stop":
        """A stop is exactly one of `TARGETS`; a step belongs to a procedure."""
        given = [name for name in TARGETS if getattr(self, name) is not None]
        if len(given) != 1:
            raise PydanticCustomError("bad-stop", "a stop needs one target", {"given": ", ".join(given)})
        if self.step is not None and self.procedure is None:
            raise PydanticCustomError("step-without-procedure", "a step without its procedure")
        return self


class LearningPath(Frozen):
    """``onboarding/<path>.yml``: a path for the holders of a role."""

    title: Annotated[Text, Presented(Manner.NAME)] = Field(title="ชื่อเส้นทาง", description="ชื่อเส้นทางการเรียนรู้")
    role: RoleId = Field(title="สำหรับ", description="รหัสบทบาทใน catalogue/roles.yml ของผู้เรียน")
    summary: Annotated[Text | None, Presented(Manner.LEAD, is_explained=False)] = Field(
        default=None, title="สรุป", description="หนึ่งประโยคว่าเรียนจบแล้วทำอะไรได้"
    )
    stops: tuple[Stop, ...] = Field(title="ลำดับการเรียนรู้", description="สิ่งที่ต้องอ่าน ทำ และตรวจ ตามลำดับ")
