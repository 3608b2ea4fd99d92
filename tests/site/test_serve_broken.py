"""The preview answers whatever stands in the documents: what breaks is told on its page, the others are shown."""

import os
from pathlib import Path

import pytest

from tests.site.test_serve import Preview, preview

__all__ = ["preview"]
PAGE = "docs/about/foreword.md"
OWN = '{{% extends "khumue.html" %}}\n{{% block footer %}}{}{{{{ super() }}}}{{% endblock %}}\n'
pytestmark = pytest.mark.parametrize("preview", ["khumue"], indirect=True)


BREAKING = {
    "windows-874": "# คำนำ\n".encode("cp874"),
    "utf-16": "# คำนำ\n".encode("utf-16"),
    "merge marks": "<<<<<<< ก\nข\n=======\nค\n>>>>>>> ง\n".encode(),
    "head": "---\nhide: 5\n---\n# คำนำ\n".encode(),
    "template": "---\ntemplate: gone.html\n---\n# คำนำ\n".encode(),
    "script": "# คำนำ\n\n<script>alert(1)</script>\n".encode(),
}


def test_a_page_that_breaks_tells_why_and_comes_back(preview: Preview, showcase: Path) -> None:
    whole = (showcase / PAGE).read_bytes()
    for content in BREAKING.values():
        preview.wait_for("about/foreword/", lambda text: text != "" and f"{PAGE}:" not in text)
        (showcase / PAGE).write_bytes(content)
        preview.wait_for("about/foreword/", lambda text: f"{PAGE}:" in text)
        assert preview.text("budget/audit/") != ""
        (showcase / PAGE).write_bytes(whole)
    preview.wait_for("about/foreword/", lambda text: text != "" and f"{PAGE}:" not in text)


def test_a_template_that_breaks_is_told_on_the_page_and_the_mend_is_shown(
    preview: Preview, showcase: Path
) -> None:
    settings, template = showcase / "mkdocs.yml", showcase / "own/main.html"
    text = settings.read_text(encoding="utf-8")
    template.parent.mkdir()
    template.write_text(OWN.format("ท้ายหน้า"), encoding="utf-8")
    settings.write_text(
        text.replace("  name: material\n", "  name: material\n  custom_dir: own\n"), encoding="utf-8"
    )
    preview.wait_for("about/foreword/", lambda page: "ท้ายหน้า" in page)
    for broken in ("{% if x %}", "{{ config.theme.get_env() }}", "{{ 1 // 0 }}", "{% include 'gone.html' %}"):
        template.write_text(OWN.format(broken), encoding="utf-8")
        preview.wait_for("about/foreword/", lambda page: "own/main.html:2:" in page)
        template.write_text(OWN.format("กลับมาแล้ว"), encoding="utf-8")
        preview.wait_for("about/foreword/", lambda page: "กลับมาแล้ว" in page and "own/main.html" not in page)


def test_links_of_the_file_system_and_broken_settings_do_not_end_it(preview: Preview, showcase: Path) -> None:
    preview.wait_for("about/foreword/", bool)
    for link, target in (
        ("docs/scan.pdf", "nowhere"),
        ("docs/about/up", ".."),
        ("docs/about/again", ".."),
        ("docs/about/root", "/"),
        ("docs/about/env.txt", "/proc/self/environ"),
    ):
        (showcase / link).symlink_to(target)
    (showcase / "docs/about" / os.fsdecode("หนังสือ.md".encode("cp874"))).write_bytes(b"# x\n")
    (showcase / "docs/about/later.md").write_text("# มาทีหลัง\n", encoding="utf-8")
    preview.wait_for("about/later/", lambda text: "มาทีหลัง" in text)
    preview.wait_for("problems/", lambda text: "docs/about/env.txt" in text and "docs/scan.pdf" in text)
    assert preview.text("about/env.txt") == ""

    settings = showcase / "mkdocs.yml"
    whole = settings.read_bytes()
    settings.write_bytes("site_name: คู่มือ\n".encode("cp874"))
    preview.wait_for_log("mkdocs.yml:1:12")
    assert "มาทีหลัง" in preview.text("about/later/")
    settings.write_bytes(whole)
    (showcase / "docs/about/later.md").write_text("# มาแล้ว\n", encoding="utf-8")
    preview.wait_for("about/later/", lambda text: "มาแล้ว" in text)
    assert "Traceback" not in preview.log.read_text(encoding="utf-8")
