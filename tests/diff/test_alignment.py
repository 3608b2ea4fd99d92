"""Alignments: blocks that are really in both lists, in order, and found in long lists too."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.diff.alignment import heaviest_increasing, longest_increasing, matching_blocks

few_words = st.lists(st.sampled_from("กขคง"), max_size=40)


@given(few_words, few_words)
def test_blocks_are_in_both_lists_and_do_not_overlap(before: list[str], after: list[str]) -> None:
    blocks = matching_blocks(before, after)
    for start, other_start, size in blocks:
        assert size > 0
        assert before[start : start + size] == after[other_start : other_start + size]
    for (start, other_start, size), (following, other_following, _) in pairwise(blocks):
        assert start + size <= following
        assert other_start + size <= other_following


@given(few_words)
def test_a_list_is_all_of_itself(words: list[str]) -> None:
    assert matching_blocks(words, words) == ([(0, 0, len(words))] if words else [])


def test_a_few_changes_in_a_long_list_leave_the_rest_aligned() -> None:
    before = [f"คำ{number}" for number in range(10_000)]
    after = [word if number % 1000 else f"ใหม่{number}" for number, word in enumerate(before)]
    assert sum(size for _, _, size in matching_blocks(before, after)) == 9_990


def test_a_long_list_of_words_that_repeat_is_aligned_by_its_phrases() -> None:
    before = [str((number * number) % 97) for number in range(2_000)]
    after = [*before[:900], "ใหม่", *before[900:]]
    assert sum(size for _, _, size in matching_blocks(before, after)) == 2_000


def test_long_lists_with_nothing_to_cut_at_are_rewritten() -> None:
    assert matching_blocks(["ก", "ข"] * 5_000, ["ข", "ก", "ก"] * 5_000) == []


@given(st.lists(st.integers(), unique=True, max_size=12))
def test_an_increasing_subsequence_is_increasing_and_none_is_longer(numbers: list[int]) -> None:
    chosen = longest_increasing(numbers)
    assert chosen == sorted(chosen)
    values = [numbers[index] for index in chosen]
    assert values == sorted(values)
    lengths: list[int] = []
    for index, number in enumerate(numbers):
        below = [lengths[other] for other in range(index) if numbers[other] < number]
        lengths.append(1 + max(below, default=0))
    assert len(chosen) == max(lengths, default=0)


@given(st.permutations(range(7)), st.lists(st.integers(1, 9), min_size=7, max_size=7))
def test_the_heaviest_increasing_numbers_are_chosen(numbers: list[int], weights: list[int]) -> None:
    chosen = heaviest_increasing(numbers, weights)
    assert [numbers[index] for index in chosen] == sorted(numbers[index] for index in chosen)
    assert chosen == sorted(set(chosen))
    others = (
        picked
        for size in range(len(numbers) + 1)
        for picked in combinations(range(len(numbers)), size)
        if [numbers[index] for index in picked] == sorted(numbers[index] for index in picked)
    )
    assert sum(weights[index] for index in chosen) == max(
        sum(weights[index] for index in each) for each in others
    )


@given(st.permutations(range(40)))
def test_of_equal_weights_the_longest_is_chosen_in_the_same_way(numbers: list[int]) -> None:
    assert heaviest_increasing(numbers, [1] * len(numbers)) == longest_increasing(numbers)
