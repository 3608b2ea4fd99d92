"""`lost-id`: what was published under an id that nothing has any more, and that nobody noted.

An id is an address. Who deletes or changes one by hand is told the command that notes it, so that what led there leads
on; what took its place is found by what it says.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.lint.rules.retired import used_ids
from generator.model import Manual, RetiredKind, plain_text, step_texts
from generator.problems import Problem
from generator.project import (
    CATALOGUE_FOLDER,
    CATALOGUE_OF_ENTRY,
    EDITIONS_FOLDER,
    PATHS_FOLDER,
    YAML_SUFFIX,
    FileKind,
    steps_of,
)
from generator.storage import PublishedFiles
from generator.words import words_of
from generator.yamltext import SourceText, as_mapping, as_text, quick_data, title_of

_LEAST_LIKENESS = 0.6
"""How much of what two things say must be the same for them to be one."""
_OF_STEP = "#"
_KINDS = "scaffold/rename"
"""The part of the words that calls the kinds by their names."""
_ENTRIES_IN = {kind.value: RetiredKind(sort) for sort, kind in CATALOGUE_OF_ENTRY.items()}
"""What each catalogue holds, by its name."""


@dataclass(frozen=True, slots=True)
class PublishedThing:
    """What was published under an id.

    Attributes:
        kind: what it is.
        id: the id; of a step with that of its procedure.
        texts: what it says, its name first.
        file: where it stood; the file of published data where nothing else is known.
    """

    kind: RetiredKind
    id: str
    texts: tuple[str, ...]
    file: str


def things_of_files(published: PublishedFiles) -> Iterator[PublishedThing]:
    """What was published under ids, as far as its file is gone or says something else now."""
    for path, content in published.changed.items():
        place = _place_of(path)
        if place is None:
            continue
        sort, stem = place
        data = quick_data(content.decode("utf-8", "replace")) or {}
        if sort is RetiredKind.PROCEDURE:
            yield from _of_procedure(stem, data, path)
        else:
            for identifier, entry in data.items():
                texts = (title_of(entry) or as_text(as_mapping(entry).get("term")),)
                yield PublishedThing(sort, identifier, texts, path)


def things_of_manual(manual: Manual, file: str) -> Iterator[PublishedThing]:
    """Likewise of published data, all of it.

    Args:
        manual: what they hold.
        file: where they stand.
    """
    for placed in manual.procedures():
        texts = (placed.title, *step_texts(placed.procedure))
        yield PublishedThing(RetiredKind.PROCEDURE, placed.id, texts, file)
        for step in placed.walk_steps():
            if step.step.id:
                address = f"{placed.id}{_OF_STEP}{step.step.id}"
                yield PublishedThing(RetiredKind.STEP, address, (step.step.text,), file)
    catalogues: Sequence[tuple[RetiredKind, Mapping[str, str]]] = (
        (RetiredKind.ROLE, {each: role.title for each, role in manual.roles.items()}),
        (RetiredKind.REFERENCE, {each: entry.title for each, entry in manual.references.items()}),
        (RetiredKind.FORM, {each: form.title for each, form in manual.forms.items()}),
        (RetiredKind.TERM, {each: term.term for each, term in manual.terms.items()}),
    )
    for kind, titles in catalogues:
        yield from (PublishedThing(kind, each, (plain_text(title),), file) for each, title in titles.items())


def names_of_files(paths: Iterable[str]) -> frozenset[str]:
    """The ids of procedures that files are called by."""
    places = filter(None, map(_place_of, paths))
    return frozenset(name for kind, name in places if kind is RetiredKind.PROCEDURE)


def lost_ids(
    facts: ProjectFacts, published: Iterable[PublishedThing], procedures: Collection[str] = ()
) -> Iterator[Problem]:
    """`lost-id`.

    Args:
        facts: what the project says now.
        published: what was published under ids, as far as it may be another now.
        procedures: the ids of all procedures that were published.
    """
    things = list(dict.fromkeys(published))
    if not things:
        return
    used = used_ids(facts)
    before = {*((each.kind, each.id) for each in things)}
    before |= {(RetiredKind.PROCEDURE, each) for each in procedures}
    documents = {each.source.file: each for each in facts.project.documents}
    for each in things:
        if not _is_lost(facts, each, used):
            continue
        new = _successor(each, _candidates(facts, each, before))
        variant = "changed" if new else "procedure" if each.kind is RetiredKind.PROCEDURE else ""
        document = documents.get(each.file)
        place = document.source.place(0) if document is not None else SourceText(each.file, "").place(0)
        what = kind_word(each.kind)
        yield found(
            "lost-id", place, variant, kind=each.kind, what=what, id=each.id, title=each.texts[0], new=new
        )


def kind_word(kind: RetiredKind) -> str:
    """What a kind is called."""
    word: str = words_of(_KINDS)["report"]["kinds"][kind]
    return word


def _is_lost(facts: ProjectFacts, thing: PublishedThing, used: Mapping[str, set[str]]) -> bool:
    """Whether nothing has an id any more and nobody noted it; a step goes with its procedure."""
    ids = used.get(thing.kind)
    if ids is None or thing.id in ids:  # a catalogue that cannot be read is no empty one
        return False
    if thing.kind is RetiredKind.STEP:
        address = facts.former.today(RetiredKind.STEP, thing.id)
        procedure = address.partition(_OF_STEP)[0]
        if not address or address in ids or procedure not in used[RetiredKind.PROCEDURE]:
            return False
        if any(
            each.id == procedure and not each.is_readable
            for each in facts.project.of_kind(FileKind.PROCEDURE)
        ):
            return False
    if thing.kind is RetiredKind.PROCEDURE and thing.id in facts.project.unread:
        return False
    return facts.former.now(thing.kind, thing.id) is None


def _candidates(
    facts: ProjectFacts, lost: PublishedThing, before: set[tuple[RetiredKind, str]]
) -> Iterator[PublishedThing]:
    """The things of a kind with ids that are new: one of them may be what was lost."""
    if lost.kind in (RetiredKind.PROCEDURE, RetiredKind.STEP):
        procedure = facts.former.today(RetiredKind.STEP, lost.id).partition(_OF_STEP)[0]
        for document in facts.project.of_kind(FileKind.PROCEDURE):
            if lost.kind is RetiredKind.PROCEDURE or document.id == procedure:
                for thing in _of_procedure(document.id, document.data, document.source.file):
                    if thing.kind is lost.kind and (thing.kind, thing.id) not in before:
                        yield thing
        return
    catalogue = facts.project.only(CATALOGUE_OF_ENTRY[lost.kind])
    for identifier, entry in as_mapping(catalogue.data if catalogue is not None else {}).items():
        if (lost.kind, identifier) not in before:
            texts = (title_of(entry) or as_text(as_mapping(entry).get("term")),)
            yield PublishedThing(lost.kind, identifier, texts, "")


def _successor(lost: PublishedThing, candidates: Iterable[PublishedThing]) -> str:
    """The id of what says the most of what was lost; empty where nothing says enough of it."""
    likeness = {each.id: _likeness(lost.texts, each.texts) for each in candidates}
    best = max(likeness, key=lambda each: likeness[each], default="")
    return best if best and likeness[best] >= _LEAST_LIKENESS else ""


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """How much of two things is the same: text by text, or letter by letter of those with one text only."""
    if len(one) > 1 and len(other) > 1:
        common = (Counter(one) & Counter(other)).total()
        return 2 * common / (len(one) + len(other))
    return SequenceMatcher(None, one[0], other[0], autojunk=False).ratio() if one and other else 0.0


def _of_procedure(identifier: str, data: object, file: str) -> Iterator[PublishedThing]:
    steps = [step for _, step in steps_of(data)]
    texts = (title_of(data), *(as_text(each.get("text")) for each in steps))
    yield PublishedThing(RetiredKind.PROCEDURE, identifier, texts, file)
    for step in steps:
        if own := as_text(step.get("id")):
            yield PublishedThing(
                RetiredKind.STEP, f"{identifier}{_OF_STEP}{own}", (as_text(step.get("text")),), file
            )


def _place_of(path: str) -> tuple[RetiredKind, str] | None:
    """What stands in a file that is called by an id, or holds ids, and the name of it; None of all others."""
    if not path.endswith(YAML_SUFFIX):
        return None
    _, *folders, name = path.removesuffix(YAML_SUFFIX).split("/")
    if folders == [CATALOGUE_FOLDER]:
        kind = _ENTRIES_IN.get(name)
        return (kind, name) if kind is not None else None
    areas = folders[2:] if folders[:1] == [EDITIONS_FOLDER] else folders
    is_procedure = len(areas) == 1 and areas[0] != PATHS_FOLDER and not name.startswith("_")
    return (RetiredKind.PROCEDURE, name) if is_procedure else None
