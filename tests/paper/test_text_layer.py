"""The text layer is exact: every reader finds each Thai cluster, alone and in paragraphs, regular and bold."""

from datetime import UTC, datetime
from pathlib import Path

from pythainlp.corpus import thai_words

from generator.document.blocks import Paragraph
from generator.document.inlines import Strong, Words
from generator.document.printed import Chapter, ChapterKind, PrintedManual, RunningHead
from generator.paper import print_manual
from generator.thai.clusters import clusters
from scripts.build_print_fonts import cluster_texts
from tests.support.auditing import IN_FULL
from tests.support.pdf_texts import texts_in, without_spaces

TRICKY = "น้ำ ค้ำ ซ้ำ ป่ำ ฟ้ำ ญู ญุ ฐิ ฐู ฎุ ฏู ป๋ ป๊ ปี๋ ฝั่ง ฟ้า ฬี่ เเ แ เ็ เป็น เขี้ยว ก็ ฤๅ ฦๅ ์ ํ ๎ ฺ กฺ ที่สุด ปิ๊ง ปั๊ม"
PARAGRAPH = (
    "ประกาศกระทรวงศึกษาธิการ เรื่อง การแบ่งส่วนราชการ ลงวันที่ 22 พฤศจิกายน พ.ศ. 2560 ให้เจ้าหน้าที่ผู้รับผิดชอบทำบันทึก "
    "(School-Based Management) แล้วเสนอผู้อำนวยการกลุ่ม “เห็นชอบ” ก่อนน้ำท่วมซ้ำ ฝั่งฟ้าค้ำจุน ปิ๊ง ๆ A/B 3–5 วัน ≥ ✓ → ☐ 漢字 "
)


PAGE_END = "หน้า"
"""How the line begins that stands at the end of each page."""


def printed(*paragraphs: Paragraph) -> bytes:
    head = RunningHead("", "")
    chapter = Chapter(ChapterKind.PAGE, 1, "a.md", (Words("หัวเรื่อง"),), paragraphs, head)
    book = PrintedManual("หัวเรื่อง", "th", None, (), False, (chapter,), "", ())
    return print_manual(book, {}, lambda _: None, datetime(2025, 12, 1, tzinfo=UTC))


def test_every_cluster_is_found(tmp_path: Path) -> None:
    known = list(cluster_texts())
    said = {cluster for word in sorted(thai_words()) for cluster in clusters(word)}
    chosen = [*known, *sorted(said)] if IN_FULL else [*known[:: len(known) // 400], *sorted(said)[::20]]
    chosen = list(
        dict.fromkeys((*TRICKY.split(), *(each for each in chosen if each.strip() not in {"", "-"})))
    )
    pdf = printed(*(Paragraph((Words(f"x{at}x {text}"),)) for at, text in enumerate([*chosen, ""])))
    for reader, found in texts_in(pdf, tmp_path):
        text = without_spaces(found)
        lost = [
            each
            for at, each in enumerate(chosen)
            if not any(
                f"x{at}x{without_spaces(each)}{behind}" in text for behind in (f"x{at + 1}x", PAGE_END)
            )
        ]
        assert lost == [], reader


def test_paragraphs_are_found_regular_and_bold(tmp_path: Path) -> None:
    text = PARAGRAPH * 3
    pdf = printed(Paragraph((Words(text),)), Paragraph((Strong((Words(text),)),)))
    for reader, found in texts_in(pdf, tmp_path):
        assert without_spaces(found).count(without_spaces(text)) == 2, reader


def test_spaces_are_where_they_were_written(tmp_path: Path) -> None:
    """On one line, where no line end takes the place of a space."""
    text = "ข้อ 12 ให้เสนอ พ.ศ. 2566 และ ABC def น้ำ ค้ำ"
    for reader, found in texts_in(printed(Paragraph((Words(text),))), tmp_path):
        assert text in found.replace("\r", ""), reader


def test_the_same_gives_the_same_bytes() -> None:
    assert printed(Paragraph((Words(PARAGRAPH),))) == printed(Paragraph((Words(PARAGRAPH),)))
