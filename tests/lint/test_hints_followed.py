"""Hints lead to the end: what is told is followed to the letter, and then gone, and nothing leads back.

Both the fail example of every rule and slips made at random in a whole project are mended by their hints alone, as far
as these need nothing that only the author knows.
"""

import hashlib
import random
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator.assembly import load_manual
from generator.problems import Problem, Severity
from tests.lint.every_file import FILES, write_every_file
from tests.lint.slips import make_a_line_slip, make_a_slip
from tests.lint.test_rules import EXAMPLES
from tests.support.auditing import examples
from tests.support.cases import each_case
from tests.support.following import Way, ways
from tests.support.showcase import copy_showcase

MOST_ROUNDS = 8
"""How many hints are followed one after the other."""
LEAST_FOLLOWED = 45
"""So many rules at least tell something that can be done without knowing more."""
SLIPS = 300


@pytest.fixture(autouse=True)
def judged_in_2569(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")


def problems_of(root: Path) -> list[Problem]:
    return load_manual(root)[1]


def state(root: Path) -> str:
    """What all files of a project are called and say."""
    files = sorted(path for path in root.rglob("*") if path.is_file())
    told = b"".join(
        str(path.relative_to(root)).encode() + b"\0" + path.read_bytes() + b"\0" for path in files
    )
    return hashlib.sha256(told).hexdigest()


def same(problems: list[Problem], problem: Problem) -> int:
    """At how many places the same is told."""
    return Counter((each.rule, each.message) for each in problems)[problem.rule, problem.message]


def followed(root: Path, scratch: Path, known: Iterable[Problem] = ()) -> Iterator[str]:
    """Follow each way of each hint on a copy of its own, and from there on every first way; gives what was followed.

    Args:
        root: the project.
        scratch: a folder for the copies.
        known: problems that are passed over.
    """
    passed = {(each.rule, each.message) for each in known}
    problems = problems_of(root)
    for problem in problems:
        for words, way in ways(problem) if (problem.rule, problem.message) not in passed else ():
            copy = Path(shutil.copytree(root, scratch / "copy"))
            told = f"{problem.location} {problem.rule}: {problem.message} → {words}"
            _follow(copy, problems, problem, way, told)
            yield problem.rule
            shutil.rmtree(copy)


def _follow(root: Path, before: list[Problem], problem: Problem, way: Way, told: str) -> None:
    """Follow one hint: what it was about is gone, and no hint that comes then leads to where we were."""
    seen, story = {state(root)}, [told]
    for _ in range(MOST_ROUNDS):
        way(root)
        after = problems_of(root)
        assert same(after, problem) < same(before, problem), f"still told: {story}"
        assert state(root) not in seen, f"in a circle: {story}"
        seen.add(state(root))
        errors = [each for each in after if each.severity is Severity.ERROR]
        following = next(((each, *first) for each in errors if (first := next(ways(each), None))), None)
        if following is None:
            return
        problem, words, way = following
        before = after
        story.append(f"{problem.location} {problem.rule}: {problem.message} → {words}")
    raise AssertionError(f"no end: {story}")


@each_case("identifier", EXAMPLES)
def test_the_hints_of_the_fail_example_lead_to_the_end(identifier: str, tmp_path: Path) -> None:
    root = tmp_path / identifier / "project"
    for name, content in EXAMPLES[identifier].fails_project.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    list(followed(root, tmp_path / identifier))


def test_many_rules_tell_what_can_be_done_without_knowing_more(tmp_path: Path) -> None:
    can_be_followed = set()
    for identifier, example in EXAMPLES.items():
        root = tmp_path / identifier
        for name, content in example.fails_project.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(content)
        can_be_followed |= {each.rule for each in problems_of(root) if any(ways(each))}
    assert len(can_be_followed) >= LEAST_FOLLOWED


@cache
def known_in_the_showcase() -> list[Problem]:
    """What is told of the showcase as it is; where it lies makes no difference."""
    with TemporaryDirectory() as folder:
        return problems_of(copy_showcase(Path(folder) / "project"))


@pytest.mark.parametrize("seed", range(examples(SLIPS)))
def test_the_hints_after_a_slip_lead_to_the_end(seed: int, tmp_path: Path) -> None:
    root, known = copy_showcase(tmp_path / "project"), known_in_the_showcase()
    slip = make_a_slip(root, random.Random(seed))  # noqa: S311 - it hides nothing
    try:
        list(followed(root, tmp_path, known))
    except AssertionError as failure:
        raise AssertionError(f"{slip}: {failure}") from failure


@cache
def known_with_every_file() -> list[Problem]:
    """What is told of the project with every kind of file."""
    with TemporaryDirectory() as folder:
        return problems_of(write_every_file(Path(folder) / "project"))


def test_the_project_with_every_file_has_no_errors() -> None:
    assert [each for each in known_with_every_file() if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize("seed", range(examples(SLIPS)))
def test_the_hints_after_a_slip_in_what_few_say_lead_to_the_end(seed: int, tmp_path: Path) -> None:
    root = write_every_file(tmp_path / "project")
    files = [root / each for each in FILES]
    slip = make_a_line_slip(root, files, random.Random(seed))  # noqa: S311 - it hides nothing
    try:
        list(followed(root, tmp_path, known_with_every_file()))
    except AssertionError as failure:
        raise AssertionError(f"{slip}: {failure}") from failure


@pytest.mark.parametrize(
    "written",
    [
        "old-audit#l\u200book",
        "Old-Audit#look",
        "old-audit#look และอื่น ๆ",
        "old-audit #look",
        "old\u202e-audit#look",
    ],
)
def test_the_hint_of_an_address_keeps_its_step(written: str, tmp_path: Path) -> None:
    root = write_every_file(tmp_path / "project")
    file = root / FILES[0]
    file.write_text(
        file.read_text(encoding="utf-8").replace("old-audit#look", f'"{written}"'), encoding="utf-8"
    )
    told = [each for each in problems_of(root) if each.rule == "bad-id"]
    assert ["“old-audit#look”" in each.hint for each in told] == [True]
