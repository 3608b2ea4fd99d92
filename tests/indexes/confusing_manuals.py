"""Manuals for property tests, in which names are alike, shortened and reused, and the flow goes anywhere."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from generator.model.catalogue import Reference, Role, Term
from generator.model.knowledge_item import ItemKind, KnowledgeItem
from generator.model.manual import Manual
from generator.model.placed_learning import PlacedKnowledge
from tests.document.manuals import manual_of, placed

ALIKE = (
    "ตรวจ",
    "ตรวจ ๑",
    "ตรวจ1",
    "**ตรวจ**",
    "แจ้ง",
    "เเจ้ง",
    "แจ้งผล",
    "น้ำ",
    "น\u0e49\u0e4d\u0e32",
    "เสนอ",
    "เสนอแผน",
    "จบงาน ไม่มีขั้นตอนต่อ",
    "***",
    "[](procedure:p0)",
    "พิจารณา",
    "อนุมัติ",
    "สรุป",
    "รวบรวม",
    "ลงนาม",
    "เผยแพร่",
    "แผน",
    "รายงาน",
    "รายงานผล",
    "คำสั่ง",
)
"""Texts of which some read the same, some are a part of others, and some say nothing."""
texts = st.sampled_from(ALIKE)
ROLES = ("group", "director", "board", "school", "nobody")
LAWS = ("act", "rule", "order", "amendment", "plan")


@st.composite
def steps(draw: st.DrawFn, prefix: str = "s", depth: int = 2) -> list[dict[str, Any]]:
    """A list of steps with any flow between them that an author can write down."""
    made: list[dict[str, Any]] = []
    for number in range(draw(st.integers(1, 6))):
        step: dict[str, Any] = {
            "id": f"{prefix}{number}",
            "text": draw(texts),
            "role": draw(st.lists(st.sampled_from(ROLES), max_size=2, unique=True)),
            "accountable": draw(st.sampled_from((None, None, *ROLES))),
            "informed": draw(st.lists(st.sampled_from(ROLES), max_size=1)),
            "kind": draw(st.sampled_from(["process", "process", "decision", "document"])),
            "references": draw(st.lists(st.sampled_from(LAWS), max_size=1)),
        }
        if draw(st.booleans()):
            step["output"] = draw(texts)
        if depth and draw(st.integers(0, 4)) == 0:
            step["steps"] = draw(steps(f"{prefix}{number}-", depth - 1))
        made.append(step)
    return made


def walk(listed: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """All steps of all depths."""
    return [each for step in listed for each in (step, *walk(step.get("steps", [])))]


@st.composite
def procedures(draw: st.DrawFn, identifier: str) -> Any:  # noqa: ANN401 - a placed procedure
    """A procedure whose steps go on, back, aside or to the end."""
    listed = draw(steps())
    goals = st.one_of(
        st.none(), st.none(), st.just("end"), st.sampled_from([step["id"] for step in walk(listed)])
    )
    for step in walk(listed):
        if draw(st.integers(0, 3)) == 0:
            ways = draw(st.lists(st.tuples(texts, goals), min_size=2, max_size=3))
            step["outcomes"] = [{"label": label, "go": go} for label, go in ways]
        elif draw(st.integers(0, 5)) == 0:
            step["go"] = draw(goals)
    return placed(
        identifier,
        title=draw(texts) + identifier,
        summary=draw(texts),
        steps=listed,
        references=draw(st.lists(st.sampled_from(LAWS), max_size=2, unique=True)),
        definitions=[{"term": draw(texts), "meaning": draw(texts)} for _ in range(draw(st.integers(1, 4)))],
    )


@st.composite
def manuals(draw: st.DrawFn) -> Manual:
    """A manual in which names are reused, shortened and confused as much as can be."""
    made = manual_of(*(draw(procedures(f"p{number}")) for number in range(draw(st.integers(1, 2)))))
    short = st.none() | texts
    above = st.none() | st.none() | st.sampled_from(ROLES[:-1])
    kinds_of_role = st.sampled_from(["person", "person", "unit", "committee"])
    roles = {
        key: Role(title=draw(texts), short=draw(short), kind=draw(kinds_of_role), part_of=draw(above))
        for key in ROLES[:-1]
    }
    kinds = st.sampled_from(["act", "regulation", "order", "plan"])
    references = {
        key: Reference(
            type=draw(kinds), title=draw(texts), replaced_by=draw(st.none() | st.sampled_from(LAWS))
        )
        for key in LAWS
    }
    terms = {
        f"t{number}": Term(
            term=draw(texts), short=draw(short), synonyms=tuple(draw(st.lists(texts, max_size=1)))
        )
        for number in range(5)
    }
    knowledge = tuple(draw(items(made, number)) for number in range(draw(st.integers(0, 3))))
    return replace(made, roles=roles, references=references, terms=terms, knowledge=knowledge)


@st.composite
def items(draw: st.DrawFn, made: Manual, number: int) -> PlacedKnowledge:
    """An item of knowledge that belongs to steps of a procedure, and links to some."""
    procedure = draw(st.sampled_from(list(made.procedures())))
    identifiers = [step.step.id for step in procedure.walk_steps()]
    named = draw(st.lists(st.sampled_from(identifiers), min_size=1, max_size=2, unique=True))
    linked = draw(st.lists(st.sampled_from(identifiers), max_size=2))
    head = KnowledgeItem(
        title=draw(texts),
        kind=draw(st.sampled_from(ItemKind)),
        procedures=tuple(f"{procedure.id}#{each}" for each in named),
    )
    links = " ".join(f"[ดู](procedure:{procedure.id}#{each})" for each in linked)
    return PlacedKnowledge(
        f"item-{number}", f"docs/knowledge/item-{number}.md", head, f"{draw(texts)} {links}"
    )
