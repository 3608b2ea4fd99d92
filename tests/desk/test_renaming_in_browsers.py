"""Another id for a thing, made in the browser: byte for byte what `khumue rename` writes, or refused."""

import json
import mimetypes
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from generator.assembly import read_editions
from generator.desk.schemas import describe_forms
from generator.desk.telling import catalogues_of, project_of
from generator.model import RetiredKind
from generator.overlay import all_edits
from generator.project import read_project
from generator.scaffold import BrokenProjectError, EditingError, blanks_of, rename_id
from generator.scaffold.accept import accept_changes
from generator.scaffold.rename_names import ids_of
from tests.desk.engine import ADDRESS, APP
from tests.support import minimal_with, write_project
from tests.support.auditing import largest_of_each
from tests.support.named_everywhere import contents, write_named_everywhere

NEW = "zz-renamed-zz"
PLAIN = {
    "procedures/budget/expenditure-analysis.yml": """\
        # ความเห็นของผู้เขียน
        title: "งานวิเคราะห์งบประมาณรายจ่าย"
        owner: planning-group   # กลุ่ม
        references: [{id: law, section: ข้อ 22}, 'law']
        forms: [request]
        steps:
          - id: "receive"
            text: >-
              รับเรื่องจากสถานศึกษาทุกแห่งในเขต ดู[งานตรวจ](procedure:audit-work#look)
              แล้ว[รับ](procedure:expenditure-analysis#receive)
            role: [planning-group, 'director']
          - text: ครบหรือไม่
            id: check
            outcomes:
              - label: ครบ
              - {label: ไม่ครบ, go: receive}
          - text: ตรวจ
            call: audit-work
        """,
    "procedures/budget/audit-work.yml": """\
        title: งานตรวจ
        owner: director
        steps:
          - {id: look, text: 'ดูเอกสาร ตาม[งาน](procedure:expenditure-analysis)'}
        """,
    "procedures/catalogue/roles.yml": """\
        planning-group: {title: กลุ่มนโยบายและแผน, kind: unit}
        "director": {title: ผู้อำนวยการ, kind: person}
        """,
    "procedures/catalogue/references.yml": "law: {type: act, title: กฎหมาย}\n",
    "procedures/catalogue/forms.yml": "request: {title: แบบคำขอ}\n",
    "procedures/catalogue/terms.yml": "obec: {term: สพฐ., meaning: สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน}\n",
    "procedures/editions/khonkaen5-2566.yml": """\
        office: สำนักงานเขตพื้นที่การศึกษาประถมศึกษาขอนแก่น เขต 5
        year: "2566"
        areas:
          - {id: budget, procedures: [expenditure-analysis, audit-work]}
        changes:
          expenditure-analysis:   # ของเรา
            - replace: steps/receive/role
              with: director
            - insert_after: steps/receive
              with: {text: ลงทะเบียน, id: register, role: planning-group}
        """,
    "docs/knowledge/case.md": """\
        ---
        title: บทเรียน
        kind: case
        procedures: [expenditure-analysis#check, audit-work]
        ---

        อ่าน[งาน](procedure:expenditure-analysis#receive) แล้วถาม planning-group และ director
        """,
    "mkdocs.yml": "site_name: คู่มือ\ntheme: {name: material, language: th}\nplugins: [search, procedures]\n",
    "docs/about/foreword.md": "# คำนำ\n\nเริ่มที่[งาน](procedure:audit-work)\n",
}
MAKE = """async ([published, blanks, texts, paths, asked]) => {
  const { loadWords } = await import("/app/words.js");
  const { Listing } = await import("/app/hosts/listing.js");
  const { Making } = await import("/app/hosts/making.js");
  const { Renaming } = await import("/app/hosts/renaming.js");
  await loadWords("hosts/words.json");
  const making = new Making(new Listing(published, paths, {}), blanks, async (path) => texts[path] ?? null);
  try {
    return { made: Object.fromEntries(await new Renaming(making, paths, asked).made()) };
  } catch (error) {
    if (!error.reason) throw error;
    return { refused: error.reason, message: error.message };
  }
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page that can ask for the modules of the application."""

    def serve(route: Route) -> None:
        name = route.request.url.removeprefix(f"{ADDRESS}/app/")
        kind = mimetypes.types_map.get(Path(name).suffix, "text/html")
        route.fulfill(body=(APP / name).read_bytes() if name != ADDRESS + "/" else b"", content_type=kind)

    context = browser.new_context()
    context.route("**/*", serve)
    page = context.new_page()
    page.goto(f"{ADDRESS}/")
    yield page
    context.close()


