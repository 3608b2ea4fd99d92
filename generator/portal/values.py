"""The values that the shared text leaves to each office, and the table of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.document import Cell, Column, Row, Table, Widget, words
from generator.portal.overview import names_in_words
from generator.portal.summaries import EditionSummary
from generator.words import words_of

TEXTS_SHOWN = 12
"""How many texts of one value stand open; the others can be opened."""


@dataclass(frozen=True, slots=True)
class EditionValue:
    """A value: what the shared text says, and its texts, each with the editions that have it; the most frequent first.

    Its name is an author's word, which readers are not shown.
    """

    shared: str
    texts: tuple[tuple[str, str], ...]

    @property
    def shown(self) -> tuple[tuple[str, str], ...]:
        """The texts that stand open."""
        return self.texts[:TEXTS_SHOWN]

    @property
    def rest(self) -> tuple[tuple[str, str], ...]:
        """The others."""
        return self.texts[TEXTS_SHOWN:]

    @property
    def count(self) -> str:
        """How many texts there are, in words."""
        return str(words_of("portal")["overview"]["value_texts"].format(count=len(self.texts)))


def values_of(editions: Sequence[EditionSummary], shared: Mapping[str, str]) -> list[EditionValue]:
    """The values of the editions, in the order of their names.

    Args:
        editions: the editions.
        shared: the values of the shared text by name.
    """
    by_text: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for edition in editions:
        for name, text in edition.values.items():
            by_text[name][text].append(edition.name)
    unset = str(words_of("portal")["overview"]["value_unset"])
    return [_value(shared.get(name) or unset, by_text[name]) for name in sorted(by_text)]


def values_table(values: Sequence[EditionValue]) -> Widget:
    """The table of values."""
    said = words_of("portal")
    columns = tuple(Column(words(said["column"][key])) for key in ("value", "text", "offices"))
    rows = tuple(row for value in values for row in _rows(value))
    table = Table(columns, rows, "numbers numbers--texts", scroll_label=said["overview"]["values"])
    return Widget("values", {"table": table, "values": values}, (table,))


def _value(shared: str, editions: dict[str, list[str]]) -> EditionValue:
    ordered = sorted(editions.items(), key=lambda each: (-len(each[1]), each[0]))
    return EditionValue(shared, tuple((text, names_in_words(names)) for text, names in ordered))


def _rows(value: EditionValue) -> Iterator[Row]:
    """A row for each text; the first has what the shared text says."""
    for at, (text, editions) in enumerate(value.texts):
        shared = "" if at else value.shared
        yield Row((Cell(words(shared)), Cell(words(text)), Cell(words(editions))))
