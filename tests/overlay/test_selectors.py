"""What addresses name: every part of a procedure is found by its own address, and a slip gets a good hint."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.base import PLACEHOLDER_PATTERN
from generator.model.shapes import ShapeKind, shape_at
from generator.model.walking import Path
from generator.overlay.selectors import ChangeTarget, Unresolved, resolve
from generator.project.documents import FileKind, shape_of
from generator.yamltext.composer import YamlData

SHAPE = shape_of(FileKind.PROCEDURE)
VALUES = {"system": "ระบบ/สำนักงาน", "place": "ที่นี่"}


def tidy(text: str) -> str:
    """A text with white space counted once, and none beside a separator."""
    return re.sub(r" ?/ ?", "/", " ".join(text.split()))


def fill(text: str) -> str:
    """A text with values in it."""
    return PLACEHOLDER_PATTERN.sub(lambda match: VALUES[match[1]], text)


def filled(text: str) -> str:
    """A text with values in it, tidied."""
    return tidy(fill(text))


LETTERS = st.sampled_from(["ก", "ข", "น้ำ", "แผน", "/", " ", "…", ".", "a", "1", "[", "${system}", "${place}"])
TEXTS = st.lists(LETTERS, min_size=1, max_size=6).map("".join).filter(lambda text: bool(text.strip(" /….")))
LISTS_OF_TEXTS = st.lists(TEXTS, max_size=4, unique_by=filled)
IDENTIFIERS = st.lists(st.sampled_from(["act", "plan", "letter", "order-2"]), unique=True)
SECTIONS = st.sampled_from(["", "ข้อ 22", "มาตรา 22/1", "ข้อ 3 วรรคสอง"])
CITATIONS: st.SearchStrategy[list[YamlData]] = st.lists(
    st.tuples(st.sampled_from(["act", "plan", "letter"]), SECTIONS), unique=True
).map(lambda pairs: [{"id": each, "section": section} if section else each for each, section in pairs])


def records(name: str, other: str) -> st.SearchStrategy[list[YamlData]]:
    """Lists of records of two texts, each with a name of its own."""
    return LISTS_OF_TEXTS.map(lambda names: [{name: each, other: "อะไร"} for each in names])


@st.composite
def procedures(draw: st.DrawFn) -> dict[str, YamlData]:
    """What a procedure's file may say."""
    identifiers = iter([f"step-{number}" for number in range(100)])

    def steps(depth: int) -> list[YamlData]:
        listed: list[YamlData] = []
        for _ in range(draw(st.integers(0, 3 if depth else 2))):
            step: dict[str, YamlData] = {"text": draw(TEXTS)}
            if draw(st.booleans()):
                step["id"] = next(identifiers)
                step["references"] = draw(CITATIONS)
                step["outcomes"] = draw(records("label", "go"))
            if depth:
                step["steps"] = steps(depth - 1)
            listed.append(step)
        return listed

    return {
        "title": draw(TEXTS),
        "objective": list(draw(LISTS_OF_TEXTS)),
        "scope": list(draw(LISTS_OF_TEXTS)),
        "definitions": draw(records("term", "meaning")),
        "forms": list(draw(IDENTIFIERS)),
        "source": {"manual": "act", "section": "4"},
        "steps": steps(2),
    }


def addresses(data: YamlData, path: Path = (), before: str = "") -> Iterator[tuple[str, Path]]:
    """Every part of a procedure that can be addressed, with its address as an author would write it."""
    if isinstance(data, dict):
        for key, value in data.items():
            here = f"{before}/{key}" if before else key
            yield here, (*path, key)
            yield from addresses(value, (*path, key), here)
    elif isinstance(data, list):
        top = "steps" if path[-1] == "steps" else before
        for index, item in enumerate(data):
            name = item if isinstance(item, str) else named(item)
            if name:
                here = f"{top}/{name}"
                yield here, (*path, index)
                yield from addresses(item, (*path, index), here) if isinstance(item, dict) else ()
            elif isinstance(item, dict):
                yield from addresses(item.get("steps", []), (*path, index, "steps"), top)


def named(item: YamlData) -> str:
    """What names a record, or nothing."""
    assert isinstance(item, dict)
    name = next((str(item[key]) for key in ("id", "term", "label") if key in item), "")
    return f"{name} {item['section']}" if "section" in item else name


