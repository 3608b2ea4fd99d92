"""Cases that are tried in one test: all of them are, and those that fail are named."""

import inspect

import pytest

from tests.support.cases import each_case


def test_every_case_is_tried_and_each_that_fails_is_named() -> None:
    tried = []

    @each_case("number, name", [(1, "one"), (2, "two"), (3, "three"), (4, "four")])
    def is_odd(number: int, name: str, tmp_path: str) -> None:
        tried.append((number, name, tmp_path))
        assert number % 2, name

    assert list(inspect.signature(is_odd).parameters) == ["tmp_path"]
    with pytest.raises(ExceptionGroup, match="2 of 4 cases failed") as told:
        is_odd(tmp_path="somewhere")
    assert [number for number, _, _ in tried] == [1, 2, 3, 4]
    assert [error.__notes__ for error in told.value.exceptions] == [
        ["in the case (2, 'two')"],
        ["in the case (4, 'four')"],
    ]


@each_case("text", ["a", "b"])
def test_a_case_may_be_one_value_beside_fixtures(text: str, request: pytest.FixtureRequest) -> None:
    assert text in "ab"
    assert request.node.name == "test_a_case_may_be_one_value_beside_fixtures"


def test_no_case_is_no_test() -> None:
    with pytest.raises(AssertionError):
        each_case("text", [])
