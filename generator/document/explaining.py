"""What a word means, said where a page first uses it: an element that keyboard, pointer and touch reach.

The meaning is an attribute: it is no part of the text that is read on, found, copied or printed. The style sheet shows
it while the word is pointed at or has the focus; screen readers tell it as the word's description.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.document.addresses import TERMS, procedure_uri
from generator.document.whole_words import write_words
from generator.indexes import Glossary, GlossaryEntry, Mention
from generator.words import words_of

MEANINGS_SHOWN = 3
"""How many different meanings of a word are told at once; the glossary has all."""

EXPLAINED_ATTRIBUTES = {"class": "explained", "tabindex": "0", "role": "button"}
EXPLANATION = "aria-description"
"""The attributes of an explained word; its style sheet shows the last."""

_WORD = Markup('<span class="explained" tabindex="0" role="button" aria-description="{}">{}</span>')
_LINE_FEED, _ESCAPED_LINE_FEED = "\n", Markup("&#10;")


@dataclass(frozen=True, slots=True)
class Explained:
    """A word in a text, and what is said of it: lines of plain text."""

    word: str
    meaning: str


class Explainer:
    """Knows what there is to say of the words of a manual."""

    def __init__(self, glossary: Glossary, read: Callable[[str], str]) -> None:
        """Take in the words.

        Args:
            glossary: the words.
            read: gives an authored text without its markup.
        """
        self._glossary = glossary
        self._read = read
        self._explanations: dict[str, str] = {}
        self._defined: dict[str, set[str]] = {}
        for entry in glossary.entries:
            for meaning in entry.meanings:
                for place in meaning.places:
                    self._defined.setdefault(procedure_uri(place.procedure), set()).add(entry.key)

    def on_page(self, uri: str) -> "PageExplainer":
        """What explains the words of one page.

        Args:
            uri: the page. The glossary explains all words anyway.
        """
        told = set(self._defined.get(uri, ()))
        return PageExplainer(self, told, is_silent=uri == TERMS)

    def find(self, text: str) -> Sequence[Mention]:
        """The known words in a text."""
        return self._glossary.finder.find(text)

    def keys(self, word: str) -> set[str]:
        """What tells the entries of a word from others."""
        return {entry.key for entry in self._glossary.by_form[word]}

    def explanation(self, word: str) -> str:
        """What there is to say of a word or an abbreviation; empty when that is nothing."""
        if word not in self._explanations:
            entries = self._glossary.by_form[word]
            self._explanations[word] = _LINE_FEED.join(
                line for entry in entries for line in self._lines(word, entry)
            )
        return self._explanations[word]

    def _lines(self, word: str, entry: GlossaryEntry) -> list[str]:
        """The long form of an abbreviation, then the meanings, each with its place when there are several."""
        words = words_of("document")["term"]
        term = self._one_line(entry.term)
        lines = [] if term == word else [term]
        for meaning in entry.meanings[:MEANINGS_SHOWN]:
            text = self._one_line(meaning.text)
            if len(entry.meanings) > 1 and meaning.places:
                number = meaning.places[0].procedure.number
                text = words["meaning_in"].format(number=number, meaning=text)
            lines.append(text)
        more = len(entry.meanings) - MEANINGS_SHOWN
        return [*lines, words["more_meanings"].format(count=more)] if more > 0 else lines

    def _one_line(self, text: str) -> str:
        return " ".join(self._read(text).split())


class PageExplainer:
    """Explains the words of one page, in the order in which they stand there: each where it comes first."""

    def __init__(self, explainer: Explainer, told: set[str], is_silent: bool) -> None:
        """Begin a page.

        Args:
            explainer: knows the words.
            told: the keys of those that the page defines itself.
            is_silent: whether nothing is explained at all.
        """
        self._explainer, self._told, self._is_silent = explainer, told, is_silent

    def __call__(self, text: str) -> Markup:
        """A plain text as HTML, escaped, its words explained."""
        return Markup("").join(
            _html(piece) if isinstance(piece, Explained) else write_words(piece)
            for piece in self.pieces(text)
        )

    def pieces(self, text: str) -> Iterator["str | Explained"]:
        """A plain text, cut where words are explained; joined, the pieces are the text."""
        end = 0
        for mention in () if self._is_silent else self._explainer.find(text):
            keys, explanation = self._explainer.keys(mention.word), self._explainer.explanation(mention.word)
            if explanation and not keys & self._told:
                self._told |= keys
                yield text[end : mention.start]
                yield Explained(mention.word, explanation)
                end = mention.end
        yield text[end:]


def _html(piece: Explained) -> Markup:
    lines = _ESCAPED_LINE_FEED.join(piece.meaning.split(_LINE_FEED))
    return _WORD.format(lines, write_words(piece.word))
