"""Rules about learning paths: that each stop leads to one thing, and that it is there."""

from collections.abc import Iterator

from generator.diagnostics import closest, found, slip_of
from generator.lint.facts import MOST_LISTED, ProjectFacts
from generator.lint.rules.step_names import NamedStep, step_problems
from generator.lint.rules.unknown import new_term
from generator.model import TARGETS, Path, fill_known_values
from generator.problems import Problem
from generator.project import FileKind, ProjectFile, is_page, page_now, pages_like
from generator.yamltext import as_list, as_mapping, as_scalar, as_text

STOPS = "stops"
WrittenStop = tuple[ProjectFile, Path, dict[str, object]]
"""A stop: its file, its path in it, and what it says."""


def empty_paths(facts: ProjectFacts) -> Iterator[Problem]:
    """`empty-path`: a list of stops without a stop."""
    for document in facts.of_kind(FileKind.PATH):
        if as_mapping(document.data).get(STOPS) == []:
            yield found("empty-path", document.key_place((STOPS,)))


def stops_without_one_target(facts: ProjectFacts) -> Iterator[Problem]:
    """`bad-stop`: a stop that names nothing, or more than one thing; `step-without-procedure`."""
    for document, path, stop in _stops(facts):
        given = [name for name in TARGETS if name in stop]
        known = ", ".join(TARGETS)
        if len(given) > 1:
            place = document.key_place((*path, given[1]))
            yield found("bad-stop", place, "several", first=given[0], second=given[1])
        elif "step" in stop and "procedure" not in stop:
            yield found("step-without-procedure", document.key_place((*path, "step")), step=stop["step"])
        elif not given:
            yield found("bad-stop", document.start_place(path), known=known)


def steps_of_stops(facts: ProjectFacts) -> Iterator[Problem]:
    """`unknown-step` and `step-removed` of the steps that stops name."""
    for document, path, stop in _stops(facts):
        procedure, step = as_text(stop.get("procedure")), as_text(stop.get("step"))
        if procedure and step:
            place = document.value_place((*path, "step"))
            yield from step_problems(
                facts, NamedStep(procedure, step, place, document.scope, f"step: {step}")
            )


def terms_of_stops(facts: ProjectFacts) -> Iterator[Problem]:
    """`unknown-term`: a stop names a word that neither the catalogue of terms nor a procedure explains."""
    by_scope: dict[str, frozenset[str] | None] = {}
    for document, path, stop in _stops(facts):
        term = as_text(stop.get("term"))
        if not term:
            continue
        if document.scope not in by_scope:
            by_scope[document.scope] = _words(facts, document.scope)
        known = by_scope[document.scope]
        if known is not None and term not in known and not _is_filled_to(facts, term, known):
            listed = ", ".join(sorted(known)[:MOST_LISTED])
            place = document.value_place((*path, "term"))
            suggestion, identifier = slip_of(term, sorted(known)), new_term(facts, term)
            yield found(
                "unknown-term",
                place,
                term=term,
                suggestion=suggestion,
                known=listed,
                id=identifier,
                written=as_scalar(term),
            )


def pages_of_stops(facts: ProjectFacts) -> Iterator[Problem]:
    """`unknown-page`: a stop names a page that is neither written by hand nor made."""
    for document, path, stop in _stops(facts):
        page = as_text(stop.get("page"))
        editions = (document.scope,) if document.scope else tuple(facts.values)
        if page and not is_page(facts.project, page, editions):
            suggestion = closest(page, dict.fromkeys(pages_like(facts.project, editions)))
            yield found(
                "unknown-page",
                document.value_place((*path, "page")),
                page=page,
                suggestion=suggestion,
                now=page_now(facts.project, page),
            )


def repeated_stops(facts: ProjectFacts) -> Iterator[Problem]:
    """`repeated-stop`: a path leads to the same thing twice."""
    seen: dict[tuple[str, tuple[str, ...]], Path] = {}
    for document, path, stop in _stops(facts):
        targets = tuple(as_text(stop.get(name)) for name in (*TARGETS, "step"))
        key = (document.source.file, targets)
        if not any(targets):
            continue
        if key in seen:
            line = document.start_place(seen[key]).location.line
            yield found("repeated-stop", document.start_place(path), line=line)
        seen.setdefault(key, path)


def _stops(facts: ProjectFacts) -> Iterator[WrittenStop]:
    """Every stop of every path that is a mapping."""
    for document in facts.of_kind(FileKind.PATH):
        for index, stop in enumerate(as_list(as_mapping(document.data).get(STOPS))):
            if isinstance(stop, dict):
                yield document, (STOPS, index), stop


def _words(facts: ProjectFacts, scope: str) -> frozenset[str] | None:
    """Every word that is explained to readers of a file: terms, their short forms and synonyms, and definitions.

    None where a file could not be read that may explain more.
    """
    terms = facts.project.only(FileKind.TERMS)
    entries = [as_mapping(each) for each in as_mapping(terms.data).values()] if terms is not None else []
    listed = [each for entry in entries for each in (entry.get("term"), entry.get("short"))]
    listed += [each for entry in entries for each in as_list(entry.get("synonyms"))]
    procedures = facts.project.of_kind(FileKind.PROCEDURE)
    theirs = [each for each in procedures if each.edition in ("", scope)]
    if facts.project.unread or not all(each.is_readable for each in (*theirs, *([terms] if terms else []))):
        return None
    defined = [each for document in theirs for each in as_list(as_mapping(document.data).get("definitions"))]
    listed += [as_mapping(each).get("term") for each in defined]
    written = {text for each in listed if (text := as_text(each))}
    values = facts.values.values()
    return frozenset(
        written | {fill_known_values(text, each) for text in written if "${" in text for each in values}
    )


def _is_filled_to(facts: ProjectFacts, term: str, known: frozenset[str]) -> bool:
    """Whether a word with values in it is a known one in some edition."""
    return "${" in term and any(fill_known_values(term, each) in known for each in facts.values.values())
