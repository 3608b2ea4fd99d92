"""Writes a manual of any size to measure with: the same size gives the same files, byte for byte.

A procedure is about as long and as involved as a real one: some 9 KB of YAML with a decision that loops back, one
of three outcomes, two sub-processes (one of them with a level of its own), definitions and references.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import yaml

PROCEDURES_IN_AN_AREA = 20
EDITION = "bench-2566"
VOCABULARY: dict[str, Any] = yaml.load(
    (Path(__file__).parent / "data" / "vocabulary.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
)
Node = dict[str, Any]


def write_manual(directory: Path, count: int, settings: Path) -> Path:
    """Write a project of `count` procedures.

    Args:
        directory: the project's root; made when missing.
        count: how many procedures.
        settings: the ``mkdocs.yml`` to build it with, but for its navigation.

    Returns:
        The root.
    """
    areas: dict[str, list[str]] = {}
    for index in range(count):
        areas.setdefault(f"area-{index // PROCEDURES_IN_AN_AREA + 1}", []).append(f"procedure-{index + 1}")
    procedures = directory / "procedures"
    for number, (area, identifiers) in enumerate(areas.items(), 1):
        write_yaml(procedures / area / "_area.yml", {"title": f"{VOCABULARY['area_title']}ที่ {number}"})
        for identifier in identifiers:
            write_yaml(
                procedures / area / f"{identifier}.yml", procedure(int(identifier.removeprefix("procedure-")))
            )
    for name in ("roles", "references", "terms"):
        write_yaml(procedures / "catalogue" / f"{name}.yml", VOCABULARY[name])
    write_yaml(procedures / "manual.yml", _settings())
    write_yaml(procedures / "editions" / f"{EDITION}.yml", _edition(areas))
    (directory / "docs").mkdir(parents=True, exist_ok=True)
    write_site_settings(directory, settings)
    return directory


def print_manual(directory: Path) -> Path:
    """Have a project's manual printed with its site.

    Args:
        directory: the project's root.

    Returns:
        The root.
    """
    write_yaml(directory / "procedures" / "manual.yml", {**_settings(), "print": {"download": "offered"}})
    return directory


def write_site_settings(directory: Path, settings: Path, navigation: list[Node] | None = None) -> None:
    """Write a project's ``mkdocs.yml``: that of another site with a navigation of its own, or with none.

    Args:
        directory: the project's root.
        settings: the other site's.
        navigation: the entries.
    """
    text = settings.read_text(encoding="utf-8")
    write_yaml(directory / "mkdocs.yml", {"nav": navigation} if navigation else {})
    own = (directory / "mkdocs.yml").read_text(encoding="utf-8") if navigation else ""
    rest = re.sub(r"^nav:\n(?:[ \n].*\n|\n)*", "", text, flags=re.MULTILINE)
    (directory / "mkdocs.yml").write_text(rest + own, encoding="utf-8", newline="\n")


def write_plain_settings(exported: Path, settings: Path) -> Path:
    """Write the settings with which plain MkDocs builds an exported manual into the like of khumue's own site.

    Args:
        exported: what ``khumue export markdown`` has written.
        settings: the ``mkdocs.yml`` of khumue's own site.

    Returns:
        The file written: the same theme, features and search, without our plugin and what it brings.
    """
    own = yaml.load((exported / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    plain = exported / "plain.yml"
    write_yaml(plain, {"INHERIT": str(settings), "nav": own["nav"], **VOCABULARY["plain_settings"]})
    return plain


def procedure(number: int) -> Node:
    """One procedure as it is authored; the same number gives the same procedure."""
    random = Random(number)  # noqa: S311 (it varies the text; it guards nothing)
    subject = random.choice(VOCABULARY["subjects"])
    return {
        "title": f"{VOCABULARY['procedure_title']}{subject} เรื่องที่ {number}",
        "summary": _sentence(random),
        "owner": "planning-group",
        "effective": "2566",
        "reviewed": "2566-05-21",
        "objective": [_sentence(random) for _ in range(3)],
        "scope": [_sentence(random) for _ in range(4)],
        "definitions": [
            {"term": random.choice(VOCABULARY["objects"]), "meaning": _paragraph(random, 2)} for _ in range(2)
        ],
        "steps": [
            _step(random, "collect"),
            _step(random, "analyse", detail=_paragraph(random, 2)),
            _sub_process(random, "survey", [_step(random, f"survey-{part}") for part in range(1, 5)]),
            _decision(random, "consider", {"approved": None, "rejected": "analyse"}),
            _step(random, "draft", kind="document", output=VOCABULARY["output"]),
            _sub_process(
                random,
                "report",
                [
                    _step(random, "report-gather", kind="input/output"),
                    _sub_process(
                        random, "report-write", [_step(random, f"report-write-{part}") for part in (1, 2, 3)]
                    ),
                    _decision(random, "report-check", {"approved": None, "rejected": "report-gather"}),
                ],
            ),
            _decision(random, "sign", {"approved": None, "amended": "draft", "rejected": "collect"}),
            _step(random, "publish", references=["annual-plan"]),
            _step(random, "follow-up", detail=_paragraph(random, 1)),
        ],
        "references": ["budget-regulation", "education-act"],
    }


def _step(random: Random, identifier: str, **more: Any) -> Node:  # noqa: ANN401 (any key of a step)
    """A step by some role, with a duration."""
    return {
        "id": identifier,
        "text": _sentence(random),
        "role": random.choice(list(VOCABULARY["roles"])),
        "duration": random.choice(VOCABULARY["durations"]),
        **more,
    }


def _decision(random: Random, identifier: str, outcomes: Mapping[str, str | None]) -> Node:
    """A decision whose outcomes (words of the vocabulary) go to a step, or on."""
    ways = [{"label": VOCABULARY[word]} | ({"go": go} if go else {}) for word, go in outcomes.items()]
    text = f"{VOCABULARY['approval']}{random.choice(VOCABULARY['objects'])}"
    return {"id": identifier, "text": text, "role": "area-director", "outcomes": ways}


def _sub_process(random: Random, identifier: str, steps: list[Node]) -> Node:
    return {"id": identifier, "text": _sentence(random), "steps": steps}


def _sentence(random: Random) -> str:
    return "".join(random.choice(VOCABULARY[part]) for part in ("verbs", "objects", "qualifiers"))


def _paragraph(random: Random, sentences: int) -> str:
    return " ".join(_sentence(random) for _ in range(sentences))


def _settings() -> Node:
    return {"title": VOCABULARY["manual_title"], "group": VOCABULARY["group"], "default_edition": EDITION}


def _edition(areas: Mapping[str, list[str]]) -> Node:
    placed = [{"id": area, "procedures": procedures} for area, procedures in areas.items()]
    return {"office": VOCABULARY["office"], "year": "2566", "areas": placed}


def write_yaml(path: Path, data: Node) -> None:
    """Write one YAML file as authors do: keys in their order, Thai as it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(data, allow_unicode=True, sort_keys=False, width=1000, Dumper=yaml.CSafeDumper)
    path.write_text(text, encoding="utf-8", newline="\n")
