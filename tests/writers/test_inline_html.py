"""Authored text as HTML."""

import pytest

from generator.document.addresses import Addresses
from generator.document.texts import Texts
from generator.writers.inline_html import InlineHtml
from tests.document.manuals import manual_of, placed

STEPS = [{"id": "first", "text": "ตรวจ"}]
ADDRESSES = Addresses(manual_of(placed("audit", "1.1", title="งานตรวจสอบ", steps=STEPS)))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("แผน", "แผน"),
        ("<b> & \"x\" 'y'", "&lt;b&gt; &amp; &#34;x&#34; &#39;y&#39;"),
        ("เน้น**คำนี้**ไว้", "เน้น<strong>คำนี้</strong>ไว้"),
        ("**<i>**", "<strong>&lt;i&gt;</strong>"),
        ("สอง\nสาม", "สอง<br>สาม"),
        ("ดู[งาน](procedure:audit)", 'ดู<a href="../budget/audit/">งาน</a>'),
        (
            "ดู[](procedure:audit#first)",
            'ดู<a href="../budget/audit/#step-first">งาน<span class="word">ตรวจสอบ</span></a>',
        ),
        ("ดู[งานอื่น](procedure:unknown)", "ดูงานอื่น"),
        (
            "[เว็บ](https://a.example/?b=1&c=2)",
            '<a href="https://a.example/?b=1&amp;c=2" rel="noopener">เว็บ</a>',
        ),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        (
            '[x](https://a.example/"onclick="y)',
            '<a href="https://a.example/&#34;onclick=&#34;y" rel="noopener">x</a>',
        ),
    ],
)
def test_inline_html(text: str, html: str) -> None:
    write = InlineHtml(lambda target: ADDRESSES.link("a.md", target))
    assert write(Texts(ADDRESSES).rich(text)) == html
