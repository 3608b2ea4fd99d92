"""Named ends: where a procedure may end otherwise than simply being done, so that charts and tables can say how.

Steps and named ends share one namespace: a `go` names either.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.base import Frozen, Identifier, Text
from generator.model.presentation import Manner, Presented
from generator.model.tone import Tone


class NamedEnd(Frozen):
    """One way in which a procedure ends."""

    identified_by: ClassVar[str] = "id"

    id: Identifier = Field(title="รหัส", description="รหัสที่ go ของขั้นตอนชี้มา ต้องไม่ซ้ำกับรหัสของขั้นตอน เช่น granted")
    text: Annotated[Text, Presented(Manner.NAME, is_looked_through=True)] = Field(
        title="จบอย่างไร", description="ข้อความในสัญลักษณ์จบงานของผัง เช่น ออกใบอนุญาตแล้ว"
    )
    tone: Tone | None = Field(
        default=None,
        title="ผลต่อผู้เกี่ยวข้อง",
        description="good (ผลดี) bad (ผลไม่ดี) neutral (ผลกลาง ๆ) สีในผังเป็นไปตามนี้ ถ้าไม่ใส่จะดูจากข้อความ",
    )
