"""``retired.yml``: ids that were given up, and what took their place, so that old addresses still lead somewhere.

``khumue rename`` writes it; what is deleted without a successor may be noted by hand.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.base import Address, Frozen
from generator.model.calendar import AuthoredDate
from generator.model.presentation import Manner, Presented


class RetiredKind(StrEnum):
    """What an id named: all that can be renamed."""

    PROCEDURE = "procedure"
    STEP = "step"
    ROLE = "role"
    REFERENCE = "reference"
    FORM = "form"
    TERM = "term"


class RetiredId(Frozen):
    """One id that is used no more."""

    kind: Annotated[RetiredKind, Presented(Manner.ADDRESS)] = Field(
        title="รหัสของอะไร",
        description="procedure (งาน) step (ขั้นตอน) role (บทบาท) reference (เอกสารอ้างอิง) form (แบบฟอร์ม) term (คำศัพท์)",
    )
    old: Annotated[Address, Presented(Manner.ADDRESS)] = Field(
        title="รหัสเดิม", description="รหัสที่เลิกใช้ ของขั้นตอนเขียนเป็น รหัสงาน#รหัสขั้นตอน เช่น letters#register"
    )
    new: Annotated[Address | None, Presented(Manner.ADDRESS)] = Field(
        default=None, title="รหัสใหม่", description="รหัสที่ใช้แทน เขียนแบบเดียวกับรหัสเดิม ถ้าไม่มีสิ่งใดแทนไม่ต้องใส่"
    )
    date: Annotated[AuthoredDate | None, Presented(Manner.ADDRESS)] = Field(
        default=None, title="วันที่", description="วันที่เปลี่ยน"
    )


class RetiredIds(Frozen):
    """``retired.yml``: all of them."""

    ids: tuple[RetiredId, ...] = Field(
        title="รหัสที่เลิกใช้",
        description="รายการของ kind (รหัสของอะไร) old (รหัสเดิม) new (รหัสใหม่) และ date (วันที่) คำสั่ง khumue rename เขียนให้",
    )
