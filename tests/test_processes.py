"""Two processes do each half of a list: the same results in the same order, whatever becomes of the second process."""

import os
from types import SimpleNamespace

import pytest

from generator import processes
from generator.processes import in_halves, in_own_process


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 2)
    monkeypatch.setattr(processes, "can_split", lambda: hasattr(os, "fork"))


def test_a_process_with_threads_of_a_library_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr("generator.processes.active_count", lambda: 1)
    monkeypatch.setattr("sys.platform", "linux")
    for threads in (1, 2):
        monkeypatch.setattr("pathlib.Path.stat", lambda _, links=threads + 2: SimpleNamespace(st_nlink=links))
        is_split = processes.can_split()
        monkeypatch.undo()
        monkeypatch.setattr("generator.processes.active_count", lambda: 1)
        monkeypatch.setattr("sys.platform", "linux")
        assert is_split is (threads == 1)


def test_results_come_in_the_order_of_the_things() -> None:
    assert in_halves(str, range(1001), least=2) == [str(number) for number in range(1001)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no copies of processes")
def test_half_of_it_is_done_elsewhere_and_few_things_are_not() -> None:
    assert len(set(in_halves(lambda _: os.getpid(), range(10), least=10))) == 2
    assert set(in_halves(lambda _: os.getpid(), range(9), least=10)) == {os.getpid()}


def test_what_a_copy_that_is_lost_should_have_done_is_done_here() -> None:
    here = os.getpid()

    def ends_elsewhere(number: int) -> int:
        if os.getpid() != here:
            os._exit(9)
        return number * 2

    assert in_halves(ends_elsewhere, range(20), least=2) == [number * 2 for number in range(20)]


def test_what_fails_in_a_copy_fails_here() -> None:
    def fails_at_last(number: int) -> int:
        if number == 19:
            raise ValueError("19")
        return number

    with pytest.raises(ValueError, match="19"):
        in_halves(fails_at_last, range(20), least=2)


def test_results_larger_than_a_pipe_arrive() -> None:
    large = in_halves(lambda number: "ก" * 100_000 + str(number), range(40), least=2)
    assert [each[100_000:] for each in large] == [str(number) for number in range(40)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no copies of processes")
def test_a_process_of_its_own_does_all_of_it() -> None:
    assert in_own_process(os.getpid) != os.getpid()
    assert in_own_process(lambda: "ก" * 1_000_000) == "ก" * 1_000_000


def test_what_a_process_of_its_own_does_not_end_is_done_here() -> None:
    here = os.getpid()
    assert in_own_process(lambda: "done" if os.getpid() == here else os._exit(9)) == "done"


def test_what_fails_in_a_process_of_its_own_fails_here() -> None:
    def fails() -> None:
        raise ValueError("all of it")

    with pytest.raises(ValueError, match="all of it"):
        in_own_process(fails)
