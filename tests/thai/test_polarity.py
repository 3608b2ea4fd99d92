"""What outcomes sound like: labels of real offices, written down before the rule was."""

from pathlib import Path

import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model import NamedEnd, Outcome, Tone
from generator.thai import tone_of, tone_of_end, tone_of_label
from tests.support.cases import each_case

LABELS: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "outcome_labels.yml").read_text(encoding="utf-8")
)
"""By tone, the labels that say so."""

PAIRS = [
    ("เห็นชอบ", "ไม่เห็นชอบ"),
    ("ไม่มีความเสี่ยง", "มีความเสี่ยง"),
    ("ไม่เกินวงเงิน", "เกินวงเงิน"),
    ("Approved", "Not approved"),
]


@each_case("tone, label", [(tone, label) for tone in LABELS for label in LABELS[tone]])
def test_labels_sound_as_they_are_meant(tone: str, label: str) -> None:
    assert tone_of_label(label) is Tone(tone)


def test_what_the_author_says_counts_before_how_it_sounds() -> None:
    for tone in Tone:
        assert tone_of(Outcome(label="ไม่อนุมัติ", tone=tone)) is tone
    assert tone_of(Outcome(label="**ไม่**อนุมัติ")) is Tone.BAD


def test_an_end_is_told_by_the_same_rule() -> None:
    assert tone_of_end(NamedEnd(id="refused", text="ไม่ได้รับ**อนุญาต**")) is Tone.BAD
    assert tone_of_end(NamedEnd(id="refused", text="ไม่ได้รับอนุญาต", tone=Tone.NEUTRAL)) is Tone.NEUTRAL
    assert tone_of_end(NamedEnd(id="left", text="สละสิทธิ์")) is Tone.NEUTRAL


@given(st.sampled_from(PAIRS), st.sampled_from(["", " ", "  "]))
def test_not_turns_what_is_said_over_whatever_stands_around(pair: tuple[str, str], space: str) -> None:
    assert tone_of_label(f"{space}{pair[0]}{space}") is Tone.GOOD
    assert tone_of_label(f"{space}{pair[1]}{space}") is Tone.BAD


@given(st.text(max_size=40))
def test_any_label_has_a_tone(label: str) -> None:
    assert tone_of_label(label) in Tone
