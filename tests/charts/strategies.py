"""Hypothesis strategies of procedures: valid models, but with any flow that an author can write down."""

from typing import Any

from hypothesis import strategies as st

from generator.model.procedure import Kind

_THAI = "กขคงจชซดตถทนบปผพมยรลวศสหอะาิีุูเแโใไ่้์ ฯๆ"
_ODD = "abcXYZ0189 \"'<>&\\{}|()[]*%#/;:-\n๑๒๓😀漢"

texts = st.one_of(
    st.sampled_from(["ตรวจสอบ", "พิจารณารายงานการวิเคราะห์งบประมาณรายจ่าย", "จัดทำสรุป", "แจ้งผู้เกี่ยวข้องทราบ"]),
    st.text(_THAI, min_size=1, max_size=120),
    st.text(_ODD + _THAI, min_size=1, max_size=60),
    st.integers(1, 200).map(lambda length: "A" * length),
).filter(lambda text: any(map(str.isalnum, text)))

labels = st.one_of(
    st.sampled_from(["เห็นชอบ", "ไม่เห็นชอบ", "ครบถ้วน", "ไม่ครบ ให้แก้ไข", "เร่งด่วน"]),
    texts.map(lambda text: text[:40]),
).filter(lambda text: bool(text.strip()))


@st.composite
def procedures(
    draw: st.DrawFn, fewest_steps: int = 1, most_steps: int = 12, depth: int = 2
) -> list[dict[str, Any]]:
    """The steps of a procedure: loops, skips, several outcomes, sub-processes and jumps between them."""
    steps = _list_of_steps(draw, "s", draw(st.integers(fewest_steps, most_steps)), depth)
    identifiers = [step["id"] for step in _walk(steps)]
    goals = st.one_of(st.none(), st.just("end"), st.sampled_from(identifiers))
    for step in _walk(steps):
        if draw(st.integers(0, 3)) == 0:
            outcomes = draw(st.lists(st.tuples(labels, goals), min_size=2, max_size=4))
            step["outcomes"] = [{"label": label, "go": goal} for label, goal in outcomes]
        elif draw(st.integers(0, 4)) == 0:
            step["go"] = draw(goals)
    return steps


def _list_of_steps(draw: st.DrawFn, prefix: str, count: int, depth: int) -> list[dict[str, Any]]:
    steps = []
    for number in range(1, count + 1):
        step: dict[str, Any] = {
            "id": f"{prefix}{number}",
            "text": draw(texts),
            "kind": draw(st.sampled_from(["process", "process", "decision", "document", "input/output"])),
            "role": draw(st.sampled_from(["area-office", "area-director", "committee", "school", "unknown"])),
        }
        if depth and draw(st.integers(0, 5)) == 0:
            step["steps"] = _list_of_steps(draw, f"{prefix}{number}-", draw(st.integers(1, 4)), depth - 1)
        steps.append(step)
    return steps


def _walk(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        each
        for step in steps
        for each in (step, *_walk(step.get("steps", [])), *_walk(step.get("parallel", [])))
    ]


@st.composite
def branching_procedures(draw: st.DrawFn, most_steps: int = 8) -> list[dict[str, Any]]:
    """The steps of a procedure whose decisions lead to steps aside: onwards, to the end, or back to be done again."""
    count = draw(st.integers(2, most_steps))
    path = [_plain_step(draw, f"m{number}") for number in range(count)]
    steps: list[dict[str, Any]] = []
    appendix: list[dict[str, Any]] = []
    for number, step in enumerate(path):
        steps.append(step)
        if draw(st.integers(0, 2)) or number + 1 == count:
            continue
        aside = [_plain_step(draw, f"a{number}-{place}") for place in range(draw(st.integers(1, 3)))]
        aside[-1]["go"] = draw(st.sampled_from(["end", *(each["id"] for each in path)]))
        is_next = draw(st.booleans())
        (steps if is_next else appendix).extend(aside)
        rejected = {"label": "ไม่อนุมัติ", "go": None if is_next else aside[0]["id"]}
        step["outcomes"] = [rejected, {"label": "อนุมัติ", "go": f"m{number + 1}"}]
        if draw(st.integers(0, 3)) == 0:
            step["outcomes"].append(
                {"label": draw(labels), "go": draw(st.sampled_from([each["id"] for each in path]))}
            )
    if appendix:
        steps[-1]["go"] = "end"
    return steps + appendix


def _plain_step(draw: st.DrawFn, identifier: str) -> dict[str, Any]:
    kind = draw(st.sampled_from(["process", "document", "input/output"]))
    return {
        "id": identifier,
        "text": draw(texts),
        "kind": kind,
        "role": draw(st.sampled_from(["school", "committee"])),
    }


ENDS = (
    {"id": "granted", "text": "อนุญาตแล้ว", "tone": "good"},
    {"id": "refused", "text": "ไม่อนุญาต แจ้งผู้ยื่นคำขอเป็นหนังสือพร้อมเหตุผลและสิทธิอุทธรณ์", "tone": "bad"},
    {"id": "withdrawn", "text": "ถอนคำขอ", "tone": "neutral"},
)
"""The named ends of `phased_procedures`."""


