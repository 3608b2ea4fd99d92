"""The manual's own settings, its areas, and an edition: one office's selection, order and changes of procedures."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.approval import Approval
from generator.model.base import AreaId, EditionId, Frozen, ProcedureId, Text
from generator.model.calendar import AuthoredDate, AuthoredInterval
from generator.model.change import Change
from generator.model.matter import Matter
from generator.model.presentation import Manner, Presented
from generator.model.printing import Printing


class ProfileId(StrEnum):
    """A list of what every procedure has to state; what is on it stands in ``generator/words/th/profiles/``."""

    TRANSPARENCY_BASIC = "transparency-basic"
    TRANSPARENCY = "transparency"
    OPDC_TABLE = "opdc-table"
    OBEC_TABLE = "obec-table"
    ITA_SERVICE = "ita-service"
    DOCUMENT_CONTROL = "document-control"


class Language(StrEnum):
    """The languages in which the generator speaks to readers: those of ``generator/words/``."""

    THAI = "th"
    ENGLISH = "en"


class Era(StrEnum):
    """How years are counted."""

    BUDDHIST = "buddhist"
    COMMON = "common"


class Allowance(StrEnum):
    """What hand-written pages, or programs of the project, may do only when the settings say so."""

    SCRIPTS = "scripts"
    FRAMES = "frames"
    REMOTE_PICTURES = "remote-pictures"
    PROGRAMS = "programs"


class Settings(Frozen):
    """``manual.yml``: what holds for every edition."""

    title: Annotated[Text, Presented(Manner.NAME)] = Field(
        title="ชื่อคู่มือ", description="ชื่อที่แสดงบนเว็บไซต์และหน้าปก"
    )
    group: Annotated[Text, Presented(Manner.FACT)] = Field(
        title="กลุ่มงาน", description="กลุ่มหรือหน่วยงานที่เป็นเจ้าของคู่มือ"
    )
    publisher: Annotated[Text | None, Presented(Manner.FACT)] = Field(
        default=None, title="ผู้เผยแพร่", description="หน่วยงานที่เผยแพร่คู่มือ"
    )
    language: Annotated[Language, Presented(Manner.ADDRESS)] = Field(
        default=Language.THAI,
        title="ภาษาของคู่มือ",
        description="ภาษาที่โปรแกรมใช้กับผู้อ่านบนทุกหน้า ในผัง และในการค้นหา: th (ไทย) en (อังกฤษ) "
        "ข้อความที่ผู้จัดทำเขียนแสดงตามที่เขียน ข้อความถึงผู้จัดทำเป็นภาษาไทยเสมอ",
    )
    era: Annotated[Era | None, Presented(Manner.ADDRESS)] = Field(
        default=None,
        title="ศักราชของวันที่",
        description="ศักราชที่แสดงวันที่แก่ผู้อ่าน: buddhist (พ.ศ.) common (ค.ศ.) ถ้าไม่ใส่ คู่มือภาษาไทยใช้ พ.ศ. คู่มือภาษาอังกฤษใช้ ค.ศ.",
    )
    default_edition: EditionId = Field(title="ฉบับหลัก", description="id ของฉบับใน editions/ ที่แสดงเป็นหลัก")
    review_every: AuthoredInterval | None = Field(
        default=None, title="รอบการทบทวน", description="ระยะเวลาระหว่างการทบทวนของทุกงาน เช่น 1 ปี"
    )
    profile: ProfileId | None = Field(
        default=None,
        title="เกณฑ์ความครบถ้วน",
        description="รายการข้อมูลที่ทุกงานต้องมี หน้าสถานะคู่มือบอกว่างานใดยังขาด: "
        "transparency-basic (ขั้นต่ำเพื่อความโปร่งใส) transparency (เพิ่มเวลาแต่ละขั้นตอนและกฎหมาย) "
        "opdc-table (ตารางของ ก.พ.ร.) obec-table (ตารางของ สพฐ.) ita-service (งานบริการ เวลา ช่องทาง ค่าธรรมเนียม เอกสาร) "
        "document-control (การควบคุมเอกสาร ทบทวนและอนุมัติข้อความปัจจุบัน)",
    )
    knowledge_management: ProcedureId | None = Field(
        default=None,
        title="งานจัดการความรู้",
        description="id ของงานจัดการความรู้ รายงานการจัดการความรู้แสดงขั้นตอนของงานนี้",
    )
    values: dict[str, str] = Field(
        default_factory=dict, title="ค่าเริ่มต้น", description="ค่าที่ใช้แทน ${ชื่อ} ในข้อความ เมื่อฉบับไม่ได้กำหนดเอง"
    )
    feedback: str | None = Field(
        default=None,
        title="ลิงก์แจ้งขอแก้ไข",
        description="ที่อยู่ (https:// หรือ mailto:) ใส่ {title} และ {body} ตรงที่จะให้เติมชื่องานและขั้นตอน",
    )
    reading_lists: str | None = Field(
        default=None,
        title="ที่ส่งรายการอ่าน",
        description="ที่อยู่ (https:// ของแบบฟอร์ม หรือ mailto:) ที่เจ้าหน้าที่ส่งรายการงานที่อ่านแล้ว หน้า การอ่านของฉัน แสดงเป็นลิงก์ "
        "ฉบับของสำนักงานใส่ของตนเองได้",
    )
    allow: tuple[Allowance, ...] = Field(
        default=(),
        title="สิ่งที่ยอมให้มีในหน้าที่เขียนเองและใน mkdocs.yml",
        description="สิ่งที่ทำงานเองในเครื่องของผู้อ่าน ซึ่งปกติไม่รับ: scripts (สคริปต์และแบบฟอร์ม HTML) frames (กรอบแสดงเว็บอื่น) "
        "remote-pictures (รูปจากเว็บอื่น) และ programs (hooks และปลั๊กอินอื่นใน mkdocs.yml ซึ่งทำงานในเครื่องที่สร้างเว็บไซต์) "
        "ใส่เฉพาะที่ผู้ดูแลตรวจแล้ว",
    )
    printing: Annotated[Printing | None, Presented(Manner.ADDRESS)] = Field(
        default=None,
        alias="print",
        title="คู่มือฉบับพิมพ์",
        description="emblem (ตราบนหน้าปก) foreword (คำนำ) introduction (หน้าของบทนำ) "
        "และ download (ให้ดาวน์โหลดจากเว็บไซต์) ของเล่มที่ khumue print พิมพ์",
    )
    attachments: tuple[str, ...] = Field(
        default=(),
        title="ชนิดไฟล์แนบเพิ่มเติม",
        description="นามสกุลของไฟล์ที่แนบใน docs/ ได้ นอกจากรูป เอกสาร และไฟล์ทั่วไปที่รับอยู่แล้ว เช่น dwg",
    )

    @property
    def printed(self) -> Printing:
        """What is said of the printed manual; nothing where nothing is."""
        return self.printing or Printing()


class Area(Frozen):
    """``_area.yml``: one area of work."""

    title: Annotated[Text, Presented(Manner.NAME)] = Field(title="ชื่อด้าน", description="ชื่อด้านงาน เช่น งานธุรการ")
    summary: Annotated[Text | None, Presented(Manner.LEAD)] = Field(
        default=None, title="สรุป", description="หนึ่งประโยคที่บอกว่าด้านนี้ดูแลอะไร"
    )


class EditionArea(Frozen):
    """An area as an edition places it."""

    id: Annotated[AreaId, Presented(Manner.ADDRESS)] = Field(
        title="รหัสด้าน", description="ชื่อโฟลเดอร์ของด้านใน procedures/"
    )
    title: Annotated[Text | None, Presented(Manner.NAME)] = Field(
        default=None, title="ชื่อด้าน", description="ใส่เมื่อสำนักงานนี้เรียกด้านนี้ต่างจาก _area.yml"
    )
    procedures: tuple[ProcedureId, ...] = Field(
        title="งาน", description="id ของงานตามลำดับ เลข 1.1, 1.2 … มาจากลำดับนี้"
    )


class Edition(Frozen):
    """``editions/<edition>.yml``: the manual of one office."""

    office: Annotated[Text, Presented(Manner.NAME)] = Field(title="สำนักงาน", description="ชื่อเต็มของสำนักงาน")
    short: Annotated[Text | None, Presented(Manner.FACT)] = Field(
        default=None, title="ชื่อย่อ", description="ชื่อย่อของสำนักงาน"
    )
    year: AuthoredDate | None = Field(default=None, title="ปี", description="ปีของคู่มือ พ.ศ. หรือ ค.ศ.")
    effective: AuthoredDate | None = Field(
        default=None, title="เริ่มใช้", description="วันที่เริ่มใช้ของทุกงานในฉบับ ที่งานนั้นไม่ได้ใส่วันเริ่มใช้ไว้เอง"
    )
    replaced_by: Annotated[EditionId | None, Presented(Manner.ADDRESS)] = Field(
        default=None,
        title="ใช้ฉบับนี้แทน",
        description="รหัสของฉบับใหม่ เมื่อฉบับนี้เป็นของปีก่อน ทุกหน้ายังเปิดได้พร้อมคำว่าเลิกใช้แล้ว แต่ไม่อยู่ในรายการและการค้นหาของฉบับอื่น",
    )
    values: dict[str, str] = Field(
        default_factory=dict, title="ค่า", description="ค่าของสำนักงานนี้สำหรับ ${ชื่อ} ในข้อความ"
    )
    areas: tuple[EditionArea, ...] = Field(
        title="ด้านงาน", description="ด้านงานตามลำดับ เลข 1, 2, 3 … มาจากลำดับนี้"
    )
    site: str | None = Field(
        default=None,
        title="ที่อยู่เว็บไซต์",
        description="ที่อยู่ https:// ของเว็บไซต์ฉบับนี้ เมื่อเผยแพร่แยกจากฉบับอื่น ใช้เป็นลิงก์จากฉบับของสำนักงานอื่น",
    )
    reading_lists: str | None = Field(
        default=None,
        title="ที่ส่งรายการอ่าน",
        description="ที่อยู่ (https:// ของแบบฟอร์ม หรือ mailto:) ที่เจ้าหน้าที่ของสำนักงานนี้ส่งรายการงานที่อ่านแล้ว "
        "ถ้าไม่ใส่ ใช้ของ manual.yml",
    )
    changes: dict[ProcedureId, tuple[Change, ...]] = Field(
        default_factory=dict,
        title="ส่วนที่ปรับ",
        description="สิ่งที่สำนักงานนี้ปรับจากต้นฉบับร่วม แยกตาม id ของงาน",
    )
    approvals: Annotated[tuple[Approval, ...], Presented(matter=Matter.RECORD)] = Field(
        default=(),
        title="การอนุมัติ",
        description="รายการของ procedure (งาน) role (ผู้อนุมัติ) date (วันที่) และ order (คำสั่ง) "
        "สำหรับข้อความของฉบับนี้ คำสั่ง khumue approve เขียนให้",
    )

    @property
    def short_name(self) -> str:
        """The short name of its office; the full one when it has none."""
        return self.short or self.office
