"""How problems are shown to what reviews changes: GitLab's code quality, and SARIF for code scanning.

Both know a problem again by its fingerprint, so that a change is told only of what it brings. A fingerprint is made of
what is wrong, not of where it stands in its file: lines that come before do not make an old problem a new one.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from generator.diagnostics.findings import rule, rule_ids
from generator.problems import Location, Problem, Severity

_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_FINGERPRINT = "khumue/v1"
"""The name of a fingerprint of ours, with the version of how it is made: it changes with `_fingerprints`."""
_GITLAB_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor"}


def render_gitlab(problems: Sequence[Problem]) -> str:
    """Show problems to GitLab, as the artefact ``codequality`` of a job.

    The format is the subset of Code Climate's that GitLab documents ("Code Quality report format"): a list of
    ``description``, ``check_name``, ``fingerprint``, ``severity`` and ``location``, no two fingerprints the same.

    Args:
        problems: in the order in which to show them.
    """
    entries = [
        {
            "description": _sentence(problem),
            "check_name": problem.rule,
            "fingerprint": fingerprint,
            "severity": _GITLAB_SEVERITIES[problem.severity],
            "location": {"path": problem.location.file, "lines": {"begin": problem.location.line}},
        }
        for problem, fingerprint in zip(problems, _fingerprints(problems), strict=True)
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def render_sarif(problems: Sequence[Problem], version: str) -> str:
    """Show problems as a log of the Static Analysis Results Interchange Format 2.1.0 (OASIS), one run.

    Columns count Unicode code points, as ours do; addresses of files are relative to the project's root.

    Args:
        problems: in the order in which to show them.
        version: of this program.
    """
    rules = list(dict.fromkeys(problem.rule for problem in problems))
    run = {
        "tool": {
            "driver": {"name": "khumue", "version": version, "rules": [_sarif_rule(each) for each in rules]}
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            {
                "ruleId": problem.rule,
                "ruleIndex": rules.index(problem.rule),
                "level": problem.severity.value,
                "message": {"text": _sentence(problem)},
                "locations": [{"physicalLocation": _sarif_place(problem.location)}],
                "partialFingerprints": {_FINGERPRINT: fingerprint},
            }
            for problem, fingerprint in zip(problems, _fingerprints(problems), strict=True)
        ],
    }
    log = {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _sentence(problem: Problem) -> str:
    return " ".join(part for part in (problem.message, problem.hint) if part)


def _fingerprints(problems: Sequence[Problem]) -> Iterator[str]:
    """Of each problem 64 hexadecimal digits; the same problem several times in a file is counted from the top."""
    seen: Counter[tuple[str, ...]] = Counter()
    for problem in problems:
        what = (problem.rule, problem.location.file, problem.message, (problem.line_text or "").strip())
        seen[what] += 1
        yield sha256(json.dumps([*what, seen[what]]).encode()).hexdigest()


def _sarif_rule(identifier: str) -> dict[str, Any]:
    """A rule in the words of the author's reference."""
    described: dict[str, Any] = {"id": identifier}
    if identifier in rule_ids():
        known = rule(identifier)
        described["shortDescription"] = {"text": known.title}
        described["fullDescription"] = {"text": known.explanation.strip()}
        described["defaultConfiguration"] = {"level": known.severity.value}
    return described


def _sarif_place(location: Location) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": quote(location.file), "uriBaseId": "%SRCROOT%"},
        "region": {
            "startLine": location.line,
            "startColumn": location.column,
            "endColumn": location.column + location.length,
        },
    }
