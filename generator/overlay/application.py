"""A procedure with an edition's changes: a `ProjectFile` like any other, each part of which knows its file.

All addresses are resolved in the base, and all changes are made at once, so that their order in the file says nothing
but in which order several parts come to stand at one place.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.diagnostics import found
from generator.model import FormerIds, Path, ShapeKind, Verb
from generator.overlay.additions import is_word_for_none, why_not_added
from generator.overlay.changes import (
    BASE_KEY,
    OF_A_BASE,
    WITH_KEY,
    WrittenChange,
    addresses_in,
    changed_procedures,
    filling,
    part_of,
    written_changes,
)
from generator.overlay.conflicts import MadeChanges
from generator.overlay.fingerprints import (
    FINGERPRINT_PATTERN,
    fingerprint,
    in_one_line,
    say_the_same,
    side_by_side,
)
from generator.overlay.grafting import Grafts, grafted, moved, moved_scalar
from generator.overlay.moves import PutBack, put_back, put_back_in_place
from generator.overlay.renamed import address_now, renamed
from generator.overlay.selectors import ChangeTarget, Unresolved
from generator.problems import Problem
from generator.project import FileKind, Project, ProjectFile, expand_tree, noted_retirements
from generator.yamltext import JoinedText, MappingNode, ScalarNode, SequenceNode, YamlData, YamlNode, to_data

BASE_MOVED = "base-moved"
"""The rule about changes of what the base no longer says: a warning, so that nobody's work on the base waits for it."""
_FATAL = ("bad-change", "change-addresses-nothing", "contradicting-changes")
"""The rules that a change must keep to be made at all."""


@dataclass
class Edited:
    """What an edition made of a procedure.

    Attributes:
        base: the procedure.
        document: the procedure with its changes; None when there is nothing to apply them to.
        edition: whose changes they are.
        unsound: what is wrong with changes by themselves, in the edition's file.
        problems: what is wrong with them against the base or one another, likewise.
        made: the changes that were made, each with what it names.
        outdated: those of them that were written, or accepted, when the base said something else.
    """

    base: ProjectFile
    edition: ProjectFile
    document: ProjectFile | None = None
    unsound: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    made: list[tuple[WrittenChange, ChangeTarget]] = field(default_factory=list)
    outdated: list[WrittenChange] = field(default_factory=list)


Edits = dict[tuple[str, str], Edited]
"""What editions made of the procedures that they change, by the ids of both."""


def edits_of(project: Project, edition: ProjectFile) -> Edits:
    """Apply all changes of an edition to those procedures of the base that there are."""
    fill, former = filling(project, edition), noted_retirements(project)
    bases = {each: project.document(FileKind.PROCEDURE, each) for each in changed_procedures(edition)}
    return {
        (edition.id, procedure): edit(base, edition, fill, former)
        for procedure, base in bases.items()
        if base is not None
    }


def all_edits(project: Project) -> Edits:
    """Apply the changes of all editions."""
    return {
        key: edited
        for edition in project.of_kind(FileKind.EDITION)
        for key, edited in edits_of(project, edition).items()
    }


def edit(base: ProjectFile, edition: ProjectFile, fill: Callable[[str], str], former: FormerIds) -> Edited:
    """Apply an edition's changes to a procedure of the base.

    Args:
        base: the procedure's file.
        edition: the edition's file.
        fill: fills the edition's values into a text, for addresses that were copied from its pages.
        former: the ids that were given up.

    Returns:
        The changed procedure, without the changes that are wrong, and what is wrong with them.
    """
    edited, made = Edited(base, edition), MadeChanges()
    addresses = addresses_in(base, fill)
    sound = []
    for change in written_changes(edition, base.id):
        unsound = list(_verb_problems(change))
        edited.unsound += unsound
        if not unsound and change.is_written_whole and base.is_readable:
            sound.append((change, addresses.find(change.address)))
    named = [(change, target) for change, target in sound if isinstance(target, ChangeTarget)]
    moves = {each.removed.path: each.data for each in put_back(named, base.data, fill)}
    for change, found_there in sound:
        target = found_there
        if isinstance(target, Unresolved):
            now = address_now(change, target, addresses, base, former)
            suggestion = renamed(change, target, addresses, base) or target.suggestion
            target = replace(target, suggestion=suggestion, now=now)
        problems = list(_target_problems(change, target, base, made, fill, moves))
        edited.problems += problems
        if isinstance(target, ChangeTarget) and not any(each.rule in _FATAL for each in problems):
            made.make(change, target)
            edited.outdated += (change for each in problems if each.rule == BASE_MOVED)
    edited.made = made.all
    edited.problems += (_put_back(each, base) for each in put_back_in_place(made.all, base.data, fill))
    root = base.root
    if isinstance(root, MappingNode) and base.is_readable:
        changed = grafted(root, _grafts(edited.made, base, edition))
        expand_tree(changed, base.shape)
        edited.document = _document(base, edition, changed)
    return edited


