"""Everything that is wrong with a project, once: what follows from a mistake that is told is not told as well."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path as FilePath

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.lint.lost_ids import PublishedThing, lost_ids
from generator.lint.rules import apply_rules, check_changed
from generator.lint.rules.approvals import approved_fingerprints
from generator.lint.rules.site_settings import addresses_of_the_machine, settings_of_the_site
from generator.lint.rules.written_links import LinkedPlace, places_on_made_pages
from generator.model import Path
from generator.overlay import Edits
from generator.problems import Problem, Severity, has_errors, in_order
from generator.project import (
    PROCEDURES_FOLDER,
    YAML_SUFFIX,
    FileKind,
    Found,
    Project,
    ProjectFile,
    read_document,
    read_site_settings,
)
from generator.storage import is_file
from generator.validation import Validator
from generator.yamltext import SourceText

UNKNOWN_VALUE = "unknown-value"
"""The rule whose findings only the editions that lack the value suffer from."""

SETTINGS = f"{PROCEDURES_FOLDER}/manual{YAML_SUFFIX}"
"""The file that says what the settings of the site may."""
MOST_PROBLEMS_OF_A_FILE = 50
"""How many problems of one file are told in one run; errors come before warnings."""


def judge(project: Project, validator: Validator, edits: Edits) -> list[Problem]:
    """Find everything that is wrong with a project.

    Args:
        project: all files.
        validator: validates them.
        edits: what the editions made of the procedures that they change.

    Returns:
        The problems of all files and all editions, in order.
    """
    validator.validate_all()
    facts = ProjectFacts(project, validator.procedure, edits)
    told = [*validator.problems, *apply_rules(facts)]
    changed = check_changed(facts, [*project.problems, *told], validator.refusals)
    return in_order([*project.problems, *untold(project, [*told, *changed])])


def judge_machine_settings(root: FilePath, environment: Mapping[str, str]) -> list[Problem]:
    """Find what the machine says of a project's site that is no such thing.

    Args:
        root: the project's root.
        environment: the machine's variables.
    """
    site, _ = read_site_settings(root)
    return list(addresses_of_the_machine(site, environment)) if site is not None else []


def judge_site_settings(root: FilePath, editions: Iterable[str]) -> list[Problem]:
    """Find what is wrong with the settings of a project's site, before the engine is asked to read them.

    Args:
        root: the project's root.
        editions: the ids of its editions.
    """
    site, problems = read_site_settings(root)
    known = [ProjectFile(FileKind.EDITION, each, "", SourceText("", "")) for each in editions]
    if is_file(root, SETTINGS):
        known.append(read_document(root, Found(SETTINGS, FileKind.SETTINGS, FileKind.SETTINGS.value))[0])
    facts = ProjectFacts(Project(root, known, site=site), lambda *_: None)
    return in_order([*problems, *settings_of_the_site(facts)])


def linked_places(project: Project, validator: Validator) -> list[LinkedPlace]:
    """The places on pages that are made to which people link, by the editions that show the links."""
    return list(places_on_made_pages(ProjectFacts(project, validator.procedure)))


def judge_lost_ids(
    project: Project,
    validator: Validator,
    edits: Edits,
    published: Iterable[PublishedThing],
    procedures: Collection[str] = (),
) -> list[Problem]:
    """Find what was published under ids that nothing has any more; see `lost_ids`."""
    facts = ProjectFacts(project, validator.procedure, edits)
    return in_order(lost_ids(facts, published, procedures))


def approved_texts(
    project: Project, validator: Validator, edits: Edits
) -> dict[tuple[str, Path], tuple[str, str]]:
    """By file and place, the fingerprints that approvals state, each with that of what its procedure tells now."""
    facts = ProjectFacts(project, validator.procedure, edits)
    return {
        (edition.source.file, path): (stated, now)
        for edition in project.of_kind(FileKind.EDITION)
        for path, stated, now in approved_fingerprints(facts, edition)
    }


def error_lines(problems: Iterable[Problem]) -> dict[str, frozenset[int]]:
    """By file, the lines that have errors; a value that one edition lacks is no error in the others."""
    lines: dict[str, set[int]] = {}
    for problem in problems:
        if problem.severity is Severity.ERROR and problem.rule != UNKNOWN_VALUE:
            lines.setdefault(problem.location.file, set()).add(problem.location.line)
    return {file: frozenset(of_file) for file, of_file in lines.items()}


def untold(project: Project, problems: Iterable[Problem]) -> list[Problem]:
    """Problems without those on lines of which the cause is told already."""
    told = {document.source.file: document.told_lines for document in project.documents}
    return [each for each in problems if each.location.line not in told.get(each.location.file, ())]


def limited(problems: list[Problem]) -> list[Problem]:
    """Problems in order, no more than `MOST_PROBLEMS_OF_A_FILE` of one file; one more then counts what is left out."""
    kept: list[Problem] = []
    for file, group in groupby(problems, key=lambda problem: problem.location.file):
        of_file = sorted(group, key=lambda problem: problem.severity is not Severity.ERROR)
        left_out = of_file[MOST_PROBLEMS_OF_A_FILE:]
        kept += in_order(of_file[:MOST_PROBLEMS_OF_A_FILE])
        if left_out:
            last = kept[-1].location
            summary = found("more-problems", SourceText(file, "").place(0), count=len(left_out))
            severity = Severity.ERROR if has_errors(left_out) else Severity.WARNING
            kept.append(replace(summary, location=last, severity=severity))
    return kept
