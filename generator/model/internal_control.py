"""What internal control asks of a procedure or a step: how its success is measured, what may go wrong, what is done."""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.base import Frozen, RoleId, Text
from generator.model.presentation import Manner, Presented


class Indicator(Frozen):
    """By what success is measured."""

    identified_by: ClassVar[str] = "name"
    short_form: ClassVar[str] = "name"

    name: Annotated[Text, Presented(Manner.NAME, is_explained=True)] = Field(
        title="ตัวชี้วัด", description="สิ่งที่วัด เช่น ร้อยละของเรื่องที่แล้วเสร็จภายในกำหนด"
    )
    target: Text | None = Field(default=None, title="ค่าเป้าหมาย", description="ค่าที่ต้องได้ เช่น ไม่น้อยกว่าร้อยละ 90")
    frequency: Text | None = Field(
        default=None, title="ความถี่", description="วัดหรือรายงานบ่อยเพียงใด เช่น ทุกไตรมาส"
    )
    method: Text | None = Field(
        default=None, title="วิธีวัด", description="วิธีวัดหรือแหล่งข้อมูล เช่น นับจากทะเบียนรับเรื่อง"
    )
    role: RoleId | None = Field(
        default=None, title="ผู้รับผิดชอบ", description="รหัสบทบาทใน catalogue/roles.yml ของผู้วัดหรือผู้กำกับ"
    )


class Risk(Frozen):
    """What may go wrong, where that is noticed, and what is done about it."""

    identified_by: ClassVar[str] = "risk"
    short_form: ClassVar[str] = "risk"

    risk: Annotated[Text, Presented(Manner.NAME, is_explained=True)] = Field(
        title="ความเสี่ยง", description="สิ่งที่อาจผิดพลาด เช่น เอกสารสูญหายระหว่างส่ง"
    )
    control: Text | None = Field(
        default=None, title="จุดควบคุม", description="จุดหรือวิธีที่ทำให้รู้หรือป้องกันความผิดพลาดนั้น"
    )
    measure: Text | None = Field(
        default=None, title="มาตรการควบคุม", description="มาตรการหรือกิจกรรมที่ทำเพื่อควบคุมความเสี่ยง"
    )
    role: RoleId | None = Field(
        default=None, title="ผู้รับผิดชอบ", description="รหัสบทบาทใน catalogue/roles.yml ของผู้ควบคุม"
    )
