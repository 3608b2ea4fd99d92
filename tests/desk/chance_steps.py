"""Procedures made of chance, and what people do to their steps: each thing done knows its step by its detail."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any

Step = dict[str, Any]
Deed = Callable[[Step, bool], bool]
"""Does something to a procedure, in one of two ways that mean the same; False where what it is about is gone."""
_LISTS = ("steps", "parallel")
_VERBS = ("รับ", "ตรวจ", "เสนอ", "แจ้ง", "ลงทะเบียน", "จัดทำ", "รวบรวม", "วิเคราะห์", "อนุมัติ", "ส่ง", "เก็บ", "สรุป")
_THINGS = (
    "หนังสือ",
    "คำขอ",
    "เอกสารแนบ",
    "รายงาน",
    "บัญชี",
    "แผนงาน",
    "งบประมาณ",
    "ผู้อำนวยการ",
    "โรงเรียน",
    "ทะเบียน",
)


def a_sentence(random: Random) -> str:
    """What may be done in a step."""
    first, second = (random.choice(_VERBS) + random.choice(_THINGS) for _ in range(2))
    return f"{first}{random.choice(('', ' ', 'และ'))}{second}"


def a_procedure(random: Random) -> Step:
    """A procedure of some steps, some with ids, decisions or steps in them."""
    marks = iter(range(1000))
    steps = [_a_step(random, marks, 0) for _ in range(random.randint(3, 7))]
    ids = [each["id"] for each in walk({"steps": steps}) if "id" in each]
    for each in walk({"steps": steps}):
        if random.random() < 0.2:
            each["outcomes"] = [
                {"label": "เห็นชอบ"},
                {"label": "ไม่เห็นชอบ", **({"go": random.choice(ids)} if ids else {})},
            ]
    return {"title": "งานหนึ่ง", "owner": "group", "objective": ["ให้ถูกต้อง", "ให้รวดเร็ว"], "steps": steps}


def _a_step(random: Random, marks: Iterator[int], depth: int) -> Step:
    number = next(marks)
    step: Step = {"id": f"step-{number + 1}"} if random.random() < 0.3 else {}
    step |= {"text": a_sentence(random), "detail": f"หมายเหตุที่ {number} {a_sentence(random)}"}
    if random.random() < 0.4:
        step["role"] = random.sample(("clerk", "head", "director"), random.randint(1, 2))
    if depth < 1 and random.random() < 0.25:
        step["steps"] = [_a_step(random, marks, depth + 1) for _ in range(random.randint(1, 3))]
    return step


def walk(holder: Step) -> Iterator[Step]:
    """The steps of something, and those in them."""
    for key in _LISTS:
        for each in holder.get(key, ()):
            yield each
            yield from walk(each)


def found(holder: Step, mark: str) -> tuple[list[Step], int] | None:
    """The list and the index of a step."""
    for each in (holder, *walk(holder)):
        for key in _LISTS:
            for index, step in enumerate(each.get(key, ())):
                if step.get("detail") == mark:
                    return each[key], index
    return None


def a_deed(random: Random, procedure: Step, name: str) -> Deed:
    """Something that a person of a name does."""
    marks = [each["detail"] for each in walk(procedure)]
    one, other = random.choice(marks), random.choice(marks)
    text = f"{a_sentence(random)} {name}"
    field = random.choice(("text", "duration", "output", "phase"))
    kind = random.choice(
        (_write, _write, _write, _add, _add, _remove, _move, _move, _into, _role, _label, _aim)
    )
    return lambda data, is_before: kind(_Given(data, procedure, is_before), one, other, field, text)


def done(procedure: Step, *deeds: Deed, is_before: bool = False) -> Step | None:
    """A procedure after some deeds; None where one of them cannot be done.

    Args:
        procedure: it stays as it is.
        deeds: one after the other.
        is_before: whether what is put between two steps stays before the second rather than behind the first.
    """
    data = deepcopy(procedure)
    return data if all(deed(data, is_before) for deed in deeds) else None


class _Given:
    """A procedure at work, and what it was when somebody saw it last."""

    def __init__(self, data: Step, seen: Step, is_before: bool) -> None:
        self.data, self.seen, self.is_before = data, seen, is_before

    def step(self, mark: str) -> Step:
        """A step; an empty one that nobody sees where it is gone."""
        place = found(self.data, mark)
        return place[0][place[1]] if place else {}

    def taken(self, mark: str) -> Step | None:
        """A step that is not alone, taken out."""
        place = found(self.data, mark)
        return place[0].pop(place[1]) if place and len(place[0]) > 1 else None

    def put(self, step: Step, behind: str) -> bool:
        """Put a step behind another one."""
        there, at = found(self.seen, behind) or ([], 0)
        after = [each["detail"] for each in there[at + 1 :] if each["detail"] != step["detail"]]
        place = found(self.data, after[0] if self.is_before and after else behind)
        if place:
            place[0].insert(place[1] + (0 if self.is_before and after else 1), step)
        return place is not None


def _write(given: _Given, one: str, _other: str, field: str, text: str) -> bool:
    step = given.step(one)
    step[field] = text
    return len(step) > 1


def _add(given: _Given, one: str, _other: str, _field: str, text: str) -> bool:
    return given.put({"text": text, "detail": f"ใหม่ {text}"}, one)


def _remove(given: _Given, one: str, _other: str, _field: str, _text: str) -> bool:
    return "id" not in given.step(one) and given.taken(one) is not None


def _move(given: _Given, one: str, other: str, _field: str, _text: str) -> bool:
    step = given.taken(one) if one != other else None
    return step is not None and given.put(step, other)


def _into(given: _Given, one: str, other: str, _field: str, _text: str) -> bool:
    step = given.taken(one) if one != other else None
    target = given.step(other)
    if step is not None:
        target.setdefault("steps", []).append(step)
    return step is not None and len(target) > 1


def _role(given: _Given, one: str, _other: str, _field: str, text: str) -> bool:
    step = given.step(one)
    step.get("role", []).append(text)
    return "role" in step


def _label(given: _Given, one: str, _other: str, _field: str, text: str) -> bool:
    step = given.step(one)
    step.get("outcomes", [{}])[-1]["label"] = text
    return "outcomes" in step


def _aim(given: _Given, _one: str, _other: str, _field: str, text: str) -> bool:
    given.data["objective"].append(text)
    return True
