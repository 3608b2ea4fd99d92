"""Writes the author's reference, ``docs/authors/reference.md``, from the models and the rules.

Run it after changing a model or a rule: ``python -m scripts.write_reference``. A test fails while the page is old.
"""

from pathlib import Path

from generator.lint.reference import author_reference

PAGE = Path(__file__).parent.parent / "docs" / "authors" / "reference.md"


def main() -> None:
    """Write the page."""
    PAGE.write_text(author_reference(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
