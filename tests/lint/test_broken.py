"""Differently broken files, each with every problem that it must give, at its exact place, and no other.

A case is a text file in ``broken/``: what was done on the first line, then files that overlay `MINIMAL` (each after
``=== path [encoding]``), then ``=== problems``: ``[file:]line:column rule``, places being of the first file unless
they name another.
"""

from pathlib import Path

import pytest

from generator.assembly import load_manual
from tests.support import MINIMAL
from tests.support.cases import each_case

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(path.stem for path in BROKEN.glob("*.txt"))
DAY_OF_JUDGEMENT = "1795000000"
"""In November 2569 of the Buddhist era, as seconds since 1970."""


def read_case(name: str) -> tuple[dict[str, bytes], list[str]]:
    """The files and the expected problems of a case."""
    _, *parts = (BROKEN / f"{name}.txt").read_bytes().decode("utf-8").split("\n=== ")
    files: dict[str, bytes] = {}
    expected: list[str] = []
    for part in parts:
        heading, _, body = part.partition("\n")
        file, _, encoding = heading.partition(" ")
        if file == "problems":
            first = next(iter(files))
            lines = filter(None, body.split("\n"))
            expected = [
                line if line.startswith(("procedures/", "docs/")) else f"{first}:{line}" for line in lines
            ]
        else:
            files[file] = f"{body}\n".encode(encoding or "utf-8")
    return files, sorted(expected)


@each_case("name", CASES)
def test_a_broken_file_gives_its_problems_at_their_places(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY_OF_JUDGEMENT)
    files, expected = read_case(name)
    root = tmp_path / name
    for file, content in {**{key: text.encode() for key, text in MINIMAL.items()}, **files}.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes(content)
    _, problems = load_manual(root)
    assert sorted(f"{problem.location} {problem.rule}" for problem in problems) == expected
    assert all(problem.hint for problem in problems)
    assert all(problem.line_text is not None for problem in problems)


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 60
