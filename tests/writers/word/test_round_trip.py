"""What another program makes of the Word document: nothing is lost on the way through LibreOffice to a PDF.

Runs in audits, on machines that have LibreOffice (Debian: libreoffice-writer) and poppler.
"""

import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from generator.writers.office_files import is_untouched
from tests.support.auditing import IN_FULL
from tests.support.every_field import every_field_manual
from tests.support.showcase import showcase_manual
from tests.support.word import W, WordFile, flow_sheets_of, text_of, word_of

pytestmark = pytest.mark.skipif(
    not IN_FULL or not shutil.which("soffice") or not shutil.which("pdftotext"),
    reason="in audits, where LibreOffice and poppler are installed",
)
_BODY = ("-x", "0", "-y", "78", "-W", "596", "-H", "700")
"""What stands between the running head and the number of the page, in points."""
_BLANKS = re.compile(r"[\s.]+")
"""Also what leads to somewhere on its line, which is drawn as full stops."""


def _converted(file: WordFile, kind: str, folder: Path) -> Path:
    """A document as LibreOffice writes it anew."""
    folder.mkdir(exist_ok=True)
    (folder / "book.docx").write_bytes(file.content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    places = ["--outdir", str(folder / "out"), str(folder / "book.docx")]
    command = ["soffice", profile, "--headless", "--convert-to", kind, *places]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / "out" / f"book.{kind}"


def _without_blanks(text: str) -> str:
    return _BLANKS.sub("", text)


@pytest.mark.parametrize("name", ["showcase", "every field", "thai"])
def test_every_paragraph_is_in_the_pdf(name: str, tmp_path: Path) -> None:
    said = {"every field": "{0}", "thai": "น้ำค้ำ ซ้ำ ญู ฐิ ป๋า ฝั่ง ฟ้า เก๊ แก่ {0}"}
    manual = every_field_manual(said[name].format) if name in said else showcase_manual()
    file = word_of(manual, charts=True)
    pdf = _converted(file, "pdf", tmp_path / "pdf")
    read = subprocess.run(["pdftotext", "-raw", *_BODY, pdf, "-"], check=True, capture_output=True)
    seen = _without_blanks(read.stdout.decode())
    wanted = [
        _without_blanks(text_of(each))
        for each in file.main.iter(f"{W}p")
        if not any("PAGEREF" in (told.text or "") for told in each.iter(f"{W}instrText"))
    ]
    assert [each for each in wanted if each not in seen] == []
    assert len(wanted) > 50


def test_pages_are_those_that_the_contents_name(tmp_path: Path) -> None:
    file = word_of(showcase_manual(), charts=True)
    pdf = _converted(file, "pdf", tmp_path / "pdf")
    read = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True).stdout.decode()
    pages = {
        number[1]: _without_blanks(page)
        for page in read.split("\f")
        if (number := re.search(r"หน้า (\d+)/(\d+)", page))
    }
    told = [line.split("\t") for style in ("TOC1", "TOC2", "TOC3") for line in file.styled(style)]
    assert [title for title, page in told if _without_blanks(title) not in pages[page]] == []
    assert f"หน้า1/{len(pages)}" in pages["1"]


def test_every_paragraph_of_the_form_with_a_chart_inside_is_in_the_pdf(tmp_path: Path) -> None:
    file = flow_sheets_of(every_field_manual("น้ำค้ำ ป๋า {0}".format))
    pdf = _converted(file, "pdf", tmp_path / "pdf")
    read = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True)
    seen = _without_blanks(read.stdout.decode())
    wanted = [_without_blanks(text_of(each)) for each in file.main.iter(f"{W}p")]
    assert [each for each in wanted if each not in seen] == []
    assert len(list(filter(None, wanted))) > 30


def test_it_is_read_and_written_by_another_program_without_loss(tmp_path: Path) -> None:
    file = word_of(every_field_manual(lambda name: f"ข้อความ {name} จบ"))
    again = WordFile(_converted(file, "docx", tmp_path / "docx").read_bytes())
    before, after = (list(filter(None, each.paragraphs)) for each in (file, again))
    assert [each for each in before if each not in after] == []
    places = [after.index(each) for each in before if before.count(each) == 1]
    assert sum(one > other for one, other in pairwise(places)) <= 1
    assert not is_untouched(again.content)
