"""Where something of a catalogue is used, as its page lists it: procedures, and of each the steps with who acts."""

from collections.abc import Iterator

from generator.document.addresses import Target, procedure_uri
from generator.document.blocks import ListItem
from generator.document.common_blocks import separated
from generator.document.inlines import Inlines, Line, Link, Span, Words
from generator.document.names import NameMark, named, named_role
from generator.document.texts import Texts, chips, words
from generator.indexes import Use
from generator.model import Manual, PlacedStep
from generator.words import words_of


def use_item(texts: Texts, manual: Manual, use: Use, mark: NameMark | None = None) -> ListItem:
    """A procedure that uses something, and the steps that do; the search finds them at their own pages.

    Args:
        texts: makes parts of authored texts.
        manual: the manual.
        use: how the procedure uses it.
        mark: beside its name.
    """
    name = (*texts.named(named(use.placed)), *chips(mark))
    return ListItem(name, items=tuple(_places(texts, manual, use)), is_searched=False)


def _places(texts: Texts, manual: Manual, use: Use) -> Iterator[ListItem]:
    said = words_of("document")["use"]
    if use.is_whole:
        yield ListItem((*words(said["whole"]), *_sections(texts, use, "")))
    for placed in use.steps:
        place = Target(procedure_uri(use.placed), placed.anchor)
        number = Link(place, words(said["step"].format(number=placed.number)))
        step = (number, Words(" "), *texts.plain(placed.step.text), *_sections(texts, use, placed.number))
        yield ListItem(step, _acting(texts, manual, placed))


def _sections(texts: Texts, use: Use, number: str) -> Inlines:
    """What of it is cited in a step, or by the procedure itself."""
    cited = separated(map(texts.rich, use.sections.get(number, ())))
    return (Words(" "), Span("uses__section", cited)) if cited else ()


def _acting(texts: Texts, manual: Manual, placed: PlacedStep) -> tuple[Line, ...]:
    if not placed.role:
        return ()
    return (Line(texts.named(named_role(manual, placed.role)), "uses__role"),)
