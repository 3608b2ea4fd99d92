"""Rules about what is written as Markdown or HTML and is neither to the engine of pages: it stays text or vanishes."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice

from generator.code_in_markdown import without_code
from generator.commonmark import Dialect, Stretch, elements, left_alone, read_page, read_words, written_tags
from generator.diagnostics import found
from generator.lint.extensions import drawn_fences, signs, switched_on
from generator.lint.facts import ProjectFacts
from generator.lint.markdown import LinkedText, LinkedTexts
from generator.lint.rules.allowances import allowances
from generator.model import Allowance
from generator.problems import Problem
from generator.yamltext import MOST_OF_ONE_KIND

_IN_HTML = re.compile(
    r"(?P<sign>(?P<marks>\*\*|__)(?=\S)[^\n]*?\S(?P=marks)|!?\[[^\]\n]*\]\([^)\n]*\)|"
    r"^[ \t]*(?:#{1,6}|[-*+]|\d+\.)(?=[ \t]+\S)|^[ \t]*\|[^\n]+\|[ \t]*$)",
    re.MULTILINE,
)
"""What is Markdown beyond doubt where it stands in HTML."""
_DIAGRAMS = ("mermaid", "plantuml")
_FILE = re.compile(
    r"<(?P<file>[^\s<>]+\.(?:md|markdown|html?|pdf|docx?|xlsx?|pptx?|png|jpe?g|zip))>", re.IGNORECASE
)
_VISIBLE = re.compile(r"[^\n]")


def markdown_as_text(facts: ProjectFacts) -> Iterator[Problem]:
    """`markdown-as-text`: signs that are published as they are written."""
    site = facts.project.site
    is_on, drawn = switched_on(site), drawn_fences(site)
    for text in LinkedTexts(facts).judged:
        key = ("markdown-as-text", is_on, drawn)
        yield from text.document.once(key, partial(_in_text, text, is_on, drawn))


def _in_text(text: LinkedText, is_on: frozenset[str], drawn: frozenset[str]) -> list[Problem]:
    """The first of them in one text."""
    found_in = [*_signs(text, is_on), *_diagrams(text, drawn)]
    if text.dialect is Dialect.PAGE:
        found_in += [*_in_html(text), *_misread(text)]
    return found_in[:MOST_OF_ONE_KIND]


def unknown_tags(facts: ProjectFacts) -> Iterator[Problem]:
    """`unknown-tag`: words in angle brackets on pages, which browsers take for an element and do not show."""
    if Allowance.SCRIPTS.value in allowances(facts):
        return  # which may make elements of their own
    for page in facts.project.pages:
        links = read_page(page.body, Dialect.PAGE).links if page.is_readable and "<" in page.body else ()
        targets = {each.target.start - 1 for each in links}  # which may stand in angle brackets too
        tags = written_tags(without_code(page.body)) if page.is_readable and "<" in page.body else []
        unknown = (
            each for each in tags if each.start not in targets and each.name.rstrip("/") not in elements()
        )
        for tag in islice(unknown, MOST_OF_ONE_KIND):
            file = _FILE.fullmatch(tag.text)
            name = file["file"] if file is not None else None
            place = page.body_place(tag.start, len(tag.text))
            yield found("unknown-tag", place, "file" if file else "", text=tag.text, file=name)


def _signs(text: LinkedText, is_on: frozenset[str]) -> Iterator[Problem]:
    """The signs of extensions that are off, each place once."""
    words, end = _words(text), -1
    matches = [(match, sign) for sign in signs(text.dialect, is_on) for match in sign.pattern.finditer(words)]
    for match, sign in sorted(matches, key=lambda each: (each[0].start(), -each[0].end())):
        groups = match.groupdict()
        span = Stretch(*match.span("sign" if groups.get("sign") else 0))
        if span.start >= end:
            end = max(match.end(), span.end)
            inner = groups.get("inner")
            yield found("markdown-as-text", text.place(span), sign.name, text=span.of(words), inner=inner)


def _words(text: LinkedText) -> str:
    """What is read as words in a text: blank where code, tags, addresses and the targets of links stand."""
    body = without_code(text.body)
    for span in (*text.read.indented, *(each.target for each in text.links if each.href)):
        body = body[: span.start] + _VISIBLE.sub(" ", span.of(body)) + body[span.end :]
    return read_words(body, is_html=text.dialect is Dialect.PAGE)


def _diagrams(text: LinkedText, drawn: frozenset[str]) -> Iterator[Problem]:
    """Pictures that are written as text, and stay it."""
    for words, span in text.read.fences:
        language = words.strip("{} .").split()[0] if words.strip("{} .") else ""
        if language in _DIAGRAMS and language not in drawn:
            yield found("markdown-as-text", text.place(span), "diagram", text=language)


def _in_html(text: LinkedText) -> Iterator[Problem]:
    """Markdown in HTML that the engine leaves alone."""
    body = without_code(text.body)
    for each in left_alone(body):
        for match in _IN_HTML.finditer(each.words.of(body)):
            sign = match["sign"].lstrip()
            start = each.words.start + match.end("sign") - len(sign)
            wanted = f"<{each.element} markdown{each.tag[len(each.element) + 1 :]}"
            place = text.place(Stretch(start, start + len(sign)))
            yield found("markdown-as-text", place, "html", text=sign.rstrip(), tag=each.tag, wanted=wanted)


def _misread(text: LinkedText) -> Iterator[Problem]:
    """Lists and tables that the engine does not read as such."""
    for each in text.read.misread:
        sign = each.sign.of(text.body)
        yield found("markdown-as-text", text.place(each.sign), each.how, text=sign, wanted=each.wanted)
