"""Rules about the links that people write in Markdown: in items of knowledge, and in pages written by hand.

A link leads to an address, to a procedure or step as in all texts, to a document or file of the documents, or to a
place on one; what is written as a link and is none is told too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from unicodedata import normalize
from urllib.parse import quote, unquote

from generator.commonmark import TOP, Dialect, LinkForm, Stretch, WrittenLink
from generator.diagnostics import closest, found
from generator.lint.facts import ProjectFacts
from generator.lint.markdown import LinkedText, LinkedTexts
from generator.lint.rules.addresses import is_bare_address, is_broken_address
from generator.lint.rules.step_names import NamedStep, step_problems
from generator.lint.rules.unknown import unknown
from generator.model import LINK_SCHEMES, PLACEHOLDER_PATTERN, PROCEDURE_SCHEME
from generator.problems import Problem
from generator.project import page_now
from generator.urls import is_broken_url, split_url
from generator.yamltext import MOST_OF_ONE_KIND, TextSpan

MOST_ANCHORS = 6
"""How many places on a page a hint lists."""
_TEXT_FORMS = {
    LinkForm.UNDEFINED: "undefined",
    LinkForm.UNDEFINED_FOOTNOTE: "footnote",
    LinkForm.UNUSED_FOOTNOTE: "unused-footnote",
}
"""What is text on the page though it is written like a link or a footnote: the wording of each."""
_TITLE = (' "', " '")
"""How the title of a link begins."""


def written_links(facts: ProjectFacts) -> Iterator[Problem]:
    """`bad-link`, `unknown-document`, `unknown-anchor`, `unknown-procedure`, `unknown-step` and `step-removed`."""
    texts = LinkedTexts(facts)
    for text in texts.judged:
        yield from islice(_in_text(facts, texts, text), MOST_OF_ONE_KIND)


def _in_text(facts: ProjectFacts, texts: LinkedTexts, text: LinkedText) -> Iterator[Problem]:
    """What is wrong with the links of one text."""
    names = [each.label.of(text.body) for each in text.links if each.form is LinkForm.DEFINITION]
    for link in text.links:
        written = link.target.of(text.body)
        if link.form in _TEXT_FORMS:
            suggestion = closest(written, names) if link.form is LinkForm.UNDEFINED else None
            yield found(
                "bad-link",
                text.place(link.target),
                _TEXT_FORMS[link.form],
                target=written,
                suggestion=suggestion,
            )
        elif link.form is not LinkForm.REFERENCE and not PLACEHOLDER_PATTERN.search(written):
            yield from _Link(facts, texts, text, link).problems()


@dataclass(frozen=True, slots=True)
class LinkedPlace:
    """A page or file that is made, to which somebody links, or a place on one.

    Attributes:
        edition: the edition that shows the link.
        uri: the page or file.
        fragment: the id on it; empty for the whole of it.
        place: where that is written.
    """

    edition: str
    uri: str
    fragment: str
    place: TextSpan


def places_on_made_pages(facts: ProjectFacts) -> Iterator[LinkedPlace]:
    """What is made of the manual to which people link in Markdown."""
    texts = LinkedTexts(facts)
    for text in texts.judged:
        for link in text.links:
            if link.href and link.form is not LinkForm.REFERENCE:
                yield from _Link(facts, texts, text, link).places_on_made_pages()


class _Link:
    """One link, judged."""

    def __init__(self, facts: ProjectFacts, texts: LinkedTexts, text: LinkedText, link: WrittenLink) -> None:
        self._facts, self._texts, self._text, self._link = facts, texts, text, link
        self._written = link.target.of(text.body)
        self._place = text.place(link.target)
        self._editions = texts.editions(text)

    def problems(self) -> Iterator[Problem]:
        """What is wrong with it."""
        is_broken = self._link.form is LinkForm.BROKEN
        href = quote(self._written, safe="/:?#@%") if is_broken else self._link.href
        scheme, path, fragment = _parts(href)
        if is_broken:
            yield self._broken(scheme, path)
        elif not href:
            yield self._bad("empty")
        elif scheme == PROCEDURE_SCHEME:
            yield from self._procedure()
        elif scheme:
            if scheme not in LINK_SCHEMES or is_broken_address(self._written):
                yield self._bad()
        elif path is None or path.startswith("/"):
            yield from self._not_relative(path)
        else:
            yield from self._document(path, fragment)

    def _bad(self, variant: str = "", suggestion: str | None = None) -> Problem:
        return found("bad-link", self._place, variant, target=self._written, suggestion=suggestion)

    def _broken(self, scheme: str, path: str | None) -> Problem:
        """What is written as a link whose target has spaces, or brackets that do not close."""
        if scheme:
            joined = self._written.replace(" ", "" if scheme == PROCEDURE_SCHEME else "%20")
            return self._bad("spaces", joined)
        written = self._written
        for sign in _TITLE:
            written = written.partition(sign)[0]
        uri = self._text.uri_of(unquote(written)) if path is not None else None
        meant = self._texts.like(uri, self._editions) if uri else None
        return self._bad("spaces", self._text.way_to(meant) if meant else None)

    def _not_relative(self, path: str | None) -> Iterator[Problem]:
        """A link that leads nowhere in the documents: from the root of a server, or to a server without a scheme."""
        uri = self._texts.like(path.lstrip("/"), self._editions) if path else None
        yield self._bad("absolute" if uri else "", self._text.way_to(uri) if uri else None)

    def _document(self, path: str, fragment: str) -> Iterator[Problem]:
        """What is wrong with a link to a document, a file, or a place on one."""
        uri = self._text.uri_of(path)
        if uri is not None and (setting := self._withheld_by(uri)):
            yield found("unknown-document", self._place, "withheld", file=uri, key=setting)
        elif uri is not None and not self._texts.is_there(uri, self._editions):
            if is_bare_address(self._written):
                yield self._bad("bare")
                return
            meant = self._texts.like(uri, self._editions)
            suggestion = self._text.way_to(meant, fragment) if meant else None
            renamed = page_now(self._facts.project, uri)
            now = self._text.way_to(renamed, fragment) if renamed else None
            yield found("unknown-document", self._place, file=uri, suggestion=suggestion, now=now)
        elif uri is None:
            yield self._bad()
        elif self._text.dialect is Dialect.PAGE and (lacking := self._texts.lacking(uri, self._editions)):
            yield found("unknown-document", self._place, "edition", file=uri, editions=", ".join(lacking))
        elif fragment:
            yield from self._anchor(uri, fragment)

    def _withheld_by(self, uri: str) -> str | None:
        """The setting by which a document is not published, while the page that leads there is."""
        site, root = self._facts.project.site, self._facts.project.root
        if site is None or site.withheld_by(root, self._text.uri) is not None:
            return None
        return site.withheld_by(root, uri)

    def _anchor(self, uri: str, fragment: str) -> Iterator[Problem]:
        """`unknown-anchor`: the document is there, the place on it is not."""
        for edition in self._editions:
            anchors = self._texts.anchors(uri, edition)
            if anchors is None or fragment in anchors:
                continue
            file = "" if uri == self._text.uri else uri
            named = [each for each in anchors if each != TOP]
            like = [each for each in named if fragment in each or each in fragment]
            suggestion = closest(fragment, named) or (like[0] if len(like) == 1 else None)
            variant = "other" if file else ""
            yield found(
                "unknown-anchor",
                self._place_of_fragment(),
                variant,
                anchor=fragment,
                file=file,
                suggestion=suggestion,
                known=" ".join(f"#{each}" for each in named[:MOST_ANCHORS]),
            )
            return

    def places_on_made_pages(self) -> Iterator[LinkedPlace]:
        """What is made to which it leads, in each edition that shows it."""
        scheme, path, fragment = _parts(self._link.href)
        uri = self._text.uri_of(path) if path and not scheme and path[0] != "/" else None
        for edition in self._editions if uri else ():
            if uri and self._texts.is_made(uri, edition):
                yield LinkedPlace(
                    edition, uri, fragment, self._place_of_fragment() if fragment else self._place
                )

    def _place_of_fragment(self) -> TextSpan:
        start = self._link.target.start + self._written.index("#") + 1
        return self._text.place(Stretch(start, max(self._link.target.end, start + 1)))

    def _procedure(self) -> Iterator[Problem]:
        """What is wrong with a link to a procedure or one of its steps."""
        facts, scope = self._facts, self._text.scope
        start = self._link.target.start + self._written.index(":") + 1
        target = Stretch(start, self._link.target.end).of(self._text.body)
        procedure, _, step = target.partition("#")
        known = facts.names(scope)["procedure"] or {}
        if procedure in known:
            if step:
                behind = start + len(procedure) + 1
                place = self._text.place(Stretch(behind, behind + len(step)))
                yield from step_problems(facts, NamedStep(procedure, step, place, scope, f"#{step}"))
        elif procedure not in facts.project.unread:
            place = self._text.place(Stretch(start, start + max(1, len(procedure))))
            yield unknown(facts, "procedure", procedure, self._text.document, place)


def _parts(href: str) -> tuple[str, str | None, str]:
    """The scheme of an address in small letters, its path and the place on the page; no path with a host of its own."""
    if is_broken_url(href):
        return href.partition(":")[0].lower() if ":" in href else "", None, ""
    parts = split_url(href)
    is_elsewhere = bool(parts.netloc) or "\\" in unquote(parts.path) or "\0" in unquote(parts.path)
    path = None if is_elsewhere else unquote(parts.path)
    return parts.scheme.lower(), path, normalize("NFC", unquote(parts.fragment))
