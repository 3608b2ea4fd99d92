"""Every official text of an editor is in the Word document, whatever it is, and the document stays one."""

import io

import docx
import pytest
from hypothesis import given, settings

from generator.document.addresses import Addresses
from generator.model.presentation import presented_field
from generator.model.rich_reading import read_rich_text
from tests.document.test_every_text import ANY_TEXT
from tests.document.test_printed_book import NOT_OFFICIAL
from tests.support.auditing import examples
from tests.support.every_field import EVERY_KIND, RICH, THINGS, every_field_manual, text_names
from tests.support.hostile import SHIFTS, hostile_by_turns
from tests.support.visible import one_line
from tests.support.word import word_of
from tests.support.word_faults import faults
from tests.writers.test_every_text import noted

UNSAID = (*NOT_OFFICIAL, "edition-short", "left-out")
"""What is no part of the manual that is signed, and names that the book writes out."""
HOSTILE_TO_XML = (
    "]]> <![CDATA[x]]> <?xml?> <!-- x -->",
    "<w:p/></w:t></w:r></w:p>",
    "&amp; &#0; &lt; \" '",
    "\u202eกลับ\u202c \u200fขวา \u2066a\u2069",
    "_x0041_ {=1+1} %1. { PAGE }",
)


def told(next_text: object) -> list[str]:
    """The names of the official texts that cannot be read; what is wrong with the document fails."""
    written, say = noted(next_text)  # type: ignore[arg-type]  # what gives the next text
    manual = every_field_manual(say)
    file = word_of(manual)
    assert faults(file) == []
    seen, addresses = one_line(file.text), Addresses(manual)
    return [
        name
        for name, text in written.items()
        if not name.startswith(UNSAID)
        and one_line(addresses.read_rich(text) if name in RICH else addresses.read(text)) not in seen
    ]


@given(ANY_TEXT)
@settings(max_examples=examples(40), deadline=None)
def test_every_text_can_be_read(text: str) -> None:
    assert told(lambda: text) == []


@pytest.mark.parametrize("shift", SHIFTS)
def test_hostile_texts_can_be_read(shift: int) -> None:
    assert told(hostile_by_turns(shift)) == []


@pytest.mark.parametrize("text", HOSTILE_TO_XML)
def test_what_is_hostile_to_xml_can_be_read(text: str) -> None:
    assert told(lambda: text) == []


def test_what_xml_cannot_hold_is_replaced() -> None:
    file = word_of(every_field_manual(lambda name: f"ก\x00ข\x0b\x1f\uffff {name}"))
    assert faults(file) == []
    assert "ก\ufffdข\ufffd\ufffd\ufffd procedure-title" in file.text


def test_texts_of_several_blocks_are_whole() -> None:
    said: dict[str, str] = {}

    def say(name: str) -> str:
        said[name] = f"ข้อความ {name} จบ"
        return EVERY_KIND.format(said[name]) if name in RICH else said[name]

    file = word_of(every_field_manual(say))
    assert faults(file) == []
    kinds = read_rich_text(EVERY_KIND).lines()
    assert sum(1 for _ in kinds) > 10
    for name, text in said.items():
        if name in RICH and not name.startswith(UNSAID):
            assert file.text.count(text) >= EVERY_KIND.count("{0}"), name


def test_every_text_field_of_the_model_is_looked_for() -> None:
    """The texts above are those of the models: a field that a model gets is among them."""
    names = {name for thing in THINGS for names in text_names(thing).values() for name in names}
    written, say = noted(lambda: "")
    every_field_manual(say)
    assert {name for name in names if not name.startswith("stop-")} <= set(written)
    assert any(
        presented_field(model, field).is_rich for model in THINGS.values() for field in model.model_fields
    )


def test_another_program_reads_it() -> None:
    file = word_of(every_field_manual(lambda name: name))
    opened = docx.Document(io.BytesIO(file.content))
    assert (
        opened.core_properties.title == "settings-title edition-office พ.ศ. 2566"
        or opened.core_properties.title
    )
    assert opened.core_properties.last_modified_by == "khumue"
    assert any(each.style and each.style.name == "Heading 3" for each in opened.paragraphs)
    assert len(opened.sections) > 3
