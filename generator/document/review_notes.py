"""What lists of knowledge say of items that nobody has reviewed: once where that is all of them, else at each."""

from collections.abc import Sequence

from generator.document.blocks import Blocks, Paragraph
from generator.document.inlines import Inlines
from generator.document.knowledge_views import ItemName
from generator.document.texts import chips, words
from generator.words import words_of


def review_note(names: Sequence[ItemName]) -> Blocks:
    """What stands above a list of items; nothing where any of them has been reviewed."""
    is_any_reviewed = any(name.unreviewed is None for name in names)
    said = words_of("document")["knowledge"]["all_unreviewed"]
    return () if is_any_reviewed or not names else (Paragraph(words(said), "note", is_searched=False),)


def review_chips(name: ItemName, names: Sequence[ItemName]) -> Inlines:
    """What stands at an item of a list; nothing where the note above the list says it of all."""
    return () if review_note(names) else chips(name.unreviewed)