@st.composite
def phased_procedures(draw: st.DrawFn, most_steps: int = 24) -> list[dict[str, Any]]:
    """The steps of a procedure with phases, calls, named ends and returns and skips between phases, near and far."""
    count = draw(st.integers(1, most_steps))
    identifiers = [f"s{number}" for number in range(count)]
    goals = st.sampled_from([None, "end", *(end["id"] for end in ENDS), *identifiers])
    steps: list[dict[str, Any]] = []
    for identifier in identifiers:
        step: dict[str, Any] = {
            "id": identifier,
            "text": draw(texts),
            "kind": draw(st.sampled_from([kind.value for kind in Kind])),
            "role": draw(st.sampled_from(["area-office", "area-director", "committee", "school"])),
        }
        if draw(st.integers(0, 3)) == 0:
            step["phase"] = draw(texts)
        if draw(st.integers(0, 5)) == 0:
            step["call"] = draw(st.sampled_from(["example-1", "somewhere-else"]))
        elif draw(st.integers(0, 7)) == 0:
            step["steps"] = [{"id": f"{identifier}-in", "text": draw(texts), "go": draw(goals)}]
        if draw(st.integers(0, 3)) == 0:
            outcomes = draw(st.lists(st.tuples(labels, goals), min_size=2, max_size=4))
            step["outcomes"] = [{"label": label, "go": goal} for label, goal in outcomes]
        elif draw(st.integers(0, 5)) == 0:
            step["go"] = draw(goals)
        steps.append(step)
    return steps


@st.composite
def forking_phased_procedures(draw: st.DrawFn) -> list[dict[str, Any]]:
    """`forking_procedures` with phases, calls, `ENDS` and steps of several roles, also in branches."""
    steps = draw(forking_procedures(most_steps=8, depth=2))
    for step in steps:
        if draw(st.integers(0, 2)) == 0:
            step["phase"] = draw(texts)
    ways = st.sampled_from([end["id"] for end in ENDS])
    for step in _walk(steps):
        if "steps" not in step and "parallel" not in step and draw(st.integers(0, 4)) == 0:
            step["call"] = draw(st.sampled_from(["example-1", "somewhere-else"]))
        if draw(st.integers(0, 3)) == 0:
            step["role"] = ["area-director", "school", "committee"]
        if "kind" in step and "parallel" not in step:
            step["kind"] = draw(st.sampled_from([kind.value for kind in Kind]))
        for way_out in (*step.get("outcomes", ()), step):
            if way_out.get("go") and draw(st.booleans()):
                way_out["go"] = draw(ways)
        for outcome in step.get("outcomes", ()):
            outcome["tone"] = draw(st.sampled_from([None, "good", "bad", "neutral"]))
    return steps


@st.composite
def forking_procedures(draw: st.DrawFn, most_steps: int = 4, depth: int = 2) -> list[dict[str, Any]]:
    """The steps of a procedure with forks: among decisions and loops, in branches, in one another, in sub-processes.

    The work goes into a fork only at its beginning and leaves a branch only at its end, or ends there.
    """
    scopes: dict[str, str] = {}
    steps = _forking_list(draw, "s", draw(st.integers(1, most_steps)), depth, "", scopes)
    for step in _walk(steps):
        scope = scopes[step["id"]]
        inside = [each for each, other in scopes.items() if other == scope]
        goals = st.one_of(st.none(), st.just("end"), st.sampled_from(inside))
        if "parallel" not in step and draw(st.integers(0, 2)) == 0:
            outcomes = draw(st.lists(st.tuples(labels, goals), min_size=2, max_size=4))
            step["outcomes"] = [{"label": label, "go": goal} for label, goal in outcomes]
        elif draw(st.integers(0, 5)) == 0:
            step["go"] = draw(goals)
    return steps


def _forking_list(
    draw: st.DrawFn, prefix: str, count: int, depth: int, scope: str, scopes: dict[str, str]
) -> list[dict[str, Any]]:
    """Steps in a row; by id of each, ``scopes`` learns in which branch it stands."""
    steps = []
    for number in range(1, count + 1):
        step = _plain_step(draw, f"{prefix}{number}")
        identifier = step["id"]
        scopes[identifier] = scope
        inner = draw(st.sampled_from(["", "", "parallel", "parallel", "steps"])) if depth else ""
        if inner == "steps":
            lower = draw(st.integers(1, 4)), depth - 1, scope, scopes
            step["steps"] = _forking_list(draw, f"{identifier}-", *lower)
        elif inner == "parallel":
            step["parallel"] = [
                _forking_list(
                    draw, f"{identifier}-b{branch}-", 1, depth - 1, f"{identifier}-b{branch}", scopes
                )[0]
                for branch in range(draw(st.sampled_from([2, 2, 2, 3, 3, 4, 6])))
            ]
        steps.append(step)
    return steps
