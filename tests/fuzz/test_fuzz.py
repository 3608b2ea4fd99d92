"""A share of what `make fuzz` tries, in everyday runs; more of it in an audit."""

import pytest

from tests.fuzz.judging import fuzz, judge
from tests.fuzz.mutations import KINDS, SHOWCASE
from tests.support.auditing import examples


@pytest.mark.parametrize("kind", KINDS)
def test_inputs_are_read_without_a_crash_and_nothing_is_lost(kind: str) -> None:
    figures = fuzz(kind, range(examples(400, 20)))
    assert figures.failures == []


def test_the_unchanged_project_is_accepted_and_its_texts_are_looked_for() -> None:
    found = judge(SHOWCASE)
    assert found is not None
    assert found > 40


def test_a_lost_text_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.judging.manual_files", lambda *_: {"manual.json": '{"title": "อื่น"}'})
    with pytest.raises(AssertionError):
        judge(SHOWCASE)


def test_inputs_differ_and_are_the_same_every_time() -> None:
    once, again = fuzz("trees", range(5)), fuzz("trees", range(5))
    assert once.counts == again.counts
    assert once.counts["inputs"] == 5