@given(procedures())
def test_every_part_is_found_by_its_own_address(data: dict[str, YamlData]) -> None:
    of_all = list(addresses(data))
    readings = [{tidy(address), filled(address)} for address, _ in of_all]
    for address, path in of_all:
        is_clear = sum(tidy(address) in written for written in readings) == 1
        found = resolve(data, SHAPE, address, fill)
        if is_clear:
            assert isinstance(found, ChangeTarget), address
            assert found.path == path
            assert found.is_there
            assert found.is_item == isinstance(path[-1], int)
            assert found.shape == shape_at(SHAPE, path)


def test_a_document_of_which_one_section_is_cited_is_found_by_its_id_alone() -> None:
    cited: list[YamlData] = ["act", {"id": "act", "section": "ข้อ 1"}, {"id": "plan", "section": "ข้อ 2"}]
    paths = {
        address: getattr(resolve({"references": cited}, SHAPE, f"references/{address}"), "path", None)
        for address in ("act", "act ข้อ 1", "plan", "plan/section")
    }
    assert paths == {
        "act": ("references", 0),
        "act ข้อ 1": ("references", 1),
        "plan": ("references", 2),
        "plan/section": ("references", 2, "section"),
    }
    lost = resolve({"references": cited}, SHAPE, "references/act/section")
    assert isinstance(lost, Unresolved)
    assert (lost.variant, lost.suggestion) == ("only-id", "references/act")
    several = resolve({"references": cited[1:2] * 2}, SHAPE, "references/act")
    assert getattr(several, "variant", "") == "several"


@given(LISTS_OF_TEXTS.filter(bool), st.data())
def test_a_text_is_found_however_its_white_space_and_values_are_written(
    texts: list[str], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(texts) - 1))
    spaced = texts[index].replace(" ", "  \n ")
    for written in (texts[index], spaced, fill(texts[index])):
        found = resolve({"scope": list(texts)}, SHAPE, f" scope/{written}", fill)
        names = [" ".join(each.split()) for each in texts]
        if sum(" ".join(written.split()) in (name, filled(name)) for name in names) == 1:
            assert isinstance(found, ChangeTarget)
            assert found.path == ("scope", index)


@given(LISTS_OF_TEXTS.filter(bool), st.data())
def test_a_unique_beginning_is_enough(texts: list[str], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(texts) - 1))
    name = " ".join(texts[index].split())
    beginning = name[: data.draw(st.integers(1, len(name)))].rstrip()
    mark = data.draw(st.sampled_from(["…", "..."]))
    found = resolve({"scope": list(texts)}, SHAPE, f"scope/{beginning}{mark}", fill)
    names = [" ".join(each.split()) for each in texts]
    alike = [
        number
        for number, each in enumerate(names)
        if each.startswith(beginning) or filled(each).startswith(beginning)
    ]
    exact = [number for number, each in enumerate(names) if f"{beginning}{mark}" in (each, filled(each))]
    wanted = exact or alike
    if not beginning.endswith((".", "…")):
        assert isinstance(found, ChangeTarget if len(wanted) == 1 else Unresolved)
    if isinstance(found, ChangeTarget):
        assert found.path[-1] in wanted
    elif len(wanted) > 1 and not beginning.endswith((".", "…")):
        assert (found.variant, found.known) == ("several", str(len(wanted)))


@given(st.text(max_size=60), procedures())
def test_any_address_names_something_or_says_why_not(address: str, data: dict[str, YamlData]) -> None:
    found = resolve(data, SHAPE, address, fill)
    assert isinstance(found, ChangeTarget) or found.variant