class Project:
    """A project, and what a page of its site knows of it."""

    def __init__(self, root: Path) -> None:
        """Read it."""
        self.root = root
        editions = read_editions(root, check=False)
        self.published = {
            "project": project_of(root, editions),
            "forms": describe_forms(),
            "catalogues": catalogues_of(editions),
        }
        self.blanks = asdict(blanks_of(editions.project))
        self.before = contents(root)
        self.texts = {
            path: content.decode()
            for path, content in self.before.items()
            if path.startswith(("procedures/", "docs/")) and path.endswith((".yml", ".md"))
        }

    def every_id(self) -> Iterator[tuple[RetiredKind, str]]:
        """Everything that can be renamed, as the command is told it."""
        project = read_project(self.root)
        edits = all_edits(project)
        for kind in RetiredKind:
            if kind is not RetiredKind.STEP:
                yield from ((kind, each) for each in ids_of(project, edits, kind, ""))
        for procedure in ids_of(project, edits, RetiredKind.PROCEDURE, ""):
            yield from (
                (RetiredKind.STEP, f"{procedure}#{step}")
                for step in ids_of(project, edits, RetiredKind.STEP, procedure)
            )

    def commanded(self, kind: RetiredKind, old: str) -> dict[str, str | None]:
        """What the command changes, by path; the project is as it was afterwards."""
        try:
            rename_id(self.root, kind, old, NEW)
            now = contents(self.root)
        finally:
            for path in contents(self.root).keys() - self.before.keys():
                (self.root / path).unlink()
            for path, content in self.before.items():
                (self.root / path).write_bytes(content)
        changed = {
            path: now.get(path) for path in {*self.before, *now} if self.before.get(path) != now.get(path)
        }
        return {path: None if content is None else content.decode() for path, content in changed.items()}

    def in_a_browser(self, page: Page, kind: RetiredKind, old: str, new: str = NEW) -> dict[str, Any]:
        """What a page makes, or why it does not."""
        asked = {"kind": kind.value, "old": old, "new": new}
        made: dict[str, Any] = page.evaluate(
            MAKE, [self.published, self.blanks, self.texts, sorted(self.texts), asked]
        )
        return made


@pytest.fixture
def plain(tmp_path: Path) -> Project:
    """A project that is written as most are."""
    root = write_project(
        tmp_path / "project", minimal_with({path: dedent(text) for path, text in PLAIN.items()})
    )
    accept_changes(root)
    return Project(root)


def test_what_is_written_plainly_becomes_what_the_command_writes(page: Page, plain: Project) -> None:
    for kind, old in plain.every_id():
        assert plain.in_a_browser(page, kind, old) == {"made": plain.commanded(kind, old)}, (kind, old)


def test_an_id_in_odd_places_becomes_what_the_command_writes_or_stays(page: Page, tmp_path: Path) -> None:
    project = Project(write_named_everywhere(tmp_path / "project"))
    texts = json.dumps(project.texts, ensure_ascii=False)
    named = list(project.every_id())
    made = 0
    for kind, old in largest_of_each(
        named, lambda each: each[0], lambda each: texts.count(each[1].rpartition("#")[2])
    ):
        told = project.in_a_browser(page, kind, old)
        if "made" in told:
            made += 1
            assert told["made"] == project.commanded(kind, old), (kind, old)
        else:
            assert told["refused"] == "rename-there", told
    assert made


@pytest.mark.parametrize(
    ("kind", "old", "new", "refused"),
    [
        (RetiredKind.ROLE, "director", "planning-group", "id-taken"),
        (RetiredKind.PROCEDURE, "audit-work", "expenditure-analysis", "id-taken"),
        (RetiredKind.PROCEDURE, "audit-work", "con", "id-reserved"),
        (RetiredKind.ROLE, "director", "งาน", "bad-id"),
        (RetiredKind.STEP, "expenditure-analysis#check", "register", "id-taken"),
        (RetiredKind.STEP, "expenditure-analysis#check", "end", "id-taken"),
        (RetiredKind.ROLE, "nobody", "somebody", "no-file"),
    ],
)
def test_what_the_command_refuses_is_refused(
    page: Page, plain: Project, kind: RetiredKind, old: str, new: str, refused: str
) -> None:
    with pytest.raises((EditingError, BrokenProjectError)):
        rename_id(plain.root, kind, old, new)
    assert plain.in_a_browser(page, kind, old, new)["refused"] == refused
