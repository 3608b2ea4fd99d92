"""Writes one manual for many offices: a shared text, and for each office an edition with a few changes of its own.

There are as many kinds of offices as the vocabulary names (183 primary and 42 secondary ones). Each has its own name,
its own value for ``${document_system}``, changes in five procedures (a role replaced, a step inserted, one removed,
an item added), and a foreword of its own.
"""

from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

from bench.synthetic import (
    EDITION,
    VOCABULARY,
    Node,
    procedure,
    write_manual,
    write_site_settings,
    write_yaml,
)
from generator.overlay import fingerprint

PROCEDURES = 16
CHANGED = 5
DEFAULT = "primary-001"


def write_offices(directory: Path, count: int, settings: Path) -> Path:
    """Write a project of `PROCEDURES` procedures and some editions of it.

    Args:
        directory: the project's root; made when missing.
        count: how many editions; no more than there are offices.
        settings: the ``mkdocs.yml`` to build it with, but for its navigation.

    Returns:
        The root.
    """
    write_manual(directory, PROCEDURES, settings)
    procedures = directory / "procedures"
    shared = {number: _with_value(procedure(number)) for number in range(1, PROCEDURES + 1)}
    for number, text in shared.items():
        write_yaml(procedures / "area-1" / f"procedure-{number}.yml", text)
    (procedures / "editions" / f"{EDITION}.yml").unlink()
    for index, (identifier, office) in enumerate(_offices()[:count]):
        write_yaml(procedures / "editions" / f"{identifier}.yml", _edition(office, index, shared))
        _write_foreword(directory / "docs" / "editions" / identifier / "about" / "foreword.md", office)
    general = {
        "title": VOCABULARY["manual_title"],
        "group": VOCABULARY["group"],
        "default_edition": DEFAULT,
        "values": {"document_system": VOCABULARY["document_systems"][0]},
    }
    write_yaml(procedures / "manual.yml", general)
    navigation = [{VOCABULARY["about"]: ["about/foreword.md"]}]
    write_site_settings(directory, settings, navigation)
    return directory


def _offices() -> list[tuple[str, Node]]:
    """The ids and names of all offices; of each kind the first come first, so that few are of both."""
    kinds = [
        [
            (
                f"{kind['kind']}-{number:03}",
                {"office": f"{kind['office']} {number}", "short": f"{kind['short']} {number}"},
            )
            for number in range(1, kind["count"] + 1)
        ]
        for kind in VOCABULARY["office_kinds"]
    ]
    longest = max(map(len, kinds))
    return list(chain.from_iterable(chain(*(kind[i : i + 1] for kind in kinds)) for i in range(longest)))


def _with_value(text: Node) -> Node:
    """A procedure that mentions what each office has its own word for."""
    return {**text, "scope": [*text["scope"], VOCABULARY["uses_system"]]}


def _edition(office: Node, index: int, shared: dict[int, Node]) -> Node:
    random = Random(index)  # noqa: S311 (it varies the text; it guards nothing)
    changed = sorted(random.sample(sorted(shared), CHANGED))
    return {
        **office,
        "year": "2566",
        "values": {"document_system": random.choice(VOCABULARY["document_systems"])},
        "areas": [{"id": "area-1", "procedures": [f"procedure-{number}" for number in shared]}],
        "changes": {
            f"procedure-{number}": list(_changes(random, office, shared[number])) for number in changed
        },
    }


def _changes(random: Random, office: Node, text: Node) -> list[Node]:
    """What an office changes of a procedure."""
    steps = {step["id"]: step for step in text["steps"]}
    roles = [role for role in VOCABULARY["roles"] if role != steps["collect"]["role"]]
    inserted = {"id": "office-check", "text": f"{VOCABULARY['office_step']} ({office['short']})"}
    return [
        {
            "replace": "steps/collect/role",
            "with": random.choice(roles),
            "reason": VOCABULARY["office_reason"],
            **_base(steps["collect"]["role"]),
        },
        {"insert_after": "steps/analyse", "with": inserted},
        {"remove": "steps/follow-up", **_base(steps["follow-up"])},
        {"add": "objective", "with": f"{VOCABULARY['office_step']} {office['short']}"},
    ]


def _base(replaced: Any) -> Node:  # noqa: ANN401 (whatever stands in a file)
    """What tells that a change was written for this text of the base."""
    return {"base": fingerprint(replaced)}


def _write_foreword(path: Path, office: Node) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(f"# {VOCABULARY['foreword_title']}\n\n{office['office']}\n", encoding="utf-8")
