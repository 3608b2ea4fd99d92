"""Sentences of random dictionary words, and letters of them put where a PDF or an old font would."""

import random
import re
from collections.abc import Iterator
from functools import cache

from hypothesis import strategies

from generator.thai.lexicon import office_words, words_of_the_list

BETWEEN = ("", "", "", " ")


@cache
def words() -> tuple[str, ...]:
    """Every word that the segmentation knows, in a fixed order."""
    return tuple(sorted({*words_of_the_list(), *office_words()}))


def sentences(count: int, seed: int) -> Iterator[str]:
    """Sentences of up to twelve random words, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  # nothing secret
    for _ in range(count):
        chosen = chance.choices(words(), k=chance.randint(1, 12))
        yield "".join(word + chance.choice(BETWEEN) for word in chosen).strip()


@cache
def sentence_texts(holding: str) -> strategies.SearchStrategy[str]:
    """Sentences for property tests, one word of which holds what a pattern finds."""
    any_word, spaces = strategies.sampled_from(words()), strategies.sampled_from(BETWEEN)
    some = strategies.lists(strategies.tuples(any_word, spaces).map("".join), max_size=4).map("".join)
    fitting = strategies.sampled_from([word for word in words() if re.search(holding, word)])
    return strategies.tuples(some, fitting, spaces, some).map(lambda pieces: "".join(pieces).strip())