def _verb_problems(change: WrittenChange) -> Iterator[Problem]:
    """`bad-change`: no verb or several, no address, a `with` that is missing or too much, or a base that is none."""
    if not change.verbs:
        if not change.has_unknown_keys:
            yield found("bad-change", change.edition.start_place(change.path))
    elif len(change.verbs) > 1:
        second = change.edition.key_place((*change.path, change.verbs[1].value))
        yield found("bad-change", second, "several", first=change.verbs[0], second=change.verbs[1])
    elif not change.address.strip():
        if change.is_written_whole:
            place = change.edition.key_place(change.address_path)
            yield found("bad-change", place, "no-address", verb=change.verb)
    elif change.verb is Verb.REMOVE and WITH_KEY in change.data:
        yield found("bad-change", change.edition.key_place((*change.path, WITH_KEY)), "with-remove")
    elif change.verb is not Verb.REMOVE and not in_one_line(change.data.get(WITH_KEY, "")):
        place = change.edition.key_place(
            (*change.path, WITH_KEY) if WITH_KEY in change.data else change.address_path
        )
        yield found("bad-change", place, "without", verb=change.verb)
    elif change.stated_base and not FINGERPRINT_PATTERN.fullmatch(change.stated_base):
        place = change.edition.value_place((*change.path, BASE_KEY))
        yield found("bad-change", place, "base", base=change.stated_base, edition=change.edition.id)


def _target_problems(
    change: WrittenChange,
    target: ChangeTarget | Unresolved,
    base: ProjectFile,
    made: MadeChanges,
    fill: Callable[[str], str],
    moves: Mapping[Path, YamlData],
) -> Iterator[Problem]:
    """What is wrong with a change and what it names; `moves` are the steps that removals leave elsewhere."""
    place = change.edition.value_place(change.address_path)
    if isinstance(target, Unresolved):
        yield _lost(change, target, base)
        return
    if change.verb in OF_A_BASE and not target.is_there:
        yield found(
            "change-addresses-nothing", place, "absent", address=change.address, file=base.source.file
        )
        return
    if change.verb in (Verb.INSERT_BEFORE, Verb.INSERT_AFTER) and not target.is_item:
        yield found("bad-change", place, "not-an-item", verb=change.verb, address=change.address)
        return
    if change.verb is Verb.ADD and target.is_there and (variant := why_not_added(change, target, base)):
        yield found("bad-change", place, variant, address=change.address)
        return
    if change.verb is Verb.REPLACE and target.is_item and isinstance(change.data.get(WITH_KEY), list):
        yield found("bad-change", place, "several-for-one", address=change.address)
        return
    contrary = made.contrary_to(change, target)
    if contrary is not None:
        line = contrary.edition.value_place(contrary.address_path).location.line
        yield found("contradicting-changes", place, address=change.address, other=contrary.address, line=line)
        return
    if change.verb in OF_A_BASE:
        ours = moves.get(change.path, change.data.get(WITH_KEY, ""))
        yield from _base_problems(change, part_of(base.data, target.path), base, fill, ours)


def _put_back(each: PutBack, base: ProjectFile) -> Problem:
    """`change-changes-nothing`: a step is removed, and put in where it was."""
    place = each.removed.edition.value_place(each.removed.address_path)
    line = each.inserted.edition.value_place(each.inserted.address_path).location.line
    address, file = each.removed.address, base.source.file
    return found("change-changes-nothing", place, "put-back", address=address, file=file, line=line)


