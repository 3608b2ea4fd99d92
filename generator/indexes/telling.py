"""Whether a question tells its answer: who looks for the option that repeats its words must not be right by that."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from generator.indexes.likeness import likeness, overlaps
from generator.thai import Segmenter
from generator.words import words_of

SHORTEST_PIECE = 3
"""Of how many letters a piece of a word is at least that tells anything."""

_HALF = Fraction(1, 2)


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
        self._asking, self._asking_what_to_do = said["asking_words"], said["asking_what_to_do"]
        self._stages = [
            (word.split("…"), at) for at, stage in enumerate(said["usual_course"]) for word in stage
        ]
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
        """Whether a question has its answer in it, or most of it or more words of it than of any wrong option.

        Args:
            told: what the question says in words of the manual.
            right: the right option.
            wrong: the others that are offered.
            topics: texts whose words are left out when they are weighed, by turns: none may tell the answer.
        """
        if overlaps(likeness(right), likeness(told)) or self._is_put_together(right, told):
            return True
        if self.is_mostly_told(right, told) and self._told_share(right, told) > max(
            (self._told_share(each, told) for each in wrong), default=0
        ):
            return True
        return any(self._tells(told, right, wrong, topic) for topic in topics)

    def _is_put_together(self, right: str, told: str) -> bool:
        """Whether all words of an option are in a question, be it inside of longer ones or in two pieces."""
        whole = likeness(told)
        return all(_is_made_of(word, whole) for word in self.words(right))

    def is_mostly_told(self, right: str, told: str) -> bool:
        """Whether a text has more than half of the words of another: who puts it together again needs know no more."""
        return self._told_share(right, told) > _HALF

    def _told_share(self, text: str, told: str) -> Fraction:
        """Which part of a text's words another has, be it inside of longer ones or in two pieces."""
        whole, words = likeness(told), self.words(text)
        return Fraction(sum(_is_made_of(word, whole) for word in words), len(words) or 1)

    def asks_for_another_thing(self, text: str) -> bool:
        """Whether a text asks for something that no step is: who, when, which data; not what is to be done."""
        asked = text.casefold()
        return _has_any(asked, self._asking) and not _has_any(asked, self._asking_what_to_do)

    def is_usual_course(self, texts: Sequence[str]) -> bool:
        """Whether steps follow one another as in all official work: written, presented, considered, made known.

        Args:
            texts: what the steps say, in their order.

        Returns:
            True where the first word of each that names a stage of that course tells its place, of all but one.
        """
        stages = [at for text in texts if (at := self._stage(text)) is not None]
        return len(stages) >= len(texts) - 1 and stages == sorted(set(stages))

    def _stage(self, text: str) -> int | None:
        """Which stage of the usual course of official work a step is, by the first word that tells it."""
        found = [
            (text.find(word), -len(word), at)
            for (word, *rest), at in self._stages
            if word in text and all(each in text.split(word, 1)[1] for each in rest)
        ]
        return min(found)[2] if found else None

    def _tells(self, told: str, right: str, wrong: Sequence[str], topic: str) -> bool:
        shared = self.shared(right, told, topic)
        is_whole = shared == len(self._apart_from(topic, self.words(right))) > 0
        return is_whole or shared > max((self.shared(each, told, topic) for each in wrong), default=0)


def _has_any(text: str, words: Iterable[str]) -> bool:
    return any(word in text for word in words)


def _is_made_of(word: str, text: str) -> bool:
    """Whether a text has a word, or both pieces of one that is made of two: แผนพัฒนา of แผนงาน and การพัฒนา."""
    cuts = range(SHORTEST_PIECE, len(word) - SHORTEST_PIECE + 1)
    return word in text or any(word[:cut] in text and word[cut:] in text for cut in cuts)
