"""Learning paths: where they are shown, and which of their stops lead somewhere in an edition."""

import json
from pathlib import Path

import pytest

import generator.project
from generator.assembly import Editions, read_editions
from generator.document import addresses
from generator.model.manual import Manual
from generator.project.known_pages import is_page, is_page_path, single_pages
from generator.project.project import read_project
from tests.support.changing import Project
from tests.support.offices import FILES, FIRST, OWN, SECOND

FOLDER = "procedures/onboarding"
STOPS = """
        title: เริ่มงานที่${place}
        role: planning-group
        stops:
          - term: สพฐ.
            why: ใช้ใน ${system}
          - term: คำของเรา
          - page: terms.md
          - page: about/ours.md
          - page: budget/budget-request.md
          - procedure: budget-request
          - procedure: correspondence
          - procedure: correspondence
            step: register
          - checkpoint: ทำได้
    """
TERMS = """
        obec:
          term: สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน
          short: สพฐ.
    """


def read(project: Project, files: dict[str, str | None]) -> Editions:
    return read_editions(project({**FILES, "procedures/catalogue/terms.yml": TERMS, **files}))


def manual_of(editions: Editions, identifier: str) -> Manual:
    manual = editions.manual(identifier)
    assert manual is not None
    return manual


def told(editions: Editions) -> list[str]:
    """What is wrong with paths."""
    told_of = [each for each in editions.problems if "/onboarding/" in each.location.file]
    return [f"{problem.location} {problem.rule}" for problem in told_of]


def stops_of(manual: Manual) -> list[str]:
    """The stops of the manual's one path, each as what it names."""
    (path,) = manual.paths
    return [
        " ".join(str(value) for name, value in stop if value is not None and name != "why")
        for stop in path.learning.stops
    ]


def with_definition() -> dict[str, str | None]:
    """A procedure that only the first edition places defines a word; only that edition has a page."""
    procedure = FILES["procedures/budget/budget-request.yml"]
    assert procedure is not None
    return {
        "procedures/budget/budget-request.yml": procedure.replace(
            "        steps:",
            "        definitions:\n          - term: คำของเรา\n            meaning: ของเรา\n        steps:",
        ),
        f"docs/editions/{FIRST}/about/ours.md": "# ของเรา\n",
        f"{FOLDER}/beginning.yml": STOPS,
    }


def test_each_edition_has_the_stops_that_lead_somewhere_in_it(project: Project) -> None:
    editions = read(project, with_definition())
    assert told(editions) == []
    first, second = manual_of(editions, FIRST), manual_of(editions, SECOND)
    assert stops_of(first) == [
        "สพฐ.",
        "คำของเรา",
        "terms.md",
        "about/ours.md",
        "budget/budget-request.md",
        "budget-request",
        "correspondence",
        "correspondence register",
        "ทำได้",
    ]
    assert stops_of(second) == ["สพฐ.", "terms.md", "correspondence", "correspondence register", "ทำได้"]
    (path,) = second.paths
    assert (path.id, path.path, path.edition) == ("beginning", f"{FOLDER}/beginning.yml", "")
    assert path.learning.title == "เริ่มงานที่สำนักงาน"
    assert path.learning.stops[0].why == "ใช้ใน e-filing"


def path_for(role: str, *stops: str) -> str:
    lines = "".join(f"          - {stop}\n" for stop in stops)
    return f"\n        title: เริ่มงาน\n        role: {role}\n        stops:\n{lines}"


def test_a_path_is_shown_where_its_role_acts_or_where_it_is_the_editions_own(project: Project) -> None:
    files: dict[str, str | None] = {
        f"{FOLDER}/deputies.yml": path_for("deputy", "procedure: correspondence"),
        f"{OWN}/onboarding/directors.yml": path_for("director", "procedure: scanning").replace(
            "เริ่มงาน", "เริ่ม"
        ),
    }
    editions = read(project, files)
    assert told(editions) == []
    assert manual_of(editions, FIRST).paths == ()
    second = manual_of(editions, SECOND)
    assert [(each.id, each.edition) for each in second.paths] == [("deputies", ""), ("directors", SECOND)]
    assert {"deputy", "director"} <= set(second.roles)


