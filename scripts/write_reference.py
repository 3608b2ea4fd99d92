"""Writes the author's reference, ``docs/authors/reference.md``, from the models and the rules.

Run it after changing a model or a rule: ``python -m scripts.write_reference``. A test fails while the page is old.
"""

import os
from pathlib import Path

from generator.lint.reference import author_reference
from generator.today import DAY_VARIABLE

DAY = "1764547200"
"""The moment by which its examples are judged, 1 December 2025: a hint that tells the day of today is no new page."""
PAGE = Path(__file__).parent.parent / "docs" / "authors" / "reference.md"


def main() -> None:
    """Write the page."""
    os.environ[DAY_VARIABLE] = DAY
    PAGE.write_text(author_reference(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
