"""Every writer of files that stand beside the pages of a site: tables, feeds, lists, Markdown, data.

A new form of the manual is one line in `WRITERS`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.document import AGENDA_FEED, REVIEW_FEED, WORKBOOK, area_uri, role_feed
from generator.model import Manual
from generator.writers.agenda_feeds import agenda_feeds
from generator.writers.export_json import DATA_FILE, SCHEMA_FILE, data_uri, exported_files
from generator.writers.export_parts import area_files, procedure_files
from generator.writers.feeds import feed_files
from generator.writers.flow_sheets import flow_sheet_files, flow_sheet_files_named
from generator.writers.former_pages import former_files, former_files_named, former_twins
from generator.writers.llms import LLMS, LLMS_FULL, llms_files
from generator.writers.previews import preview_files, preview_files_named
from generator.writers.publication import Publication
from generator.writers.review_feed import review_feed
from generator.writers.short_pages import short_files, short_files_named
from generator.writers.tables import TABLES, table_files
from generator.writers.workbook import workbook_files

Files = Mapping[str, str | bytes]
"""What files hold, by their uris, relative to the site's root: texts, and pictures."""
WrittenFiles = Iterator[tuple[str, str | bytes]]
"""The same, one after the other: the uri of each, and what it holds."""


@dataclass(frozen=True, slots=True)
class Writer:
    """What writes one form of an edition.

    Attributes:
        name: what the form is called.
        write: makes its files.
        uris: names them, where that is much less than making them.
        is_listed: whether ``manual.json`` lists them: files that tell of the whole manual.
        is_linked: whether pages link to them, so that the engine must know them.
    """

    name: str
    write: Callable[[Publication], Files]
    uris: Callable[[Publication], Iterable[str]] | None = None
    is_listed: bool = False
    is_linked: bool = False

    @property
    def is_late(self) -> bool:
        """Whether the engine may know its files before they are made."""
        return self.is_linked and self.uris is not None


WRITERS: tuple[Writer, ...] = (
    Writer("tables", table_files, is_listed=True, is_linked=True),
    Writer("workbook", workbook_files, lambda _: (WORKBOOK,), is_listed=True, is_linked=True),
    Writer("calendars", agenda_feeds, is_listed=True, is_linked=True),
    Writer("reviews", review_feed, is_listed=True, is_linked=True),
    Writer("lists", llms_files, lambda _: (LLMS, LLMS_FULL), is_listed=True),
    Writer("feeds", feed_files, is_listed=True),
    Writer("markdown", lambda publication: publication.markdown, lambda publication: publication.titles),
    Writer("procedures", procedure_files, lambda publication: map(data_uri, publication.procedures)),
    Writer(
        "areas",
        area_files,
        lambda publication: (data_uri(area_uri(each.id)) for each in publication.manual.areas),
    ),
    Writer("tables with charts", flow_sheet_files, flow_sheet_files_named),
    Writer("short addresses", short_files, short_files_named),
    Writer("former addresses", former_files, former_files_named),
    Writer("previews", preview_files, preview_files_named),
)


def linked_uris(manual: Manual) -> tuple[str, ...]:
    """The uris of all files that pages of a manual may link to, whether it has them or not; nothing is made for it."""
    return (*TABLES, WORKBOOK, AGENDA_FEED, REVIEW_FEED, *map(role_feed, manual.roles))


def made_uris(publication: Publication) -> frozenset[str]:
    """The uris of all files that `linked_files` and `written_files` make of an edition; nothing large is made."""
    named = [uri for writer in WRITERS for uri in (writer.uris or writer.write)(publication)]
    twins = former_twins(publication)
    return frozenset((*named, *(twin for uri in named for twin in twins(uri)), DATA_FILE, SCHEMA_FILE))


def linked_files(publication: Publication) -> Files:
    """The files that pages link to."""
    return _written(publication, (writer for writer in WRITERS if writer.is_linked))


def awaited_files(publication: Publication) -> tuple[Files, Callable[[], Files]]:
    """The files that pages link to, those that take long empty; and what makes these, when there is time for it."""
    late = [writer for writer in WRITERS if writer.is_late]
    early = _written(publication, (writer for writer in WRITERS if writer.is_linked and not writer.is_late))
    named = (uri for writer in late if writer.uris for uri in writer.uris(publication))
    return {**early, **dict.fromkeys(named, "")}, lambda: _written(publication, late)


def _written(publication: Publication, writers: Iterable[Writer]) -> Files:
    """What some writers make; what had another name stands there too."""
    twins = former_twins(publication)
    return {
        name: text
        for writer in writers
        for uri, text in writer.write(publication).items()
        for name in (uri, *twins(uri))
    }


def written_files(publication: Publication, linked: Files) -> WrittenFiles:
    """All files but those that pages link to, and the data of the whole manual, which lists them.

    What had another name stands there too.

    Args:
        publication: the edition.
        linked: what `linked_files` or `awaited_files` made; what is late belongs to no page that may have another name.

    Yields:
        One file after the other: all forms of a large manual together are more than memory should hold.
    """
    twins = former_twins(publication)
    former = {twin for uri in linked for twin in twins(uri)}
    listed = [uri for uri in linked if uri not in former]
    for writer in WRITERS:
        for uri, content in writer.write(publication).items() if not writer.is_linked else ():
            listed += (uri,) if writer.is_listed else ()
            yield uri, content
            yield from ((twin, content) for twin in twins(uri))
    yield from exported_files(publication.exporter, listed).items()