STEPS: dict[str, YamlData] = {
    "title": "งาน",
    "objective": ["เพื่อให้งานเสร็จ", "เพื่อให้งานดี", "เพื่อ/แผน"],
    "definitions": [{"term": "แผน", "meaning": "ก"}, {"term": "แผน/โครงการ", "meaning": "ข"}],
    "steps": [
        {"id": "register", "text": "ลงทะเบียน", "steps": [{"id": "stamp", "text": "ประทับตรา"}]},
        {"id": "propose", "text": "เสนอ", "outcomes": [{"label": "ชอบ"}, {"label": "ชอบ/go", "go": "end"}]},
    ],
    "references": ["budget-act"],
}


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("title", ("title",)),
        ("title/", ("title",)),
        ("owner", ("owner",)),
        ("steps/stamp", ("steps", 0, "steps", 0)),
        ("steps/stamp/role", ("steps", 0, "steps", 0, "role")),
        ("steps/register/steps", ("steps", 0, "steps")),
        ("steps/register/steps/stamp", ("steps", 0, "steps", 0)),
        ("definitions/แผน/meaning", ("definitions", 0, "meaning")),
        ("definitions/แผน/โครงการ/meaning", ("definitions", 1, "meaning")),
        ("definitions/แผน/โค…/meaning", ("definitions", 1, "meaning")),
        ("objective/เพื่อ/…", ("objective", 2)),
        ("steps/propose/outcomes/ชอบ/go", ("steps", 1, "outcomes", 1)),
        ("steps/propose/outcomes/ชอบ/go/go", ("steps", 1, "outcomes", 1, "go")),
        ("references/budget-act", ("references", 0)),
    ],
)
def test_what_an_address_names(address: str, path: Path) -> None:
    found = resolve(STEPS, SHAPE, address)
    assert isinstance(found, ChangeTarget)
    assert found.path == path


@pytest.mark.parametrize(
    ("address", "variant", "name", "suggestion"),
    [
        ("titel", "field", "titel", "title"),
        ("/title", "field", "/title", "title"),
        ("Steps/register", "field", "Steps", "steps/register"),
        ("steps/registre/text", "item", "registre", "steps/register/text"),
        ("steps/stamp/txt", "field", "txt", "steps/stamp/text"),
        ("steps/2/text", "position", "2", "steps/propose/text"),
        ("steps/๑.๑", "position", "๑.๑", "steps/stamp"),
        ("steps/9", "position", "9", None),
        ("objective/1", "position", "1", "objective/เพื่อให้งานเสร็จ"),
        ("objective/เพื่อให้งานเสรจ", "item", "เพื่อให้งานเสรจ", "objective/เพื่อให้งานเสร็จ"),
        ("objective/เพื่อ…", "several", "เพื่อ…", None),
        ("objective/เพื่อให้งานดี/text", "too-deep", "text", "objective/เพื่อให้งานดี"),
        ("title/text", "too-deep", "text", "title"),
        ("references/budget-acts", "item", "budget-acts", "references/budget-act"),
        ("scope/งาน", "empty-list", "งาน", "scope"),
        ("source/section", "no-record", "source", None),
        ("steps/propose/outcomes/ชอบบ/go", "item", "ชอบบ/go", "steps/propose/outcomes/ชอบ/go"),
        ("changes/x", "field", "changes", None),
        ("steps/ประทับตรา/role", "item", "ประทับตรา", "steps/stamp/role"),
        ("steps/ลงทะเบีย", "item", "ลงทะเบีย", "steps/register"),
        ("“steps/stamp/role”", "field", "“steps", "steps/stamp/role"),
        ("/steps/stamp/", "field", "/steps/stamp/", "steps/stamp"),
        ("steps\\stamp\\role", "field", "steps\\stamp\\role", "steps/stamp/role"),
        ("steps.stamp > role", "field", "steps.stamp > role", "steps/stamp/role"),
    ],
)
def test_why_an_address_names_nothing(address: str, variant: str, name: str, suggestion: str | None) -> None:
    found = resolve(STEPS, SHAPE, address)
    assert isinstance(found, Unresolved)
    assert (found.variant, found.name, found.suggestion) == (variant, name, suggestion)


def test_steps_without_ids_cannot_be_named() -> None:
    found = resolve({"steps": [{"text": "ก"}]}, SHAPE, "steps/ก")
    assert isinstance(found, Unresolved)
    assert found.variant == "no-ids"


def test_the_same_text_twice_is_not_clear() -> None:
    found = resolve({"scope": ["ก", "ก"]}, SHAPE, "scope/ก")
    assert isinstance(found, Unresolved)
    assert (found.variant, found.known) == ("several", "2")


@pytest.mark.parametrize(
    "address", ["/" * 30000, "scope" + "/" * 30000, "scope/" + "…/" * 15000, "ก" * 100000]
)
def test_a_hostile_address_takes_no_time(address: str) -> None:
    data: YamlData = {"scope": [f"เรื่องที่ {number}" for number in range(1000)]}
    assert isinstance(resolve(data, SHAPE, address), Unresolved)


def test_a_list_of_texts_has_a_shape_of_its_own() -> None:
    found = resolve(STEPS, SHAPE, "objective")
    assert isinstance(found, ChangeTarget)
    assert found.shape.kind is ShapeKind.LIST