def test_a_path_of_which_only_checkpoints_are_left_is_left_out(project: Project) -> None:
    text = path_for("planning-group", "procedure: budget-request", "checkpoint: ทำได้")
    editions = read(project, {f"{FOLDER}/beginning.yml": text})
    assert len(manual_of(editions, FIRST).paths) == 1
    assert manual_of(editions, SECOND).paths == ()


def test_words_of_an_editions_own_procedures_are_unknown_to_a_shared_path(project: Project) -> None:
    scanning = FILES[f"{OWN}/letters/scanning.yml"]
    assert scanning is not None
    definitions = "        definitions:\n          - {term: สแกน, meaning: ทำ}\n        steps:"
    files: dict[str, str | None] = {
        f"{OWN}/letters/scanning.yml": scanning.replace("        steps:", definitions),
        f"{OWN}/onboarding/scan.yml": path_for("planning-group", "term: สแกน"),
        f"{FOLDER}/shared-scan.yml": path_for("director", "term: สแกน").replace("เริ่มงาน", "เริ่ม"),
    }
    assert told(read(project, files)) == [f"{FOLDER}/shared-scan.yml:4:11 unknown-term"]


def test_an_own_path_named_like_a_shared_one_is_told(project: Project) -> None:
    text = path_for("planning-group", "procedure: correspondence")
    files: dict[str, str | None] = {
        f"{FOLDER}/beginning.yml": text,
        f"{OWN}/onboarding/beginning.yml": text.replace("เริ่มงาน", "เริ่มงานของเรา"),
    }
    editions = read(project, files)
    assert told(editions) == [f"{OWN}/onboarding/beginning.yml:1:1 same-name-as-shared"]
    assert [each.edition for each in manual_of(editions, SECOND).paths] == [""]


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("_area.yml", "unexpected-file"),
        ("index.yml", "reserved-name"),
        ("เส้นทาง.yml", "bad-file-name"),
        ("beginning.yaml", "unexpected-file"),
        ("deeper/beginning.yml", "unexpected-file"),
    ],
)
def test_a_file_that_is_no_path_is_told(project: Project, name: str, rule: str) -> None:
    editions = read(project, {f"{FOLDER}/{name}": path_for("planning-group", "procedure: correspondence")})
    assert [each.rule for each in editions.problems] == [rule]


@pytest.mark.parametrize(
    "page",
    [
        "/etc/passwd.md",
        "../x.md",
        "a/../b.md",
        "a//b.md",
        "./a.md",
        "C:\\a.md",
        "a.html",
        "",
        "editions/a/b.md",
    ],
)
def test_a_page_leads_nowhere_out_of_the_documents(page: str) -> None:
    assert not is_page_path(page)


def test_every_page_that_is_made_once_may_be_named(project: Project) -> None:
    uris = {value for name, value in vars(addresses).items() if name.isupper() and isinstance(value, str)}
    assert {
        uri for uri in uris if uri.endswith(".md") and not uri.startswith(("about/", "compare/"))
    } <= single_pages()
    found = read_project(project({**FILES, "docs/about/us.md": "# เรา\n"}))
    for page in ("about/us.md", "roles/director.md", "budget/index.md", "budget/budget-request.md"):
        assert is_page(found, page, (FIRST,)), page
    for page in ("about/them.md", "roles/nobody.md", "budget/nothing.md", "committee/meetings.md"):
        assert not is_page(found, page, (FIRST,)), page
    assert is_page(found, "committee/meetings.md", (FIRST, SECOND))


def test_the_pages_that_are_made_are_paths() -> None:
    listed = Path(generator.project.__file__).parent / "manual_pages.json"
    data = json.loads(listed.read_text(encoding="utf-8"))
    patterns = [pattern.format(id="x") for patterns in data["entries"].values() for pattern in patterns]
    assert all(map(is_page_path, [*data["single"], *patterns]))
