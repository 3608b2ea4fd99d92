"""A procedure's title and summary in another language than the manual's, for readers who look for it there."""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.base import Frozen, Identifier, Text
from generator.model.presentation import Manner, Presented


class Translation(Frozen):
    """What a procedure is called in another language, and perhaps what it does."""

    identified_by: ClassVar[str] = "language"

    language: Identifier = Field(title="ภาษา", description="รหัสของภาษา เช่น en (อังกฤษ) lo (ลาว) ms (มลายู)")
    title: Annotated[Text, Presented(Manner.NAME, is_looked_through=False)] = Field(
        title="ชื่องาน", description="ชื่องานในภาษานั้น"
    )
    summary: Annotated[Text | None, Presented(Manner.LEAD, is_explained=False)] = Field(
        default=None, title="สรุป", description="หนึ่งประโยคที่บอกว่างานนี้ทำอะไรเพื่ออะไร ในภาษานั้น"
    )
