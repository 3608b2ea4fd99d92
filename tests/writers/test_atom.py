"""Feeds are valid Atom (RFC 4287), whatever is written in them, and the same each time."""

from datetime import date, datetime
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.writers.atom import NAMESPACE, Feed, FeedEntry, atom_text, permanent_name
from tests.support.hostile import HOSTILE

ATOM = f"{{{NAMESPACE}}}"
ANY_TEXT = st.one_of(st.sampled_from(HOSTILE), st.text())


def entry(identifier: str, day: date, title: str = "งาน", summary: str | None = None) -> FeedEntry:
    return FeedEntry(
        permanent_name("sample", identifier), title, "https://a.example/b/", day, summary, (title,)
    )


def feed(*entries: FeedEntry, title: str = "ฟีด") -> Feed:
    return Feed(
        permanent_name("sample"),
        title,
        "https://a.example/",
        "https://a.example/f.xml",
        "สำนักงาน",
        "th",
        entries,
    )


def assert_is_atom(text: str) -> ET.Element:
    """What RFC 4287 asks of a feed (4.1.1) and of its entries (4.1.2)."""
    root = ET.fromstring(text.encode("utf-8"))  # noqa: S314 - our own
    assert root.tag == f"{ATOM}feed"
    assert text.startswith('<?xml version="1.0" encoding="utf-8"?>\n')
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    relations = [link.get("rel") for link in root.findall(f"{ATOM}link")]
    assert sorted(str(each) for each in relations) == ["alternate", "self"]
    identifiers = [element.text for element in root.iter(f"{ATOM}id")]
    assert len(set(identifiers)) == len(identifiers)
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1, name
        assert str(element.findtext(f"{ATOM}id")).startswith("urn:uuid:")
        moment = datetime.fromisoformat(str(element.findtext(f"{ATOM}updated")))
        assert moment.tzinfo is not None
        for link in element.findall(f"{ATOM}link"):
            assert str(link.get("href")).startswith(("https://", "http://"))
    return root


def test_the_newest_entry_comes_first_and_dates_the_feed() -> None:
    old, new = entry("old", date(2023, 5, 1)), entry("new", date(2025, 1, 2), summary="สรุป")
    root = assert_is_atom(atom_text(feed(old, new)))
    assert [each.findtext(f"{ATOM}id") for each in root.findall(f"{ATOM}entry")] == [
        new.identifier,
        old.identifier,
    ]
    assert root.findtext(f"{ATOM}updated") == "2025-01-02T00:00:00+07:00"
    assert root.findtext(f"{ATOM}entry/{ATOM}summary") == "สรุป"


@given(ANY_TEXT, ANY_TEXT)
def test_any_text_is_told_as_far_as_xml_can(title: str, summary: str) -> None:
    root = assert_is_atom(atom_text(feed(entry("a", date(2025, 1, 1), title, summary), title=title)))
    told = root.findtext(f"{ATOM}entry/{ATOM}title") or ""
    assert [each for each in told if each.isprintable()] == [
        each for each in title.replace("\r", "\n") if each.isprintable()
    ] or "\ufffd" in told


def test_a_permanent_name_is_of_its_parts_only() -> None:
    assert permanent_name("a", "b") == permanent_name("a", "b")
    assert len({permanent_name("a", "b"), permanent_name("ab"), permanent_name("b", "a")}) == 3


def test_a_feed_without_entries_cannot_be_dated() -> None:
    with pytest.raises(ValueError, match="entry"):
        atom_text(feed())
