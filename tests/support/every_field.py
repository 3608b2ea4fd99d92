"""A manual in which every text that an editor can write says what the test wants it to say.

Which texts there are, the models say: whatever text field a model gets is filled here, and every test that looks for
the texts of this manual looks for it too. A text is named by the thing that says it and by its field:
``procedure-title``, ``outer-detail``, ``procedure-objective-2``.
"""

from collections.abc import Callable, Mapping
from typing import Any

from generator.model.approval import Approval
from generator.model.base import Frozen
from generator.model.catalogue import Form, Reference, Role, Term
from generator.model.change import Change
from generator.model.citation import Citation
from generator.model.document_control import DocumentControl, Revision
from generator.model.edition import Area, Edition, Settings
from generator.model.ends import NamedEnd
from generator.model.internal_control import Indicator, Risk
from generator.model.knowledge_item import KnowledgeItem
from generator.model.learning_path import TARGETS, LearningPath, Stop
from generator.model.manual import (
    LeftOut,
    Manual,
    PlacedArea,
    PlacedProcedure,
    Sibling,
)
from generator.model.numbering import place_steps
from generator.model.placed_learning import PlacedKnowledge, PlacedPath
from generator.model.presentation import presented_field, presented_fields
from generator.model.procedure import Outcome, Procedure, Step
from generator.model.procedure_parts import Definition, Source
from generator.model.service import Applicant, Channel, Complaint, Fee, ServiceDocument
from generator.model.translation import Translation

Say = Callable[[str], str]
"""From the name of a text, unique in the manual, to what it says."""


THINGS: Mapping[str, type[Frozen]] = {
    "procedure": Procedure,
    "translation": Translation,
    "definition": Definition,
    "outer": Step,
    "inner": Step,
    "deepest": Step,
    "decision": Step,
    "fork": Step,
    "branch": Step,
    "row": Step,
    "in-row": Step,
    "yes": Outcome,
    "no": Outcome,
    "ending": NamedEnd,
    "source": Source,
    "applicant": Applicant,
    "channel": Channel,
    "document": ServiceDocument,
    "fee": Fee,
    "complaint": Complaint,
    "citation": Citation,
    "own-citation": Citation,
    "control": DocumentControl,
    "revision": Revision,
    "indicator": Indicator,
    "risk": Risk,
    "step-indicator": Indicator,
    "step-risk": Risk,
    "changed": Change,
    "added": Change,
    "settings": Settings,
    "edition": Edition,
    "approval": Approval,
    "area": Area,
    "role": Role,
    "reference": Reference,
    "form": Form,
    "term": Term,
    "knowledge": KnowledgeItem,
    "path": LearningPath,
    "stop": Stop,
}
"""What says texts, by the beginnings of their names."""

IN_SERVICE = ("applicant", "channel", "document", "fee", "complaint")
IN_PROCEDURE = (
    *("procedure", "definition", "outer", "inner", "deepest", "decision", "yes", "no", "ending", "source"),
    *("fork", "branch", "row", "in-row"),
    *("translation", "citation", "own-citation", *IN_SERVICE),
    *("control", "revision", "indicator", "risk", "step-indicator", "step-risk"),
)
"""Those that a procedure's own file says."""

BODY = "เนื้อหาของความรู้ ดู[](procedure:sample#outer)"
"""The body of the item of knowledge: Markdown, which is rendered and not shown as it was written."""


def text_names(thing: str) -> Mapping[str, tuple[str, ...]]:
    """The names of the texts of a thing by its fields, two to a list. A stop tells its targets otherwise."""
    return {
        field.name: (f"{thing}-{field.name}-1", f"{thing}-{field.name}-2")
        if field.is_list
        else (f"{thing}-{field.name}",)
        for field in presented_fields(THINGS[thing])
        if field.is_text and not (thing == "stop" and field.name in TARGETS)
    }


RICH = frozenset(
    text
    for thing in THINGS
    for name, texts in text_names(thing).items()
    if presented_field(THINGS[thing], name).is_rich
    for text in texts
)
"""The names of the texts that may be more than a paragraph."""

EVERY_KIND = """\
ย่อหน้าแรก **ตัวหนา** [งาน](procedure:sample) {0}
บรรทัดสอง

- ข้อขีด {0}
  ต่อข้อขีด
  1. ข้อย่อย {0}
- ข้อขีดสอง

1. ข้อเลข [ไฟล์แนบ](files/แบบ ฟอร์ม.docx)

| หัวตาราง | หัวสอง {0} |
| --- | :-: |
| ช่อง \\| ขีดตั้ง | [ออก](https://a.example/) |

2. ข้อเลขสอง
คำเตือน: ระวัง {0}

![รูปแสดงผล {0}](images/รูป ภาพ.png)

หมายเหตุ: ปิดท้าย {0}"""
"""A text with every kind of block in it, and the given text in each of them."""

FILES = {"files/แบบ ฟอร์ม.docx": 120_300, "images/รูป ภาพ.png": 2_340_000}
"""The files that `EVERY_KIND` names, with their sizes."""


