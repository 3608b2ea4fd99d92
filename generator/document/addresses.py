"""Where every page is, and how one page links to another.

Links in the pages are finished relative addresses (most of them stand in HTML, which no Markdown engine rewrites), so
a built manual works below any path, and from files when it is built without directory addresses.
"""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from generator.model import (
    LINK_SCHEMES,
    LeftOut,
    Manual,
    PlacedProcedure,
    ProcedureLink,
    Segment,
    parse_markup,
    parse_rich_markup,
    plain_text,
    read_rich_text,
    rich_words,
)
from generator.urls import split_url

_IN_FRAGMENTS = "/?:@!$&'()*+,;="
"""What stands in a fragment as it is: ``page=2``."""

HOME = "index.md"
MISSION = "about/mission.md"
REFERENCES = "references/index.md"
ROLES = "roles/index.md"
RESPONSIBILITIES = "responsibilities.md"
RESPONSIBILITY_TABLE = "responsibilities.csv"
STEPS_TABLE = "steps.csv"
FORMS = "forms.md"
TERMS = "terms.md"
KNOWLEDGE = "knowledge/index.md"
KNOWLEDGE_REPORT = "knowledge/report.md"
KNOWLEDGE_TABLE = "knowledge/report.csv"
KNOWLEDGE_FEED = "knowledge/feed.xml"
ONBOARDING = "onboarding/index.md"
INDICATORS = "indicators.md"
INDICATOR_TABLE = "indicators.csv"
RETIRED, RISKS = "retired.md", "risks.md"
RISK_TABLE = "risks.csv"
STATUS = "status.md"
WORKBOOK = "manual.xlsx"
"""All tables in one file for Excel."""
AGENDA = "calendar.md"
SERVICES = "public-services.md"
WHATS_NEW = "whats-new.md"
MY_READING = "my-reading.md"
WHO_READ = "who-read.md"
SHORT = "s"
"""The folder of the short addresses, and of the pictures of what they lead to."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a link points at.

    Attributes:
        uri: a page.
        fragment: a place on it (its HTML id); empty for its beginning.
        root: the root of the site that it is part of, as `generator.document.neighbours` tells it; empty for this one.
    """

    uri: str
    fragment: str = ""
    root: str = ""


def area_uri(area: str) -> str:
    """The page of an area: ``budget/index.md``."""
    return f"{area}/index.md"


def procedure_uri(placed: PlacedProcedure) -> str:
    """The page of a procedure: ``budget/expenditure-analysis.md``."""
    return f"{placed.area}/{placed.id}.md"


def entry_uri(section: str, identifier: str) -> str:
    """The page of one entry of a section: ``roles/group-director.md`` of ``roles/index.md``."""
    return f"{section.rpartition('/')[0]}/{identifier}.md"


def short_uri(procedure: str, step: str = "") -> str:
    """The short address for good of a procedure, or of a step that has an id: ``s/expenditure-analysis/collect.md``.

    It is made of ids alone, and leads to where the procedure and the step stand now.
    """
    return f"{SHORT}/{procedure}/{step}.md" if step else f"{SHORT}/{procedure}.md"


COMPARISONS = "compare/index.md"
"""The page of the portal that compares all editions."""


def comparison_uri(procedure: str) -> str:
    """The page of the portal that compares a procedure's editions: ``compare/expenditure-analysis.md``."""
    return f"compare/{procedure}.md"


def entry_fragment(catalogue: str, identifier: str) -> str:
    """The HTML id of a catalogue entry: ``reference-budget-act``."""
    return f"{catalogue}-{identifier}"


