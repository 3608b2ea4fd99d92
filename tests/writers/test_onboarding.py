"""The learning paths as documents of plain Markdown: whole documents as they come out."""

from pathlib import Path

import pytest

from generator.indexes.indexes import Indexes
from generator.writers.export_markdown import markdown_files
from tests.support.goldens import assert_golden
from tests.support.showcase import SHOWCASE_DAY, showcase_manual

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", ["index", "new-director", "committee"])
def test_document(name: str) -> None:
    files = markdown_files(Indexes(showcase_manual(), SHOWCASE_DAY), {})
    assert_golden(GOLDEN / f"docs-onboarding-{name}.md", files[f"docs/onboarding/{name}.md"])