def every_field_manual(say: Say) -> Manual:
    """A manual with one procedure that uses every field of the model, as an edition among others that changed it.

    Args:
        say: what its texts say.
    """
    procedure = Procedure.model_validate(_procedure(say))
    approval = {**_texts("approval", say), "procedure": "sample", "role": "actor", "date": "2566-09-02"}
    edition = {**_texts("edition", say), "site": say("site"), "approvals": [approval]}
    placed = PlacedProcedure(
        "sample",
        "area",
        "1.1",
        "procedures/area/sample.yml",
        procedure,
        place_steps(procedure),
        changes=tuple(Change.model_validate(change) for change in _changes(say)),
        base=procedure,
        approval=Approval.model_validate(approval),
    )
    area = Area.model_validate(_texts("area", say))
    areas = [{"id": "area", "procedures": ["sample"]}]
    return Manual(
        settings=Settings.model_validate({**_texts("settings", say), "default_edition": "sample"}),
        edition_id="sample",
        edition=Edition.model_validate({**edition, "areas": areas}),
        values={},
        areas=(PlacedArea("area", "1", area.title, area.summary, (placed,), stated=area),),
        roles={"actor": Role.model_validate({**_texts("role", say), "kind": "unit"})},
        references={"paper": Reference.model_validate(_reference(say))},
        forms={"form": Form.model_validate({**_texts("form", say), "url": "//evil.example/x"})},
        terms={"term": Term.model_validate(_texts("term", say))},
        left_out=(
            LeftOut("gone", "area", say("left-out").strip()),
            LeftOut("lost", "other", say("left-out-too").strip(), say("left-out-area").strip()),
        ),
        siblings=(
            Sibling(
                "north",
                say("sibling-office").strip(),
                say("sibling-short").strip(),
                None,
                frozenset({"sample"}),
            ),
        ),
        files=FILES,
        knowledge=(_item(say),),
        paths=(_path(say),),
    )


def _texts(thing: str, say: Say) -> dict[str, Any]:
    """Every text of a thing, by the keys under which authors write them."""
    written: dict[str, Any] = {}
    for name, names in text_names(thing).items():
        field = presented_field(THINGS[thing], name)
        written[field.key] = [say(each) for each in names] if field.is_list else say(names[0])
    return written


def _reference(say: Say) -> dict[str, Any]:
    """A reference whose address must not become a link."""
    return {**_texts("reference", say), "type": "act", "url": "javascript:alert(1)"}


def _item(say: Say) -> PlacedKnowledge:
    """An item of knowledge of a step and of the whole procedure."""
    item = {
        **_texts("knowledge", say),
        "kind": "good-practice",
        "procedures": ["sample#inner", "sample"],
        "date": "2568-01-15",
        "contributor": "actor",
        "reviewed": "2568-02-01",
    }
    return PlacedKnowledge("learned", "docs/knowledge/learned.md", KnowledgeItem.model_validate(item), BODY)


def _path(say: Say) -> PlacedPath:
    """A learning path with a stop of every kind, whose texts begin with what it is: ``checkpoint-stop-why``."""
    targets: dict[str, dict[str, Any]] = {
        "term": {"term": say("term-term").strip()},
        "page": {"page": "roles/index.md"},
        "procedure": {"procedure": "sample"},
        "step": {"procedure": "sample", "step": "inner"},
        "checkpoint": {"checkpoint": say("checkpoint")},
    }
    stops = [{**target, **_stop_texts(kind, say)} for kind, target in targets.items()]
    path = {**_texts("path", say), "role": "actor", "stops": stops}
    return PlacedPath("beginning", "procedures/onboarding/beginning.yml", LearningPath.model_validate(path))


def _stop_texts(kind: str, say: Say) -> dict[str, Any]:
    return _texts("stop", lambda name: say(f"{kind}-{name}"))


def _changes(say: Say) -> list[dict[str, Any]]:
    """A change of a step and one of the procedure, each with its reason."""
    return [
        {
            **_texts("changed", say),
            "replace": "steps/outer/detail",
            "with": say("outer-detail"),
            "base": "0123abcd",
        },
        {**_texts("added", say), "add": "scope", "with": say("procedure-scope-1")},
    ]


def _procedure(say: Say) -> dict[str, Any]:
    """A procedure with every text, its steps three levels deep; a fork with a branch of one step and one of a row."""
    deepest = {**_texts("deepest", say), "id": "deepest", "role": "actor"}
    inner = {**_texts("inner", say), "id": "inner", "steps": [deepest]}
    row = {**_texts("row", say), "steps": [{**_texts("in-row", say), "go": "ending"}]}
    outcomes = [{**_texts("yes", say), "go": "ending", "tone": "good"}, {**_texts("no", say), "go": "outer"}]
    return {
        **_texts("procedure", say),
        "owner": "actor",
        "document_control": _control(say),
        "translations": [{**_texts("translation", say), "language": "lo"}],
        "definitions": [_texts("definition", say)],
        "indicators": [{**_texts("indicator", say), "role": "actor"}],
        "risks": [{**_texts("risk", say), "role": "actor"}],
        "steps": [
            {
                **_texts("outer", say),
                "id": "outer",
                "forms": ["form"],
                "references": ["paper", {"id": "paper", **_texts("citation", say)}],
                "indicators": [_texts("step-indicator", say)],
                "risks": [_texts("step-risk", say)],
                "steps": [inner],
            },
            {**_texts("fork", say), "parallel": [{**_texts("branch", say), "role": "actor"}, row]},
            {**_texts("decision", say), "call": "gone", "outcomes": outcomes},
        ],
        "ends": [{**_texts("ending", say), "id": "ending", "tone": "good"}],
        "references": [{"id": "paper", **_texts("own-citation", say)}],
        "source": {**_texts("source", say), "manual": "paper"},
        "service": {f"{thing}s": [_texts(thing, say)] for thing in IN_SERVICE},
    }


def _control(say: Say) -> dict[str, Any]:
    """Document control, its history and its signatures."""
    signed = {key: {"role": "actor", "date": "2566-09-01"} for key in ("prepared", "reviewed", "approved")}
    return {**_texts("control", say), **signed, "revisions": [{**_texts("revision", say), "date": "2566"}]}
