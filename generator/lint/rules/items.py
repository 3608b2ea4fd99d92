"""Rules about items of knowledge: what their heads name and say. Links in bodies: `written_links`."""

from collections.abc import Iterator

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.lint.rules.dates import read_date
from generator.lint.rules.step_names import NamedStep, step_problems
from generator.lint.rules.unknown import unknown
from generator.model import ADDRESS_PATTERN, Pointer, StepAddress, to_identifier
from generator.problems import Problem
from generator.project import FileKind, ProjectFile
from generator.yamltext import as_mapping, title_of

OF_LEARNING = (FileKind.KNOWLEDGE, FileKind.PATH)
"""What people learn from: both stand in files of their own, which all editions share or one has alone."""


def item_addresses(facts: ProjectFacts) -> Iterator[Problem]:
    """`bad-id`, `unknown-procedure`, `unknown-step` and `step-removed` of what an item belongs to."""
    for document, pointer in facts.pointers:
        if pointer.points_at == StepAddress.PROCEDURE_OR_STEP:
            yield from _address(facts, document, pointer)


def _address(facts: ProjectFacts, document: ProjectFile, pointer: Pointer) -> Iterator[Problem]:
    """What is wrong with one address of a procedure or a step."""
    address = pointer.identifier.strip()
    procedure, _, step = address.partition("#")
    known = facts.names(document.scope)["procedure"] or {}
    if not address or procedure in facts.project.unread:
        return
    if not ADDRESS_PATTERN.fullmatch(address):
        suggestion, _ = facts.guess("procedure", procedure, known) if procedure not in known else ("", "")
        parts = (suggestion or (procedure if procedure in known else ""), to_identifier(step))
        place = document.value_place(pointer.path)
        meant = "#".join(filter(None, parts)) if parts[0] else None
        yield found("bad-id", place, "address", id=address, suggestion=meant)
    elif procedure not in known:
        place = document.text_place(pointer.path, pointer.identifier.index(procedure), len(procedure))
        yield unknown(facts, "procedure", procedure, document, place)
    elif step:
        start = pointer.identifier.index("#") + 1
        place = document.text_place(pointer.path, start, len(step))
        yield from step_problems(facts, NamedStep(procedure, step, place, document.scope, f"#{step}"))


def reviewed_before_recorded(facts: ProjectFacts) -> Iterator[Problem]:
    """`reviewed-before-recorded`: an item was refined before it was written down."""
    for document in facts.of_kind(FileKind.KNOWLEDGE):
        data = as_mapping(document.data)
        recorded, reviewed = read_date(data.get("date")), read_date(data.get("reviewed"))
        if recorded and reviewed and reviewed.last_day < recorded.first_day:
            place = document.value_place(("reviewed",))
            yield found("reviewed-before-recorded", place, reviewed=data["reviewed"], date=data["date"])


def empty_items(facts: ProjectFacts) -> Iterator[Problem]:
    """`empty-item`: an item has a head and nothing after it."""
    for document in facts.of_kind(FileKind.KNOWLEDGE):
        if document.is_readable and not document.body.strip():
            yield found("empty-item", document.key_place(("title",)), file=document.source.file)


def titles_of_learning(facts: ProjectFacts) -> Iterator[Problem]:
    """`same-title`: two items of knowledge or two learning paths of one name, in one edition."""
    for kind in OF_LEARNING:
        first: dict[tuple[str, str], ProjectFile] = {}
        for document in sorted(facts.of_kind(kind), key=lambda each: bool(each.edition)):
            title = " ".join(title_of(document.data).split())
            other = first.get(("", title)) or first.get((document.edition, title))
            if title and other is not None:
                place = document.value_place(("title",))
                yield found("same-title", place, title=title, id=other.source.file)
            first.setdefault((document.edition, title), document)


def names_of_learning(facts: ProjectFacts) -> Iterator[Problem]:
    """`same-name-as-shared`: an edition's own item or path has the name of one that all editions share."""
    for kind in OF_LEARNING:
        shared = {each.id: each for each in facts.of_kind(kind) if not each.edition}
        for document in facts.of_kind(kind):
            if document.edition and document.id in shared:
                yield found(
                    "same-name-as-shared",
                    document.source.place(0),
                    id=document.id,
                    file=shared[document.id].source.file,
                )
