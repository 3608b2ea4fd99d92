"""Whether a question tells its answer: who looks for the option that repeats its words must not be right by that."""

from collections.abc import Iterable, Sequence

from generator.indexes.likeness import likeness, overlaps
from generator.thai import Segmenter
from generator.words import words_of


class Telling:
    """Weighs the words of options against those of a question."""

    def __init__(self, segmenter: Segmenter) -> None:
        """Prepare to cut texts.

        Args:
            segmenter: cuts texts into words, and knows those of the manual.
        """
        said = words_of("questions")
        self._segmenter = segmenter
        self._little, self._heads = frozenset(said["little_words"]), tuple(said["heads_of_words"])
        self._cut: dict[str, frozenset[str]] = {}

    def words(self, text: str) -> frozenset[str]:
        """The words of a text that say something: none of those that only join others, names in their parts."""
        if text not in self._cut:
            parts = (part for word in self._segmenter.words(text) for part in self._segmenter.parts(word))
            self._cut[text] = frozenset(filter(None, map(self._core, parts)))
        return self._cut[text]

    def _core(self, word: str) -> str:
        """What is left of a word without what only makes a noun of it; empty for one that says nothing."""
        alike = likeness(word)
        if word in self._little or len(alike) < 2:
            return ""
        head = next((head for head in self._heads if alike.startswith(head) and alike != head), "")
        return alike.removeprefix(head)

    def shared(self, text: str, other: str, topic: str = "") -> int:
        """How many words two texts share, but for those of what all of it is about."""
        return len(self._apart_from(topic, self.words(text) & self.words(other)))

    @staticmethod
    def _apart_from(topic: str, words: Iterable[str]) -> list[str]:
        """Those of some words that are not in what all of it is about."""
        about = likeness(topic)
        return [word for word in words if word not in about]

    def gives_away(self, told: str, right: str, wrong: Sequence[str], topics: Iterable[str]) -> bool:
        """Whether a question has its answer in it, or more words of it than of any wrong option.

        Args:
            told: what the question says in words of the manual.
            right: the right option.
            wrong: the others that are offered.
            topics: texts whose words are left out when they are weighed, by turns: none may tell the answer.
        """
        if overlaps(likeness(right), likeness(told)) or self.words(right) <= self.words(told):
            return True
        return any(self._tells(told, right, wrong, topic) for topic in topics)

    def _tells(self, told: str, right: str, wrong: Sequence[str], topic: str) -> bool:
        shared = self.shared(right, told, topic)
        is_whole = shared == len(self._apart_from(topic, self.words(right))) > 0
        return is_whole or shared > max((self.shared(each, told, topic) for each in wrong), default=0)
