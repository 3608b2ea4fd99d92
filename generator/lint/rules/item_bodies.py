"""Rules about the bodies of items of knowledge: Markdown, of which only what leads into the manual is judged.

Links to procedures are written as in all texts, and may stand in any Markdown. What stands as code is shown as it is
written, so that nothing in it is a link.
"""

import posixpath
import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

from generator.diagnostics import closest, found
from generator.lint.facts import ProjectFacts
from generator.lint.rules.addresses import is_bare_address, is_broken_address
from generator.lint.rules.step_names import NamedStep, step_problems
from generator.lint.rules.unknown import unknown
from generator.model import LINK_SCHEMES, PLACEHOLDER_PATTERN, PROCEDURE_SCHEME
from generator.problems import Problem
from generator.project import KNOWLEDGE_FOLDER, FileKind, ProjectFile, is_file, is_page, pages_like
from generator.urls import is_broken_url, split_url
from generator.yamltext import MOST_OF_ONE_KIND, TextSpan

_CODE = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=fence)[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)[^`\n]+(?<!`)\1(?!`)")
_TARGET = r"[ \t]*<?(?P<target>[^()<>\s]*(?:\([^()<>\s]*\)[^()<>\s]*)*)"
_LINK = re.compile(r"(?:\]\(|^ {0,3}\[[^\]\n]+\]:(?=[ \t]*\S))" + _TARGET, re.MULTILINE)
_SIGNS_OF_LINKS = ("](", "]:")
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):")


def links_of_bodies(facts: ProjectFacts) -> Iterator[Problem]:
    """`bad-link`, `unknown-procedure`, `unknown-step` and `step-removed` of the links in bodies."""
    for document in facts.of_kind(FileKind.KNOWLEDGE):
        yield from islice(_in_body(facts, document), MOST_OF_ONE_KIND)


def _in_body(facts: ProjectFacts, document: ProjectFile) -> Iterator[Problem]:
    """What is wrong with the links of one body."""
    has_links = any(sign in document.body for sign in _SIGNS_OF_LINKS)
    for match in _LINK.finditer(_without_code(document.body) if has_links else ""):
        if not PLACEHOLDER_PATTERN.search(match["target"]):
            yield from _link(facts, document, match["target"], match.start("target"))


def _link(facts: ProjectFacts, document: ProjectFile, target: str, offset: int) -> Iterator[Problem]:
    """What is wrong with one link, whose target begins at an offset of the body."""
    start = (document.body_start or 0) + offset
    if not target and not document.source.text[start : start + 2].lstrip(">").startswith(")"):
        return
    scheme = _SCHEME.match(target)
    name = scheme["scheme"].lower() if scheme is not None else ""
    if name == PROCEDURE_SCHEME and scheme is not None:
        yield from _procedure_link(facts, document, target[scheme.end() :], start + scheme.end())
        return
    place = document.source.place(start, start + max(1, len(target)))
    is_bare = not name and is_bare_address(target)
    is_broken = name in LINK_SCHEMES and is_broken_address(target)
    file = _file_of(target) if target and not (name or is_bare) else ""
    if not target or is_bare or is_broken or (name and name not in LINK_SCHEMES) or file is None:
        variant = "empty" if not target else "bare" if is_bare else ""
        yield found("bad-link", place, variant, target=target)
    elif file:
        yield from _file_link(facts, document, file, place)


def _file_of(target: str) -> str | None:
    """The document or file that a link without a scheme names, from ``docs/`` on; empty for a place of the same page.

    None when it leads out of the documents.
    """
    if is_broken_url(target):
        return None
    parts = split_url(target)
    if not parts.path and not parts.netloc:
        return ""
    path = posixpath.normpath(posixpath.join(KNOWLEDGE_FOLDER, unquote(parts.path)))
    is_outside = path.startswith(("/", "..")) or path == "." or "\\" in path or "\0" in path
    return None if parts.netloc or is_outside else path


def _file_link(facts: ProjectFacts, document: ProjectFile, file: str, place: TextSpan) -> Iterator[Problem]:
    """`unknown-document`: what a link names is neither a page nor a file of the documents."""
    editions = (document.scope,) if document.scope else tuple(facts.values)
    if is_page(facts.project, file, editions) or is_file(facts.project.root, file, editions):
        return
    meant = closest(file, dict.fromkeys(pages_like(facts.project, editions)))
    suggestion = posixpath.relpath(meant, KNOWLEDGE_FOLDER) if meant is not None else None
    yield found("unknown-document", place, file=file, suggestion=suggestion)


def _procedure_link(facts: ProjectFacts, document: ProjectFile, target: str, start: int) -> Iterator[Problem]:
    """What is wrong with a link to a procedure or one of its steps; its name starts at an index of the file."""
    procedure, _, step = target.partition("#")
    known = facts.names(document.scope)["procedure"] or {}
    if procedure in known:
        if step:
            behind = start + len(procedure) + 1
            place = document.source.place(behind, behind + len(step))
            yield from step_problems(facts, NamedStep(procedure, step, place, document.scope, f"#{step}"))
    elif procedure not in facts.project.unread:
        place = document.source.place(start, start + max(1, len(procedure)))
        yield unknown(facts, "procedure", procedure, document, place)


def _without_code(body: str) -> str:
    """A body, as long as before, with blanks where code stands."""
    without_blocks = _CODE.sub(lambda match: " " * len(match[0]), body)
    return _CODE_SPAN.sub(lambda match: " " * len(match[0]), without_blocks)