class Addresses:
    """The addresses of the pages of one site: a manual's, or the portal's."""

    def __init__(self, manual: Manual | None, directory_urls: bool = True) -> None:
        """Note where every procedure is.

        Args:
            manual: the manual whose pages link to one another; None for the portal, which has none.
            directory_urls: whether ``a/b.md`` is found at ``a/b/`` rather than at ``a/b.html``.
        """
        self._directory_urls = directory_urls
        self._urls: dict[str, str] = {}
        self._procedures: dict[str, PlacedProcedure] = {}
        self._left_out: dict[str, LeftOut] = {}
        self._knowledge: set[str] = set()
        self._gone: set[str] = set()
        self._files: Mapping[str, int] = {}
        if manual:
            self._note(manual)

    def _note(self, manual: Manual) -> None:
        self._procedures = {placed.id: placed for placed in manual.procedures()}
        self._left_out = {each.id: each for each in manual.left_out}
        self._files = manual.files
        self._knowledge = {
            KNOWLEDGE,
            KNOWLEDGE_REPORT,
            *(entry_uri(KNOWLEDGE, each.id) for each in manual.knowledge),
        }
        self._gone = {f"{each.area}/{each.id}.md" for each in manual.left_out}

    def title(self, identifier: str) -> str | None:
        """The title of a procedure, as authored, also of one that the edition leaves out; None when it is unknown."""
        known = self._procedures.get(identifier) or self._left_out.get(identifier)
        return known.title if known else None

    def procedure_target(self, identifier: str, step: str | None = None) -> Target | None:
        """What a link to a procedure, or to one of its steps, points at; None when there is no such procedure."""
        placed = self._procedures.get(identifier)
        if placed is None:
            return None
        aimed = placed.step_with_id(step) if step else None
        return Target(procedure_uri(placed), aimed.anchor if aimed else "")

    def is_left_out(self, uri: str) -> bool:
        """Whether a document is the page of a procedure or an item of knowledge that other editions have, not this."""
        folder, _, name = uri.rpartition("/")
        is_item = folder == KNOWLEDGE.rpartition("/")[0] and name.endswith(".md")
        return uri in self._gone or (is_item and uri not in self._knowledge)

    def size(self, file: str) -> int | None:
        """How large a file of the documents is, in bytes; None when there is no such file."""
        return self._files.get(file)

    def read_rich(self, text: str) -> str:
        """A rich text without its markup, a line for each paragraph, item and row."""
        return "\n".join(
            "".join(segment.text or self._title(segment) for segment in parse_rich_markup(line))
            for line in rich_words(read_rich_text(text)).split("\n")
        )

    def read(self, text: str) -> str:
        """An authored text without its markup; a link to a procedure that has no label reads as the title."""
        if "[](" not in text:
            return plain_text(text)
        return "".join(segment.text or self._title(segment) for segment in parse_markup(text))

    def _title(self, segment: Segment) -> str:
        if not isinstance(segment, ProcedureLink):
            return ""
        return plain_text(self.title(segment.procedure) or segment.procedure)

    def url(self, uri: str) -> str:
        """The address of a document relative to the manual's root; the home page is ``""``."""
        if uri not in self._urls:
            self._urls[uri] = self._url(uri)
        return self._urls[uri]

    def _url(self, uri: str) -> str:
        stem, suffix = posixpath.splitext(uri)
        if suffix != ".md":
            return uri
        folder, name = posixpath.split(stem)
        if not self._directory_urls:
            return f"{stem}.html"
        if name == "index":
            return f"{folder}/" if folder else ""
        return f"{stem}/"

    def file(self, uri: str) -> str:
        """The file that a server shows at the address of a document, relative to the manual's root."""
        url = self.url(uri)
        return f"{url}index.html" if url.endswith("/") or not url else url

    def link(self, source_uri: str, target: Target) -> str:
        """The relative address of a target, as a link on a page writes it."""
        fragment = f"#{quote(target.fragment, safe=_IN_FRAGMENTS)}" if target.fragment else ""
        if target.uri == source_uri and fragment and not target.root:
            return fragment
        if target.root and split_url(target.root).scheme:
            return target.root + quote(self.url(target.uri)) + fragment
        up_to_root = "../" * self.url(source_uri).count("/")
        return quote(up_to_root + target.root + self.url(target.uri) or "./") + fragment


def is_linkable(url: str) -> bool:
    """Whether an authored address may become a link: a scheme of the inline markup, nothing else."""
    return split_url(url).scheme.lower() in LINK_SCHEMES


def is_own_file(url: str) -> bool:
    """Whether an authored address names a file in the documents: ``forms/request.docx``."""
    parts = split_url(url)
    is_relative = (
        not parts.scheme and not parts.netloc and bool(parts.path) and not parts.path.startswith("/")
    )
    return is_relative and "\\" not in url and ".." not in parts.path.split("/")
