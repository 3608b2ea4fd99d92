"""What an editor says of the printed manual alone: the emblem, and which pages stand before the work."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.base import Frozen
from generator.model.presentation import Manner, Presented


class Download(StrEnum):
    """Whether the site offers the printed manual."""

    OFFERED = "offered"
    HIDDEN = "hidden"


class Printing(Frozen):
    """``print`` in ``manual.yml``. Pages that an edition does not have are left out of its book."""

    emblem: Annotated[str | None, Presented(Manner.ADDRESS)] = Field(
        default=None,
        title="ตราบนหน้าปก",
        description="ไฟล์รูปใน docs/ เช่น images/emblem.png หรือ .svg ถ้าไม่ใส่ หน้าปกไม่มีตรา",
    )
    foreword: Annotated[str | None, Presented(Manner.ADDRESS)] = Field(
        default=None, title="คำนำ", description="หน้าใน docs/ ที่พิมพ์เป็นคำนำ เช่น about/foreword.md"
    )
    introduction: Annotated[tuple[str, ...], Presented(Manner.ADDRESS)] = Field(
        default=(),
        title="บทนำ",
        description="หน้าใน docs/ ที่พิมพ์เป็นส่วนที่ 1 บทนำ ตามลำดับ เช่น about/introduction.md",
    )
    download: Annotated[Download, Presented(Manner.ADDRESS)] = Field(
        default=Download.OFFERED,
        title="ให้ดาวน์โหลดจากเว็บไซต์",
        description="offered (สร้างเล่มพร้อมเว็บไซต์ และให้ดาวน์โหลด) hidden (ไม่สร้างพร้อมเว็บไซต์)",
    )

    @property
    def is_offered(self) -> bool:
        """Whether sites offer the printed manual."""
        return self.download is Download.OFFERED
