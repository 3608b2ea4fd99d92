"""Links in every form that CommonMark knows, and what only looks like one, on a page of every sort."""

from typing import NamedTuple


class Case(NamedTuple):
    """Something written: `target` is what stands as its target, `to` the file that it means; empty for no link."""

    written: str
    target: str
    to: str
    definitions: str = ""


LINKS = (
    Case("[ก](note.md)", "note.md", "note.md"),
    Case('[ก](note.md "ชื่อ")', "note.md", "note.md"),
    Case("[ก](note.md 'ชื่อ \"ใน\" ชื่อ')", "note.md", "note.md"),
    Case("[ก](note.md (ชื่อ))", "note.md", "note.md"),
    Case("[ก]( note.md )", "note.md", "note.md"),
    Case("[ก](\nnote.md\n)", "note.md", "note.md"),
    Case("[ก](<แบบขอ ใช้รถ.docx>)", "แบบขอ ใช้รถ.docx", "แบบขอ ใช้รถ.docx"),
    Case('[ก](<แบบขอ ใช้รถ.docx> "ชื่อ")', "แบบขอ ใช้รถ.docx", "แบบขอ ใช้รถ.docx"),
    Case("[ก](แบบขอ%20ใช้รถ.docx)", "แบบขอ%20ใช้รถ.docx", "แบบขอ ใช้รถ.docx"),
    Case("[ก](<แบบ (1).docx>)", "แบบ (1).docx", "แบบ (1).docx"),
    Case("[ก](a(1).docx)", "a(1).docx", "a(1).docx"),
    Case(r"[ก](a\(1\).docx)", r"a\(1\).docx", "a(1).docx"),
    Case("[ก](100%25.docx)", "100%25.docx", "100%.docx"),
    Case("[ก](a&amp;b.docx)", "a&amp;b.docx", "a&b.docx"),
    Case("[ก [ข] ค](note.md)", "note.md", "note.md"),
    Case(r"[ก \] ข](note.md)", "note.md", "note.md"),
    Case("[ก `]` ข](note.md)", "note.md", "note.md"),
    Case("[**ก** *ข*](note.md)", "note.md", "note.md"),
    Case("[ก][ข]", "ข", "note.md", "[ข]: note.md"),
    Case("[ก][]", "ก", "note.md", "[ก]: note.md"),
    Case("[ก]", "ก", "note.md", "[ก]: note.md"),
    Case("[ก][ข]", "ข", "แบบขอ ใช้รถ.docx", '[ข]: <แบบขอ ใช้รถ.docx>\n  "ชื่อ"'),
    Case("[Aa][  B\nc ]", "  B\nc ", "note.md", "[b C]: note.md"),
    Case("![ก](ผัง%20งาน.png)", "ผัง%20งาน.png", "ผัง งาน.png"),
    Case("![ก](<ผัง งาน.png>)", "ผัง งาน.png", "ผัง งาน.png"),
    Case("![ก][ข]", "ข", "ผัง งาน.png", "[ข]: <ผัง งาน.png>"),
    Case("[ก](scan.pdf#page=2)", "scan.pdf#page=2", "scan.pdf#page=2"),
    Case("[ก](note.md#หัวข้อ)", "note.md#หัวข้อ", "note.md#หัวข้อ"),
    Case(
        "[ก](note.md#%E0%B8%AB%E0%B8%B1%E0%B8%A7%E0%B8%82%E0%B9%89%E0%B8%AD)",
        "note.md#%E0%B8%AB%E0%B8%B1%E0%B8%A7%E0%B8%82%E0%B9%89%E0%B8%AD",
        "note.md#หัวข้อ",
    ),
    Case("[ก](./note.md)", "./note.md", "note.md"),
)
"""What is a link."""

NO_LINKS = (
    "`[ก](gone.md)`",
    "`` ` [ก](gone.md) ``",
    "    [ก](gone.md)",
    "```\n[ก](gone.md)\n```",
    "~~~ x\n[ก](gone.md)\n~~~",
    r"\[ก](gone.md)",
    "[ก]",
    "ก] (gone.md)",
    "[ ] งาน",
)
"""What is none, and looks like none."""

FILES = ("แบบขอ ใช้รถ.docx", "แบบ (1).docx", "a(1).docx", "100%.docx", "a&b.docx", "ผัง งาน.png", "scan.pdf")
"""What they lead to beside ``note.md``."""

PLACES = {
    "paragraph": "คำ {} คำ",
    "quotation": "> คำ {}\nต่อ",
    "list": "- ข้อ\n- {} ข้อ",
    "nested list": "1. ก\n\n    - ข {}",
    "emphasis": "**หนา {}**",
    "table": "| ก | ข |\n|---|---|\n| ก \\| ก | {} |",
    "heading": "## หัว {}",
    "marked heading": "## หัว {} ##",
    "footnote": "คำ[^น]\n\n[^น]: หมาย {}",
    "second paragraph of a footnote": "คำ[^อ]\n\n[^อ]: หมาย\n\n    ต่อ {}",
}
"""Where links stand."""

OF_LINES = ("quotation", "paragraph", "footnote", "second paragraph of a footnote")
"""The places where a link may go on on the next line."""
