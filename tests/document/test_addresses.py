"""Where pages are, and how they link to one another."""

import pytest

from generator.document.addresses import Addresses, Target, is_linkable, is_own_file
from generator.document.problem_pages import PROBLEMS
from generator.document.sections import SECTIONS
from generator.model.reserved_names import Namespace, is_reserved
from tests.support.every_field import every_field_manual

MANUAL = every_field_manual(lambda field: field)


@pytest.mark.parametrize(
    ("uri", "directory_url", "file_url"),
    [
        ("index.md", "", "index.html"),
        ("budget/index.md", "budget/", "budget/index.html"),
        ("budget/plan.md", "budget/plan/", "budget/plan.html"),
        ("references.md", "references/", "references.html"),
        ("forms/request.docx", "forms/request.docx", "forms/request.docx"),
    ],
)
def test_urls(uri: str, directory_url: str, file_url: str) -> None:
    assert Addresses(MANUAL).url(uri) == directory_url
    assert Addresses(MANUAL, directory_urls=False).url(uri) == file_url


@pytest.mark.parametrize(
    ("source", "target", "link", "file_link"),
    [
        ("index.md", Target("budget/plan.md"), "budget/plan/", "budget/plan.html"),
        ("index.md", Target("index.md"), "./", "index.html"),
        ("budget/plan.md", Target("index.md"), "../../", "../index.html"),
        (
            "budget/plan.md",
            Target("references.md", "reference-x"),
            "../../references/#reference-x",
            "../references.html#reference-x",
        ),
        ("budget/plan.md", Target("budget/plan.md", "step-3"), "#step-3", "#step-3"),
        (
            "references.md",
            Target("แบบ 1.docx"),
            "../%E0%B9%81%E0%B8%9A%E0%B8%9A%201.docx",
            "%E0%B9%81%E0%B8%9A%E0%B8%9A%201.docx",
        ),
    ],
)
def test_links(source: str, target: Target, link: str, file_link: str) -> None:
    assert Addresses(MANUAL).link(source, target) == link
    assert Addresses(MANUAL, directory_urls=False).link(source, target) == file_link


def test_targets_of_procedures_and_their_steps() -> None:
    addresses = Addresses(MANUAL)
    assert addresses.procedure_target("sample") == Target("area/sample.md")
    assert addresses.procedure_target("sample", "inner") == Target("area/sample.md", "step-inner")
    assert addresses.procedure_target("sample", "nowhere") == Target("area/sample.md")
    assert addresses.procedure_target("unknown") is None


@pytest.mark.parametrize("url", ["https://a.example", "HTTP://a.example", "mailto:a@b.example", "tel:043"])
def test_what_may_become_a_link(url: str) -> None:
    assert is_linkable(url)
    assert not is_own_file(url)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//a.example", ""]
)
def test_what_must_not_become_a_link(url: str) -> None:
    assert not is_linkable(url)
    assert not is_own_file(url)


def test_files_among_the_documents() -> None:
    assert is_own_file("forms/request.docx")
    assert not is_own_file("../secret.docx")
    assert not is_own_file("/etc/passwd")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("ดู**งาน**นี้", "ดูงานนี้"),
        ("ดู[งาน](procedure:sample)", "ดูงาน"),
        ("ดู[](procedure:sample)", "ดูprocedure-title"),
        ("ดู[](procedure:unknown)", "ดูunknown"),
        ("ดู[](https://a.example)", "ดูhttps://a.example"),
    ],
)
def test_reading_a_text_without_its_markup(text: str, read: str) -> None:
    assert Addresses(MANUAL).read(text) == read


@pytest.mark.parametrize("uri", [*(section.uri for section in SECTIONS), PROBLEMS])
def test_no_area_can_take_the_address_of_a_page(uri: str) -> None:
    name = uri.removesuffix(".md").removesuffix("/index")
    assert is_reserved(name, Namespace.AREA)
    assert not is_reserved(name, Namespace.PROCEDURE)
