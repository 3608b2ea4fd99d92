"""What the tests of the desk share: a small project that git keeps, its desk, and the engine of its page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.desk.engine import Engine, open_engine
from tests.support import minimal_with, write_project
from tests.support.desks import Desk, desk_of
from tests.support.repositories import begin

PROCEDURE = "procedures/budget/expenditure-analysis.yml"
EDITION = "khonkaen5-2566"
TEXT = """\
# ความเห็นของผู้เขียน อยู่ที่เดิม
title: "งานวิเคราะห์งบประมาณรายจ่าย"
owner: planning-group
steps:
  - text: รับเรื่อง
    id: receive

  - text: ครบหรือไม่   # ดูเอกสารแนบ
    id: check
    outcomes:
      - label: ครบ
      - {label: ไม่ครบ, go: receive}
  - text: เสนอ
"""
CHANGED = TEXT.replace("เสนอ", "ส่งคืน")
WHY = {"why": "แก้คำให้ตรงกับระเบียบ", "name": "ผู้เสนอ คนหนึ่ง", "paths": [PROCEDURE]}


def saved(desk: Desk, text: str) -> None:
    """Save the procedure."""
    version = desk.get(f"file?path={PROCEDURE}")["version"]
    assert desk.ask("PUT", "file", {"path": PROCEDURE, "text": text, "version": version}).status == 200


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that git keeps."""
    root = write_project(tmp_path / "โครงการ หนึ่ง", minimal_with({PROCEDURE: TEXT}))
    begin(root)
    return root


@pytest.fixture
def desk(project: Path) -> Iterator[Desk]:
    """Its desk."""
    with desk_of(project) as opened:
        yield opened


@pytest.fixture(scope="session")
def engine(browser: Browser) -> Iterator[Engine]:
    """The engine, in a page of its own in a real Chromium, under the policy that the desk has."""
    context = browser.new_context()
    yield open_engine(context.new_page())
    context.close()
