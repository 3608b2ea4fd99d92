"""What reviews changes is told: GitLab's code quality and SARIF, with fingerprints that last."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.diagnostics import render_gitlab, render_sarif, rule, rule_ids
from generator.problems import Location, Problem, Severity

ESSENTIALS = json.loads((Path(__file__).parent / "essentials.schema.json").read_text(encoding="utf-8"))
"""What the documents of both formats require, as far as we use them, and nothing that they do not know."""

PROBLEMS = st.lists(
    st.builds(
        Problem,
        rule=st.sampled_from([*rule_ids()[:5], "rule-of-nobody"]),
        location=st.builds(
            Location,
            st.sampled_from(["procedures/a/b.yml", "procedures/งาน 1/ก%.yml"]),
            *[st.integers(1, 9)] * 3,
        ),
        message=st.sampled_from(["ผิดตรงนี้", 'a "b" <c>']),
        hint=st.sampled_from(["", "ลองใหม่"]),
        severity=st.sampled_from(Severity),
        line_text=st.sampled_from([None, "", "role: x", "  role: x"]),
    ),
    max_size=8,
)


def fitting(shape: str, text: str) -> Any:  # noqa: ANN401 - it is what JSON says
    data = json.loads(text)
    Draft202012Validator({**ESSENTIALS, "$ref": f"#/$defs/{shape}"}).validate(data)
    return data


def fingerprints(problems: list[Problem]) -> list[str]:
    gitlab = [entry["fingerprint"] for entry in fitting("gitlab", render_gitlab(problems))]
    results = fitting("sarif", render_sarif(problems, "1.0"))["runs"][0]["results"]
    assert [result["partialFingerprints"]["khumue/v1"] for result in results] == gitlab
    return gitlab


@given(PROBLEMS)
def test_any_problems_fit_both_formats_and_none_is_lost(problems: list[Problem]) -> None:
    entries = fitting("gitlab", render_gitlab(problems))
    assert [(each["check_name"], each["location"]["lines"]["begin"]) for each in entries] == [
        (each.rule, each.location.line) for each in problems
    ]
    run = fitting("sarif", render_sarif(problems, "1.0"))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for problem, result in zip(problems, run["results"], strict=True):
        place = result["locations"][0]["physicalLocation"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == problem.rule
        assert unquote(place["artifactLocation"]["uri"]) == problem.location.file
        assert place["region"] == {
            "startLine": problem.location.line,
            "startColumn": problem.location.column,
            "endColumn": problem.location.column + problem.location.length,
        }
        assert result["message"]["text"] == f"{problem.message} {problem.hint}".strip()
        assert result["level"] == problem.severity.value
    assert len(set(fingerprints(problems))) == len(problems)


@given(PROBLEMS, st.integers(1, 50))
def test_lines_that_come_before_change_no_fingerprint(problems: list[Problem], lines: int) -> None:
    moved = [
        replace(each, location=replace(each.location, line=each.location.line + lines)) for each in problems
    ]
    assert fingerprints(moved) == fingerprints(problems)


def test_another_place_or_another_text_is_another_problem() -> None:
    one = Problem("some-rule", Location("a.yml", 3), "ผิด", line_text="role: x")
    others = [
        one,
        replace(one, rule="other-rule"),
        replace(one, location=Location("b.yml", 3)),
        replace(one, message="ผิดอีก"),
        replace(one, line_text="role: y"),
    ]
    assert len({fingerprints([each])[0] for each in others}) == len(others)


def test_rules_are_told_in_the_words_of_the_reference() -> None:
    told = Problem("unknown-role", Location("a.yml"), "ผิด")
    (described,) = fitting("sarif", render_sarif([told], "1.0"))["runs"][0]["tool"]["driver"]["rules"]
    assert described["shortDescription"]["text"] == rule("unknown-role").title
    assert described["defaultConfiguration"] == {"level": "error"}
