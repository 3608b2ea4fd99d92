"""``llms.txt`` and ``llms-full.txt`` (llmstxt.org): what there is to read, and all of it, as Markdown in one file."""

from collections import Counter
from collections.abc import Sequence

from generator.document import HOME, MISSION, SECTIONS, Document, area_uri, procedure_uri
from generator.literals import markdown_link
from generator.model import plain_text
from generator.thai import edition_name
from generator.words import words_of
from generator.writers.export_json import DATA_FILE, SCHEMA_FILE
from generator.writers.feeds import feed_files
from generator.writers.publication import Publication

LLMS, LLMS_FULL = "llms.txt", "llms-full.txt"
_OPTIONAL = "Optional"
"""The heading that the format gives to what a reader short of room may leave out."""


def llms_files(publication: Publication) -> dict[str, str]:
    """Both lists, by their uris."""
    return {LLMS: llms_text(publication, [*feed_files(publication)]), LLMS_FULL: llms_full_text(publication)}


def llms_text(publication: Publication, feeds: Sequence[str]) -> str:
    """The list of what there is to read.

    Args:
        publication: the edition.
        feeds: the uris of its feeds.

    Returns:
        A title, a summary, and for each area and for the sections a list of links to documents with what they say.
    """
    manual, words = publication.manual, words_of("document")["llms"]
    known = {document.uri: document for document in publication.documents}
    lines = [
        f"# {_line(manual.settings.title)}",
        "",
        f"> {edition_name(manual.edition)}: {known[HOME].summary}",
        "",
    ]
    lines += [words["about"], ""]
    for area in manual.areas:
        lines += [f"## {area.number} {_line(area.title)}", ""]
        lines += [_entry(publication, known[area_uri(area.id)], area.summary)]
        for placed in area.in_use:
            lines += [_entry(publication, known[procedure_uri(placed)], placed.procedure.summary)]
        lines.append("")
    lines += [f"## {words_of('document')['site']['catalogues']}", ""]
    lines += [_entry(publication, known[uri], None) for uri in (MISSION, *_section_uris()) if uri in known]
    lines += ["", f"## {_OPTIONAL}", ""]
    lines += [_file(publication, LLMS_FULL, words["full"]), _file(publication, DATA_FILE, words["data"])]
    lines += [_file(publication, SCHEMA_FILE, words["schema"])]
    lines += [_file(publication, uri, words["feed"]) for uri in feeds]
    return "\n".join(lines) + "\n"


def llms_full_text(publication: Publication) -> str:
    """All that the manual says, each document below its address, from which its links start.

    Entries of a section are left out unless each has a file of its own: the others only tell again, from another side,
    what stands in the procedures.
    """
    documents = publication.documents
    files = Counter(document.source for document in documents)
    told = [
        document
        for document in documents
        if document.uri != HOME and (files[document.source] == 1 or not _is_entry(document))
    ]
    return "\n".join(_document(publication, document) for document in told)


def _is_entry(document: Document) -> bool:
    """Whether a document is one entry of a section that has many."""
    return document.uri not in _section_uris() and f"{_folder(document.uri)}/index.md" in _section_uris()


def _folder(uri: str) -> str:
    return uri.rpartition("/")[0]


def _document(publication: Publication, document: Document) -> str:
    address = words_of("document")["llms"]["address"].format(url=f"<{publication.site_url}{document.uri}>")
    return f"{address}\n\n{publication.markdown[document.uri].strip()}\n"


def _section_uris() -> tuple[str, ...]:
    return tuple(section.uri for section in SECTIONS)


def _entry(publication: Publication, document: Document, summary: str | None) -> str:
    link = markdown_link(document.title, publication.site_url + document.uri)
    return f"- {link}: {_line(summary)}" if summary else f"- {link}"


def _file(publication: Publication, uri: str, words: str) -> str:
    return f"- {markdown_link(uri, publication.site_url + uri)}: {words}"


def _line(text: str) -> str:
    return " ".join(plain_text(text).split())
