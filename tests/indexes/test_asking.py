"""Questions that are made in advance, in two processes, are those that are made when they are asked."""

import pytest

from generator.indexes import Indexes
from generator.indexes.question_maker import QuestionMaker
from tests.support.showcase import SHOWCASE_DAY, showcase_manual

MANUAL = showcase_manual()


def test_questions_made_in_advance_are_the_same_and_made_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.indexes.asking._WORTH_A_COPY", 2)
    procedures = list(MANUAL.procedures())
    one_by_one, at_once = (Indexes(MANUAL, SHOWCASE_DAY).quiz for _ in range(2))
    asked = [one_by_one.candidates(placed) for placed in procedures]
    assert any(asked)
    at_once.make_all()
    monkeypatch.setattr(QuestionMaker, "__init__", None)
    assert [at_once.candidates(placed) for placed in procedures] == asked
