"""Clusters: what is never cut apart."""

import pytest
from hypothesis import given

from generator.thai.clusters import can_cut, clusters
from tests.thai.strategies import texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("น้ำใจ", ["น้ำ", "ใจ"]),
        ("เก่ง", ["เก่", "ง"]),
        ("แพะ", ["แพะ"]),
        ("ฤๅษี", ["ฤๅ", "ษี"]),
        ("ศักดิ์", ["ศั", "ก", "ดิ์"]),
        ("เเก", ["เเก"]),
        ("เ1", ["เ", "1"]),
        ("e\u0301a", ["e\u0301", "a"]),
        ("👨‍👩‍👧ก", ["👨‍👩‍👧", "ก"]),
        ("👍🏽!", ["👍🏽", "!"]),
        ("\r\n", ["\r\n"]),
        ("", []),
    ],
)
def test_cuts_into_clusters(text: str, expected: list[str]) -> None:
    assert clusters(text) == expected


@given(texts)
def test_clusters_are_the_text_and_cannot_be_cut(text: str) -> None:
    found = clusters(text)
    assert "".join(found) == text
    assert not any(can_cut(cluster, index) for cluster in found for index in range(1, len(cluster)))
