"""Whatever stands in the files, reading never raises: random bytes, random slips, and inputs made to hurt."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.assembly import load_manual
from generator.diagnostics.rendering import render_github, render_json, render_text
from generator.problems import Problem
from tests.support import MINIMAL
from tests.support.auditing import MANY, examples

PROCEDURE = "procedures/budget/expenditure-analysis.yml"
FRAGMENTS = (
    *(
        "\t",
        "\n",
        "\r",
        "\x00",
        "\x0b",
        "\x85",
        "\u2028",
        "\u200b",
        "\u202e",
        "\ufeff",
        "\xa0",
        "\u3000",
        "\U0001f600",
    ),
    *(
        "#",
        " #",
        "- ",
        "-",
        ": ",
        ":",
        "：",
        "[",
        "]",
        "{",
        "}",
        "'",
        '"',
        "“",
        "\\",
        "&a",
        "*a",
        "!t",
        "|",
        ">",
        "%",
        "@",
    ),
    *("---\n", "...\n", "<<: ", "? ", "~", "null", "${", "${x}", "](", "**", "  ", "\n  ", "\n      - "),
    *("end", "go: end\n", "steps:\n", "outcomes:\n", "2566-02-30", "ํา", "เเ", "่่", "๑", "title: ", "id: "),
)


def read(files: Mapping[str, bytes]) -> list[Problem]:
    """Write a project, read it, and show its problems in every format."""
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        _, problems = load_manual(Path(folder))
    assert render_text(problems, colour=True)
    assert render_json(problems)
    assert render_github(problems)
    for problem in problems:
        assert problem.message
        assert problem.location.line >= 1
        assert problem.location.column >= 1
        line = problem.line_text
        assert line is None or problem.location.column <= len(line) + 1
    return problems


def minimal_bytes(name: str, content: bytes) -> dict[str, bytes]:
    return {**{key: text.encode() for key, text in MINIMAL.items()}, name: content}


@given(st.sampled_from(sorted(MINIMAL)), st.binary(max_size=300))
@settings(max_examples=examples(100), deadline=None)
def test_random_bytes_are_read_without_a_crash(name: str, content: bytes) -> None:
    read(minimal_bytes(name, content))


@given(st.sampled_from(sorted(MINIMAL)), st.text(max_size=200))
@settings(max_examples=examples(100), deadline=None)
def test_random_text_is_read_without_a_crash(name: str, content: str) -> None:
    read(minimal_bytes(name, content.encode("utf-8", "surrogatepass")))


@given(st.data())
@settings(max_examples=examples(300), deadline=None)
def test_slips_of_the_pen_are_read_without_a_crash(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(MINIMAL)))
    text = MINIMAL[name]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        removed = data.draw(st.integers(0, 6))
        text = text[:start] + data.draw(st.sampled_from(("", *FRAGMENTS))) + text[start + removed :]
    read(minimal_bytes(name, text.encode()))


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        pytest.param(b"title: " + b"[" * 30_000, "too-deep", id="30,000 nested brackets"),
        pytest.param(b"title: " + b"{a: " * 30_000, "too-deep", id="30,000 nested braces"),
        pytest.param(b"- " * 30_000, "too-deep", id="30,000 nested hyphens"),
        pytest.param(
            b"".join(b" " * n + b"a:\n" for n in range(500)), "too-deep", id="500 levels of indentation"
        ),
        pytest.param(b"? " * 5_000 + b"a", "key-not-text", id="5,000 nested complex keys"),
        pytest.param(b"title: " + b"a" * 1_100_000, "too-large", id="more than a megabyte"),
        pytest.param(b"\x80" * 500_000, "encoding", id="half a megabyte of no UTF-8"),
        pytest.param(b"\t" * 500_000, "tab", id="half a megabyte of tabs"),
        pytest.param(b"\tx\n" * 100_000, "more-problems", id="a hundred thousand indented tabs"),
        pytest.param(
            b"".join(b"a%d: 1\n" % n for n in range(50_000 // MANY)), "more-problems", id="many unknown keys"
        ),
        pytest.param(b"a: 1\n" * 50_000, "duplicate-key", id="50,000 equal keys"),
        pytest.param(b"a: b: c\n" * 20_000, "colon-in-text", id="20,000 colons in texts"),
        pytest.param(b"title: '" + b"\n" * 300_000, "unclosed-quote", id="a quotation of 300,000 lines"),
        pytest.param(b"title: x\n" + b"#\n" * 300_000, "missing-file-none", id="300,000 comments"),
        pytest.param(b"title: a" + b"**[${" * 30_000, "unclosed-value", id="30,000 marks left open"),
        pytest.param(
            b"title: " + b"${x} " * (60_000 // MANY), "unknown-value", id="many unknown values in a text"
        ),
        pytest.param(
            b"title: a " + b"[a](b) " * (60_000 // MANY), "bad-link", id="many links to nowhere in a text"
        ),
        pytest.param("\xa0- a\n".encode() * 60_000, "odd-space", id="60,000 no-break spaces"),
        pytest.param(b"a: &x [" + b"*x, " * 100_000 + b"]", "alias-or-tag", id="100,000 aliases"),
    ],
)
def test_inputs_made_to_hurt_are_answered_quickly(content: bytes, rule: str) -> None:
    started = os.times().user
    found = {problem.rule for problem in read(minimal_bytes("procedures/budget/_area.yml", content))}
    assert rule in found or (rule == "missing-file-none" and not found)
    assert os.times().user - started < 10


def steps(count: int, template: str) -> str:
    """A procedure of many steps."""
    return "title: a\nowner: planning-group\nsteps:\n" + "".join(template.format(n) for n in range(count))


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        pytest.param(
            PROCEDURE,
            steps(6_000 // MANY, "  - id: s{0}\n    text: t\n    go: z{0}\n"),
            "go-to-nowhere",
            id="many ways to nowhere",
        ),
        pytest.param(
            PROCEDURE,
            steps(8_000 // MANY, "  - id: s{0}\n    text: t\n    go: s{0}\n"),
            "endless-loop",
            id="many steps that go to themselves",
        ),
        pytest.param(
            PROCEDURE,
            steps(1, "  - text: t\n    outcomes:\n")
            + "".join(f"      - label: l{n}\n        go: s{n}\n" for n in range(8_000 // MANY))
            + "".join(f"  - id: s{n}\n    text: t\n    go: s{n}\n" for n in range(8_000 // MANY)),
            "endless-loop",
            id="many loops of one decision",
        ),
        pytest.param(
            PROCEDURE,
            steps(30_000 // MANY, "  - text: t #{0}\n"),
            "swallowed-comment",
            id="many swallowed comments",
        ),
        pytest.param(
            PROCEDURE,
            steps(10_000 // MANY, "  - text: t\n    role: planning-grou{0}\n"),
            "unknown-role",
            id="many unknown roles",
        ),
        pytest.param(
            "procedures/catalogue/references.yml",
            "".join(
                f"r{n}:\n  type: act\n  title: t{n}\n  replaced_by: r{n + 1}\n" for n in range(15_000 // MANY)
            ),
            "unknown-reference",
            id="many documents that replace each other",
        ),
    ],
)
def test_long_files_are_answered_quickly(name: str, content: str, rule: str) -> None:
    started = os.times().user
    assert rule in {problem.rule for problem in read(minimal_bytes(name, content.encode()))}
    assert os.times().user - started < 30  # what answers in quadratic time takes minutes


def test_many_problems_of_one_file_end_in_a_count(
    project: Callable[[Mapping[str, str | None]], Path],
) -> None:
    many = "".join(f"  - text: ก\n    role: nobody-{number}\n" for number in range(70))
    root = project({PROCEDURE: f"title: ก\nowner: planning-group\nsteps:\n{many}"})
    _, problems = load_manual(root)
    assert [problem.rule for problem in problems] == ["unknown-role"] * 50 + ["more-problems"]
    assert "20" in problems[-1].message
