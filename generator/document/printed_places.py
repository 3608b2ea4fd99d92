"""Where links lead within the printed manual: pages of the site are chapters of it."""

from collections.abc import Iterator

from generator.document.addresses import Target
from generator.document.printed import Chapter, PrintedManual
from generator.document.walking import places_in


class PrintedPlaces:
    """The places of one book, called as on the site: ``budget/request.md``, ``budget/request.md#step-collect``."""

    def __init__(self, printed: PrintedManual) -> None:
        """Note all that links may lead to."""
        self._chapters: dict[str, str] = {}
        self._places: dict[tuple[str, str], str] = {}
        for chapter in printed.all_chapters():
            self._chapters.setdefault(chapter.uri, chapter.uri)
            for identifier in ids_of(chapter):
                self._places.setdefault((chapter.uri, identifier), f"{chapter.uri}#{identifier}")
            for uri, identifier in chapter.places.items():
                self._chapters.setdefault(uri, f"{chapter.uri}#{identifier}")

    def of(self, target: Target) -> str | None:
        """The place that a link leads to; the beginning of a chapter that has no such place; None outside the book."""
        if target.root:
            return None
        return self._places.get((target.uri, target.fragment)) or self._chapters.get(target.uri)

    def of_chapter(self, chapter: Chapter) -> str | None:
        """The place at which a chapter begins."""
        return self._chapters.get(chapter.uri)

    def in_chapter(self, chapter: Chapter, identifier: str) -> str | None:
        """The place of an id in a chapter; None of one that is not there."""
        return self._places.get((chapter.uri, identifier))


def ids_of(chapter: Chapter) -> Iterator[str]:
    """The ids in a chapter, each once."""
    yield from dict.fromkeys(filter(None, places_in(chapter.blocks)))
