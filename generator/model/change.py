"""One change that an edition makes to a procedure of the base: what it names by an address, and what stands there then.

An address leads by names and contents, never by positions, so that it still means the same when the base is edited:
``title``, ``scope/<the item's text>``, ``definitions/<term>/meaning``, ``steps/<step's id>/role``,
``steps/<step's id>/outcomes/<label>/go``, ``references/<id>``, ``references/<id> <section>``. The ids of steps are
unique in a procedure, so that a sub-step is addressed like a step. `generator.overlay.changes` finds addresses and
applies changes.
"""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from generator.model.base import Frozen, Text
from generator.model.presentation import Manner, Presented


class Verb(StrEnum):
    """What a change does; each is the key under which its address stands."""

    REPLACE = "replace"
    REMOVE = "remove"
    INSERT_BEFORE = "insert_before"
    INSERT_AFTER = "insert_after"
    ADD = "add"


class Change(Frozen):
    """One change of one procedure; exactly one verb stands in it, `remove` without and every other with ``with``."""

    replace: str | None = Field(
        default=None,
        title="แทนที่",
        description="ที่อยู่ของสิ่งที่แทน เช่น title หรือ steps/register/role แล้วใส่สิ่งใหม่ใน with",
    )
    remove: str | None = Field(default=None, title="ตัดออก", description="ที่อยู่ของสิ่งที่ตัดออก เช่น steps/register")
    insert_before: str | None = Field(
        default=None, title="แทรกก่อน", description="ที่อยู่ของขั้นตอนหรือรายการที่แทรกสิ่งใน with ไว้ข้างหน้า"
    )
    insert_after: str | None = Field(
        default=None, title="แทรกหลัง", description="ที่อยู่ของขั้นตอนหรือรายการที่แทรกสิ่งใน with ไว้ข้างหลัง"
    )
    add: str | None = Field(
        default=None,
        title="เพิ่ม",
        description="ที่อยู่ของรายการที่ต่อท้ายด้วย with เช่น references หรือของช่องที่ต้นฉบับร่วมไม่มี",
    )
    with_: Any = Field(
        default=None, alias="with", title="สิ่งใหม่", description="สิ่งที่แทนหรือแทรก เขียนเหมือนในไฟล์ของงาน"
    )
    reason: Annotated[Text | None, Presented(Manner.PROSE, is_explained=False)] = Field(
        default=None, title="เหตุผล", description="เหตุที่สำนักงานนี้ต่างจากต้นฉบับร่วม"
    )
    base: str | None = Field(
        default=None,
        title="รอยต้นฉบับร่วม",
        description="รหัส 8 ตัวของต้นฉบับร่วมที่แทนหรือตัดออก คำสั่ง khumue accept เขียนให้",
    )

    @property
    def verb(self) -> Verb:
        """What it does.

        Raises:
            ValueError: when it has no verb; `generator.assembly` lets no such change into a manual.
        """
        return next(verb for verb in Verb if getattr(self, verb.value) is not None)

    @property
    def address(self) -> str:
        """What it names, as the verb's key gives it; raises like `verb`."""
        address: str = getattr(self, self.verb.value)
        return address
