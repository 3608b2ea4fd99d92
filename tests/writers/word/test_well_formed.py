"""Every kind of Word document is put together as the standard has it: Word opens it without asking to repair."""

import io
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx
import pytest

from generator.document import Authored
from generator.model import speaking_as
from tests.document.manuals import manual_of, placed
from tests.support.every_field import every_field_manual
from tests.support.showcase import showcase_manual
from tests.support.word import W, WordFile, flow_sheets_of, word_of
from tests.support.word_faults import faults

PAGE = """# คำนำ

ย่อหน้า **หนา** `โค้ด` [ลิงก์](https://a.example/?a=1&b=<2>)

!!! note "หมายเหตุ"
    - ก
        1. ข

| หัว | หัว |
| --- | --- |
| 1 | ![รูป](../images/a.svg) |

```
รหัส
```
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
PRINT = {
    "print": {"emblem": "images/a.svg", "foreword": "about/foreword.md", "introduction": ["about/other.md"]}
}


def _written_by_hand() -> WordFile:
    authored = Authored(
        {name: PAGE.encode() for name in ("about/foreword.md", "about/other.md")}
        | {"images/a.svg": SVG.encode()}
    )
    return word_of(manual_of(placed("plan", "1.1"), settings=PRINT), authored)


def _in_english() -> WordFile:
    manual = manual_of(placed("plan", "1.1"), settings={"language": "en"})
    with speaking_as(manual.settings):
        return word_of(manual)


def _chosen() -> WordFile:
    manual = showcase_manual()
    first, other, *_ = (each.id for each in manual.procedures() if each.steps)
    return word_of(manual, procedures=(first, other), charts=True)


KINDS: dict[str, Callable[[], WordFile]] = {
    "manual": lambda: word_of(showcase_manual(), charts=True),
    "procedures": _chosen,
    "every field": lambda: word_of(every_field_manual("ข้อความ {0}".format)),
    "written by hand": _written_by_hand,
    "english": _in_english,
    "empty": lambda: word_of(manual_of()),
    "forms": lambda: flow_sheets_of(showcase_manual()),
    "forms of every field": lambda: flow_sheets_of(every_field_manual("ข้อความ {0}".format)),
}


@pytest.fixture(scope="module", params=KINDS)
def file(request: pytest.FixtureRequest) -> WordFile:
    """A document of each kind."""
    return KINDS[request.param]()


def test_it_is_put_together_as_the_standard_has_it(file: WordFile) -> None:
    assert faults(file) == []


def test_another_program_finds_all_its_paragraphs(file: WordFile) -> None:
    opened = docx.Document(io.BytesIO(file.content))
    assert len(list(opened.element.body.iter(f"{W}p"))) == len(file.paragraphs)
    assert len(opened.sections) == len(list(file.main.iter(f"{W}sectPr")))
    assert all(each.partname for each in opened.part.package.iter_parts())


MISTAKES = {
    "order": lambda main: main.replace("<w:r>", "<w:r><w:t>ก</w:t><w:rPr/>", 1),
    "unknown": lambda main: main.replace("<w:pPr>", "<w:pPr><w:unheard/>", 1),
    "place": lambda main: main.replace('w:anchor="_k', 'w:anchor="_x'),
    "id": lambda main: main.replace('<w:bookmarkStart w:id="2"', '<w:bookmarkStart w:id="1"'),
    "span": lambda main: main.replace("<w:gridCol ", '<w:gridCol w:w="1"/><w:gridCol ', 1),
    "style": lambda main: main.replace('w:val="BodyText"', 'w:val="Gone"', 1),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_what_is_put_together_otherwise_is_told(mistake: str) -> None:
    steps = [{"text": "รับเรื่อง"}, {"text": "ส่งเรื่อง"}]
    sound = word_of(manual_of(placed("plan", "1.1", steps=steps, objective=["ก", "ข"])))
    assert faults(sound) == []
    name = "word/document.xml"
    broken = MISTAKES[mistake](sound.parts[name].decode())
    ET.fromstring(broken)  # noqa: S314 - our own
    written = io.BytesIO()
    with ZipFile(written, "w") as archive:
        for part, content in {**sound.parts, name: broken.encode()}.items():
            archive.writestr(part, content)
    assert faults(replace(sound, content=written.getvalue()))
