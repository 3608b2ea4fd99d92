"""The linter of styles and scripts refuses what went wrong here once, or might."""

from pathlib import Path

import pytest

from scripts.lint_front_end import NoLinterError, find_linter, lint


@pytest.fixture(autouse=True, scope="module")
def _linter() -> None:
    """Do without these tests where the linter cannot be had: it does not come with the project's packages."""
    try:
        find_linter()
    except NoLinterError as error:
        pytest.skip(str(error))


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        (
            "half.css",
            ".one svg/* A comment. */\n.one svg a {\n  outline: none;\n}\n",
            "A comment stands inside",
        ),
        ("open.css", ".one {\n  color: red;\n", "parse"),
        ("bare.css", ".one svg\n\n/* A comment. */\n", "parse"),
        ("unknown.css", ".one {\n  colour: red;\n}\n", "noUnknownProperty"),
        ("twice.css", ".one {\n  color: red;\n  color: blue;\n}\n", "noDuplicateProperties"),
        ("undeclared.js", "window.one = two;\n", "noUndeclaredVariables"),
        ("unused.js", "(() => {\n  const one = 1;\n})();\n", "noUnusedVariables"),
    ],
)
def test_what_is_wrong_is_refused(tmp_path: Path, name: str, text: str, rule: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    done = lint([path])
    assert done.returncode != 0
    assert rule in done.stdout


def test_what_is_right_is_let_through(tmp_path: Path) -> None:
    path = tmp_path / "right.css"
    path.write_text(
        "/* A comment. */\n.one svg,\n.two {\n  color: red; /* Another. */\n}\n", encoding="utf-8"
    )
    done = lint([path])
    assert done.returncode == 0, done.stdout
