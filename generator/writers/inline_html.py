"""Inline parts of a page as HTML: everything is escaped, whatever an editor wrote."""

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup, escape

from generator.document.addresses import Target
from generator.document.blocks import Chip, Inline, Inlines, Link, Span, Strong, Words

WordsWriter = Callable[[str], Markup]
"""Writes plain words of one line as HTML."""

AFTER = "data-next-review"
"""The attribute that names the day from whose end on something holds; a script shows it then."""

_LINE_BREAK = Markup("<br>")


class InlineHtml:
    """Writes the inline parts of one page."""

    def __init__(
        self,
        link: Callable[[Target], str],
        explain: WordsWriter = escape,
        write_name: WordsWriter = escape,
    ) -> None:
        """Prepare to write.

        Args:
            link: the address of a place, from the page.
            explain: writes words in which those of the glossary are explained.
            write_name: writes the words of links to places of the manual, which are names.
        """
        self._link, self._explain, self._write_name = link, explain, write_name

    def __call__(self, content: Inlines) -> Markup:
        """Inline parts one after the other."""
        return Markup("").join(self._part(part) for part in content)

    def _part(self, part: Inline) -> Markup:
        match part:
            case Words():
                return _lines(part.text, self._explain if part.is_explained else escape)
            case Strong():
                return Markup("<strong>{}</strong>").format(self(part.content))
            case Link():
                return self._linked(part)
            case Span():
                marks = attributes({"class": part.name, **dict(part.attributes)}, part.is_searched)
                return Markup("<span{}>{}</span>").format(marks, self(part.content))
            case Chip():
                return Markup(" <span{}>{}</span>").format(
                    attributes(chip_attributes(part), part.is_searched), part.words
                )

    def _linked(self, part: Link) -> Markup:
        is_ours = isinstance(part.target, Target)
        address = self._link(part.target) if isinstance(part.target, Target) else part.target
        words = Markup("").join(
            self._write_name(each.text) if is_ours and isinstance(each, Words) else self._part(each)
            for each in part.content
        )
        outside = {} if is_ours else {"rel": "noopener"}
        marks = attributes({"class": part.name, "href": address, **outside, **dict(part.attributes)})
        return Markup("<a{}>{}</a>").format(marks, words)


def chip_attributes(chip: Chip) -> Mapping[str, str]:
    """The attributes of a chip's element."""
    name = f"chip chip--{chip.kind}" if chip.kind else "chip"
    return {"class": name, **after_attributes(chip.after, chip.is_so)}


def after_attributes(after: str, is_so: bool) -> Mapping[str, str]:
    """The attributes of what holds from the end of a day on: hidden until then."""
    if not after:
        return {}
    return {AFTER: after} | ({} if is_so else {"hidden": ""})


def attributes(given: Mapping[str, str], is_searched: bool = True) -> Markup:
    """The attributes of an element, each with a space before it; one without a value is a switch, or left out."""
    marks: Iterable[Markup] = (
        Markup(' {}="{}"').format(name, value) if value else Markup(" {}").format(name)
        for name, value in given.items()
        if value or name not in _NEEDING_A_VALUE
    )
    unsearched = Markup("") if is_searched else Markup(" data-search-exclude")
    return Markup("").join(marks) + unsearched


_NEEDING_A_VALUE = frozenset(("class", "id", "aria-label", "title"))
"""Attributes that say nothing when they are empty."""


def _lines(text: str, write: WordsWriter) -> Markup:
    """Words that keep their line breaks."""
    if "\n" not in text:
        return write(text)
    return _LINE_BREAK.join(write(line) for line in text.splitlines())
