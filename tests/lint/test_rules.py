"""Every rule of the catalogue: its pass and fail pair, its words, and that code and catalogue name the same rules."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter

import pytest

import generator
from generator.assembly import load_manual
from generator.diagnostics.findings import RULES, rule, rule_ids
from generator.lint.chapters import chapters
from generator.lint.examples import Example, example_of
from generator.problems import Severity
from generator.yamltext.source import SourceText
from generator.yamltext.syntax import parse
from tests.support.cases import each_case

EXAMPLES = {identifier: example for identifier in rule_ids() if (example := example_of(rule(identifier)))}
TOLD_IN_WORDS = {
    "unreadable",
    "too-large",
    "stale-chart",
    "more-problems",
    "bad-file-link",
    "large-file",
    "lost-id",
}
"""Rules that no file of a project can show; each has a test of its own."""


def problems_of(root: Path, files: Mapping[str, bytes]) -> list[str]:
    """Write a project and give what is found in it, as ``rule file:line:column``."""
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    _, problems = load_manual(root)
    return sorted(f"{problem.rule} {problem.location}" for problem in problems)


def expected_of(identifier: str, example: Example) -> list[str]:
    """What the fail example must give."""
    also = [each.split(" ") for each in example.also]
    return sorted(
        [f"{identifier} {example.fails_file}:{place}" for place in example.places]
        + [f"{other} {example.fails_file}:{place}" for other, place in also]
    )


@pytest.fixture(autouse=True)
def judged_in_2569(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")


@each_case("identifier", EXAMPLES)
def test_the_pass_example_has_no_problem(identifier: str, tmp_path: Path) -> None:
    assert problems_of(tmp_path / identifier, EXAMPLES[identifier].passes_project) == []


@each_case("identifier", EXAMPLES)
def test_the_fail_example_has_exactly_this_problem(identifier: str, tmp_path: Path) -> None:
    example = EXAMPLES[identifier]
    assert problems_of(tmp_path / identifier, example.fails_project) == expected_of(identifier, example)


def test_every_rule_has_an_example_or_a_test_of_its_own() -> None:
    assert set(rule_ids()) - set(EXAMPLES) == TOLD_IN_WORDS


def test_code_names_no_rule_that_the_catalogue_lacks() -> None:
    folder = Path(generator.__file__).parent
    named = {identifier for path in folder.rglob("*.py") for identifier in _rules_named_in(path)}
    assert len(named) > len(rule_ids()) / 2
    assert named <= set(rule_ids())


def _rules_named_in(path: Path) -> Iterator[str]:
    """The rules whose ids a module writes out where it states a finding."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id="found" | "Slip"), args=[ast.Constant(value=str(identifier)), *_]):
                yield identifier


@each_case("identifier", rule_ids())
def test_the_words_of_a_rule_are_whole(identifier: str) -> None:
    described = rule(identifier)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", identifier)
    assert described.group in {chapter.id for chapter in chapters()}
    assert described.severity in Severity
    assert described.title
    assert described.explanation
    for wording in (described.wording, *described.variants.values()):
        assert wording.message
        assert wording.hints
        for template in (wording.message, *wording.hints):
            assert isinstance(template, str)
            list(Formatter().parse(template))


@each_case("identifier", rule_ids())
def test_the_catalogue_keeps_its_own_rules(identifier: str) -> None:
    """No word of a message is lost to a comment or a repeated key."""
    text = (RULES / f"{identifier}.yml").read_text(encoding="utf-8")
    parsed = parse(SourceText(f"{identifier}.yml", text), text)
    assert parsed.problems == []
    outside_examples = text.partition("\nexample:")[0]
    assert not re.search(r"^[^#'\"\n]*: [^'\"|\n][^\n]* #", outside_examples, re.MULTILINE)


def test_an_unknown_rule_is_an_error() -> None:
    with pytest.raises(OSError, match="no-such-rule"):
        rule("no-such-rule")
