"""What ids became that were given up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import FormerIds
from tests.support.auditing import examples

IDS = st.sampled_from(["a", "b", "c", "d", "e"])
KINDS = st.sampled_from(["role", "procedure"])


@pytest.mark.parametrize(
    ("noted", "kind", "identifier", "now"),
    [
        ([], "role", "a", None),
        ([("role", "a", "b")], "form", "a", None),
        ([("role", "a", "b"), ("role", "b", "c")], "role", "a", "c"),
        ([("role", "a", "b"), ("role", "b", "")], "role", "a", ""),
        ([("role", "a", "b"), ("role", "b", "a")], "role", "a", None),
        ([("role", "a", "a")], "role", "a", None),
        ([("role", "a", "b"), ("role", "a", "c")], "role", "a", "b"),
        ([("step", "p#a", "p#b")], "step", "p#a", "p#b"),
        ([("procedure", "p", "q")], "step", "p#a", "q#a"),
        ([("procedure", "p", "")], "step", "p#a", ""),
        ([("step", "p#a", "p#b"), ("procedure", "p", "q"), ("step", "q#b", "q#c")], "step", "p#a", "q#c"),
        ([("step", "p#a", "p#b"), ("procedure", "p", "q"), ("step", "q#b", "q#c")], "step", "q#a", "q#c"),
        ([("step", "p#a", "o#x"), ("procedure", "o", "n")], "step", "p#a", "n#x"),
        ([("procedure", "p", "q")], "step", "o#a", None),
    ],
)
def test_successors_are_followed(
    noted: list[tuple[str, str, str]], kind: str, identifier: str, now: str | None
) -> None:
    assert FormerIds.of(noted).now(kind, identifier) == now


def test_a_circle_is_told_by_those_in_it() -> None:
    former = FormerIds.of([("form", "z", "a"), ("form", "a", "b"), ("form", "b", "a"), ("form", "x", "y")])
    assert former.circle("form", "a") == ("a", "b", "a")
    assert former.circle("form", "z") == ()
    assert former.circle("form", "x") == ()
    steps = FormerIds.of([("step", "p#a", "p#b"), ("procedure", "p", "q"), ("step", "q#b", "p#a")])
    assert steps.circle("step", "p#a") == ("q#a", "q#b", "q#a")


def test_what_something_was_called_before_is_known() -> None:
    former = FormerIds.of(
        [("role", "a", "c"), ("role", "b", "c"), ("form", "f", "c"), ("step", "p#a", "p#b")]
    )
    assert former.before("role", "c") == ("a", "b")
    assert [*former.steps()] == [("p#a", "p#b")]


@settings(max_examples=examples(400))
@given(st.lists(st.tuples(KINDS, IDS, IDS | st.just("")), max_size=12))
def test_the_last_has_no_successor_and_following_it_again_leads_nowhere_else(
    noted: list[tuple[str, str, str]],
) -> None:
    former = FormerIds.of(noted)
    for kind, old, now in former.successors():
        assert former.now(kind, now) is None
        assert former.now(kind, old) == now
        assert old != now