def _lost(change: WrittenChange, lost: Unresolved, base: ProjectFile) -> Problem:
    """`change-addresses-nothing`."""
    return found(
        "change-addresses-nothing",
        change.edition.value_place(change.address_path),
        lost.variant,
        address=change.address,
        name=lost.name,
        suggestion=lost.suggestion,
        known=lost.known,
        now=lost.now,
        file=base.source.file,
    )


def _base_problems(
    change: WrittenChange, data: object, base: ProjectFile, fill: Callable[[str], str], ours: YamlData
) -> Iterator[Problem]:
    """`change-changes-nothing` (on this office's pages), `base-moved` and `change-without-base`."""
    there = data if isinstance(data, str | list | dict) else ""
    now, place = fingerprint(there), change.edition.value_place(change.address_path)
    is_outdated = change.stated_base not in ("", now)
    if (
        change.verb is Verb.REPLACE
        and WITH_KEY in change.data
        and say_the_same(change.data[WITH_KEY], there, fill)
    ):
        rule, variant = (BASE_MOVED, "adopted") if is_outdated else ("change-changes-nothing", "")
        yield found(rule, place, variant, address=change.address, file=base.source.file)
    elif not change.stated_base:
        yield found("change-without-base", place, address=change.address, base=now, edition=change.edition.id)
    elif is_outdated:
        theirs, shown = side_by_side(there, ours)
        yield found(
            BASE_MOVED,
            change.edition.value_place((*change.path, BASE_KEY)),
            "" if shown else "removed",
            address=change.address,
            now=theirs,
            ours=shown,
            file=base.source.file,
            edition=change.edition.id,
        )


def _grafts(
    made: list[tuple[WrittenChange, ChangeTarget]], base: ProjectFile, edition: ProjectFile
) -> Grafts:
    """The changes as what is done to the tree; in the joined text the edition stands behind the base."""
    grafts, offset = Grafts(), len(base.source.text) + 1
    for change, target in made:
        if change.verb is Verb.REMOVE:
            grafts.removed.add(target.path)
            continue
        key, node = edition.find((*change.path, WITH_KEY))
        if key is None or node is None:
            continue
        key, value = moved_scalar(key, offset), moved(node, offset)
        match change.verb:
            case Verb.REPLACE:
                grafts.replaced[target.path] = (key, value)
            case Verb.INSERT_BEFORE:
                grafts.before.setdefault(target.path, []).extend(_items(value))
            case Verb.INSERT_AFTER:
                grafts.after.setdefault(target.path, []).extend(_items(value))
            case Verb.ADD:
                _add(grafts, target, key, value)
    return grafts


def _add(grafts: Grafts, target: ChangeTarget, key: ScalarNode, value: YamlNode) -> None:
    """Append to a list, or set what is not there; a list that is not there is begun by the first that adds to it."""
    if target.is_there:
        grafts.appended.setdefault(target.path, []).extend(_items(value))
    elif target.shape.kind is not ShapeKind.LIST or is_word_for_none(target, value):
        grafts.added[target.path] = (key, value)
    else:
        begun = grafts.added.get(target.path)
        sequence = begun[1] if begun is not None else SequenceNode(value.start)
        if isinstance(sequence, SequenceNode):
            sequence.items += _items(value)
            sequence.end = value.end
            grafts.added[target.path] = (begun[0] if begun is not None else key, sequence)


def _items(value: YamlNode) -> list[YamlNode]:
    """What a `with` puts into a list: its own items, or itself as one."""
    return value.items if isinstance(value, SequenceNode) else [value]


def _document(base: ProjectFile, edition: ProjectFile, root: MappingNode) -> ProjectFile:
    """The changed procedure as a document."""
    return ProjectFile(
        kind=base.kind,
        id=base.id,
        area=base.area,
        source=JoinedText(base.source, edition.source),
        data=to_data(root),
        is_out_of_shape=base.is_out_of_shape,
        edition=edition.id,
        joined=(base, edition),
        tree=root,
    )
