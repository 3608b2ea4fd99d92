"""Approvals in an edition's file: told at their places, whoever wrote them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.assembly import load_manual
from tests.support import MINIMAL

LayOut = Callable[[Mapping[str, str | None]], Path]
EDITION = "procedures/editions/khonkaen5-2566.yml"
ID = "expenditure-analysis"
SOUND = {"procedure": ID, "role": "planning-group", "date": "2566", "fingerprint": "0" * 16}


def told(
    project: LayOut, *entries: Mapping[str, str], own: Mapping[str, str | None] | None = None
) -> list[str]:
    """What is told of the approvals of an edition, each written in one line; the first is the seventh."""
    lines = "".join(
        f"  - {{{', '.join(f'{key}: {value}' for key, value in entry.items())}}}\n" for entry in entries
    )
    root = project({EDITION: f"{MINIMAL[EDITION]}approvals:\n{lines}", **(own or {})})
    return [
        f"{each.rule} {each.location.line}:{each.location.column}"
        for each in load_manual(root)[1]
        if each.location.file == EDITION
    ]


def at(key: str, entry: Mapping[str, str] = SOUND) -> int:
    """The column of a value of an entry."""
    before = list(entry)[: list(entry).index(key)]
    return len("  - {") + sum(len(f"{each}: {entry[each]}, ") for each in before) + len(f"{key}: ") + 1


@pytest.mark.parametrize(
    ("changed", "rule", "key"),
    [
        ({}, "approval-outdated", "fingerprint"),
        ({"fingerprint": "0123"}, "bad-fingerprint", "fingerprint"),
        ({"fingerprint": "0123456789ABCDEF"}, "bad-fingerprint", "fingerprint"),
        ({"role": "planning-grup"}, "unknown-role", "role"),
        ({"procedure": "expenditure-analysys"}, "unknown-procedure", "procedure"),
        ({"date": "เมื่อวาน"}, "bad-date", "date"),
    ],
)
def test_told_where_it_is_wrong(project: LayOut, changed: Mapping[str, str], rule: str, key: str) -> None:
    entry = {**SOUND, **changed}
    assert f"{rule} 8:{at(key, entry)}" in told(project, entry)


def test_a_day_to_come(project: LayOut) -> None:
    entry = {**SOUND, "date": "2600"}
    assert f"unlikely-date 8:{at('date', entry)}" in told(project, entry)


def test_by_hand_without_a_fingerprint(project: LayOut) -> None:
    entry = {key: value for key, value in SOUND.items() if key != "fingerprint"}
    assert told(project, entry) == [f"approval-without-fingerprint 8:{at('procedure', entry)}"]


def test_twice_for_one_procedure(project: LayOut) -> None:
    assert f"repeated-name 9:{at('procedure')}" in told(project, SOUND, SOUND)


def test_what_is_missing_is_told_once(project: LayOut) -> None:
    entry = {"procedure": ID, "fingerprint": "0" * 16}
    assert {each.partition(" ")[0] for each in told(project, entry)} == {"missing-key"}


def test_of_a_procedure_that_the_edition_changed_its_own_text_counts(project: LayOut) -> None:
    root = project({})
    changes = f"changes:\n  {ID}:\n    - replace: title\n      with: งานของเรา\n"
    (root / EDITION).write_text(MINIMAL[EDITION] + changes, encoding="utf-8")
    manual = load_manual(root)[0]
    placed = manual.procedure(ID) if manual is not None else None
    assert placed is not None
    entry = {**SOUND, "fingerprint": placed.fingerprint}
    assert told(project, entry) == [f"approval-outdated 8:{at('fingerprint')}"]
    own = {EDITION: f"{MINIMAL[EDITION]}approvals:\n  - {entry}\n{changes}".replace("'", "")}
    assert {each.partition(" ")[0] for each in told(project, own=own)} == {"change-without-base"}
