"""The service standard: what who comes to an office for a service must know (คู่มือสำหรับประชาชน).

What there is none of is stated by the word `none`; what is left out is a gap, which the profile `ita-service` shows.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.base import FormId, Frozen, Text
from generator.model.calendar import AuthoredDuration
from generator.model.matter import Matter
from generator.model.presentation import Manner, Presented
from generator.model.stated_none import ListOrNone


class Applicant(Frozen):
    """Who may apply, perhaps only under a condition."""

    identified_by: ClassVar[str] = "name"
    short_form: ClassVar[str] = "name"

    name: Annotated[Text, Presented(Manner.NAME, is_looked_through=True)] = Field(
        title="ผู้ยื่นคำขอ", description="บุคคลหรือหน่วยงานที่ขอรับบริการได้ เช่น เจ้าของอาคาร"
    )
    only_if: Annotated[Text | None, Presented(Manner.FACT)] = Field(
        default=None, title="เฉพาะกรณี", description="เงื่อนไขของผู้ยื่นคำขอ ใส่เมื่อมี"
    )


class Channel(Frozen):
    """One way to reach the service: a counter, a system on the web."""

    identified_by: ClassVar[str] = "name"

    name: Annotated[Text, Presented(Manner.NAME, is_looked_through=True)] = Field(
        title="ช่องทาง", description="ชื่อช่องทาง เช่น เคาน์เตอร์บริการ หรือ ระบบยื่นคำขอออนไลน์"
    )
    place: Annotated[Text | None, Presented(Manner.FACT)] = Field(
        default=None, title="สถานที่", description="อาคาร ชั้น ห้อง หรือที่อยู่ ใส่เมื่อชื่อช่องทางไม่ได้บอก"
    )
    hours: Annotated[Text | None, Presented(Manner.FACT)] = Field(
        default=None,
        title="เวลาให้บริการ",
        description="วันและเวลา เช่น จันทร์ถึงศุกร์ 08.30-16.30 น. หรือ ตลอด 24 ชั่วโมง",
    )
    phone: Annotated[Text | None, Presented(Manner.PHONE)] = Field(
        default=None,
        title="โทรศัพท์",
        description="เลขโทรศัพท์ หลายเลขคั่นด้วยจุลภาค เลขต่อเขียนหลังคำว่า ต่อ เช่น 0 2123 4567 ต่อ 12",
    )
    url: Annotated[str | None, Presented(Manner.WEB)] = Field(
        default=None, title="เว็บไซต์", description="ที่อยู่เว็บ ขึ้นต้นด้วย https://"
    )


class ServiceDocument(Frozen):
    """A document that an applicant brings."""

    identified_by: ClassVar[str] = "name"

    name: Annotated[Text, Presented(Manner.NAME, is_looked_through=True)] = Field(
        title="เอกสาร", description="ชื่อเอกสารที่ต้องใช้ เช่น บัตรประจำตัวประชาชน"
    )
    original: Annotated[Text | None, Presented(Manner.FACT)] = Field(
        default=None, title="ฉบับจริง", description="จำนวนฉบับจริง ตามที่ประกาศ เช่น 1 ฉบับ"
    )
    copies: Annotated[Text | None, Presented(Manner.FACT)] = Field(
        default=None, title="สำเนา", description="จำนวนสำเนา ตามที่ประกาศ เช่น 1 ฉบับ"
    )
    issued_by: Annotated[Text | None, Presented(Manner.FACT)] = Field(
        default=None, title="หน่วยงานที่ออก", description="หน่วยงานที่ออกเอกสาร เช่น กรมการปกครอง"
    )
    only_if: Annotated[Text | None, Presented(Manner.FACT)] = Field(
        default=None, title="เฉพาะกรณี", description="เงื่อนไขที่ต้องใช้เอกสารนี้ เช่น กรณีนิติบุคคล ใส่เมื่อไม่ได้ใช้ทุกครั้ง"
    )
    form: FormId | None = Field(
        default=None,
        title="แบบฟอร์ม",
        description="รหัสแบบฟอร์มใน catalogue/forms.yml ใส่เมื่อเอกสารนี้เป็นแบบฟอร์มของสำนักงาน",
    )


class Fee(Frozen):
    """What has to be paid for something."""

    identified_by: ClassVar[str] = "item"

    item: Annotated[Text, Presented(Manner.NAME, is_looked_through=True)] = Field(
        title="รายการ", description="สิ่งที่ต้องชำระ เช่น ค่าใบอนุญาต"
    )
    amount: Annotated[Text, Presented(Manner.FACT)] = Field(
        title="จำนวนเงิน", description="จำนวนพร้อมหน่วย แสดงตามที่เขียน เช่น 2,000 บาทต่อปี"
    )


class Complaint(Frozen):
    """Where to complain."""

    identified_by: ClassVar[str] = "name"
    short_form: ClassVar[str] = "name"

    name: Annotated[Text, Presented(Manner.NAME, is_looked_through=True)] = Field(
        title="ช่องทางร้องเรียน", description="ชื่อหน่วยงานหรือช่องทางที่รับเรื่องร้องเรียน"
    )
    phone: Annotated[Text | None, Presented(Manner.PHONE)] = Field(
        default=None, title="โทรศัพท์", description="เลขโทรศัพท์ เช่น 1567"
    )
    url: Annotated[str | None, Presented(Manner.WEB)] = Field(
        default=None, title="เว็บไซต์", description="ที่อยู่เว็บ ขึ้นต้นด้วย https://"
    )


class Service(Frozen):
    """What an office promises to who asks for a service."""

    applicants: tuple[Applicant, ...] = Field(
        default=(),
        title="ผู้มีสิทธิขอรับบริการ",
        description="รายการ ข้อละหนึ่งกลุ่ม เขียนเป็นข้อความ หรือแยกเป็น name และ only_if เมื่อมีเงื่อนไข",
    )
    channels: tuple[Channel, ...] = Field(
        default=(),
        title="ช่องทางและเวลาให้บริการ",
        description="รายการช่องทาง แต่ละข้อมี name (ชื่อช่องทาง) place (สถานที่) hours (เวลา) phone และ url",
    )
    documents: Annotated[ListOrNone[ServiceDocument], Presented(Manner.TABLE, matter=Matter.DOCUMENT)] = (
        Field(
            default=(),
            title="เอกสารที่ต้องใช้",
            description="รายการเอกสารที่ผู้ขอต้องนำมา ถ้าไม่ต้องใช้เอกสาร ให้เขียน none (ไม่ต้องใช้เอกสาร) ห้ามเว้นว่าง",
        )
    )
    fees: Annotated[ListOrNone[Fee], Presented(Manner.TABLE)] = Field(
        default=(),
        title="ค่าธรรมเนียม",
        description="รายการค่าธรรมเนียมตามลำดับ ถ้าไม่เก็บ ให้เขียน none (ไม่มีค่าธรรมเนียม) ห้ามเว้นว่าง",
    )
    total_time: AuthoredDuration | None = Field(
        default=None,
        title="ระยะเวลารวม",
        description="เวลาทั้งหมดตั้งแต่ได้รับคำขอที่ครบถ้วนจนเสร็จ เขียนแบบเดียวกับระยะเวลาของขั้นตอน เช่น 30 วัน",
    )
    complaints: tuple[Complaint, ...] = Field(
        default=(),
        title="ช่องทางร้องเรียน",
        description="รายการ เขียนเป็นข้อความ หรือแยกเป็น name phone และ url",
    )
