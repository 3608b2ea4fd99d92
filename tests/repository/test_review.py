"""The way of a change in the shell steps of the workflows: checked, reported, approved, merged, drawn, built."""

import json
import re
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.diff import EditionName, Sort
from generator.revisions.markdown_report import markdown_report
from generator.revisions.report import ChangeReport, FileChange
from generator.revisions.states import State
from generator.revisions.vocabulary import ManualChanges
from tests.repository.repository import ROOT
from tests.support.hostile import HOSTILE as WRITTEN
from tests.support.hosting import Host
from tests.support.repositories import begin, commit, git

WORKFLOWS = ROOT / "generator/scaffold/templates/init/dot_github/workflows"
PROCEDURE = "procedures/administration/receive-letters.yml"
HEAD = "0123456789abcdef0123456789abcdef01234567"
TOKEN = {"GH_TOKEN": "x"}
MARK = "<!-- khumue-report -->"
REPORT = "## ความเปลี่ยนแปลง\n\n- ✏️ **1.1** ตรวจ &#64;<!-- -->org: <del>เดิม</del><ins>ใหม่</ins>\n"


@pytest.fixture
def host(tmp_path: Path) -> Host:
    made = Host(tmp_path / "host", WORKFLOWS)
    made.keep(pulls={"pulls/7": {"head": {"sha": HEAD}}})
    return made


def khumue(*arguments: str | Path) -> str:
    done = CliRunner().invoke(main, list(map(str, arguments)))
    assert done.exit_code == 0, done.output
    return done.output


def sound(done: CompletedProcess[str]) -> CompletedProcess[str]:
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def commented(host: Host, tmp_path: Path) -> CompletedProcess[str]:
    return host.run(
        "comment", "แสดงรายงานเป็นความเห็นเดียว", tmp_path, RUN="1", HEAD=HEAD, TMPDIR=str(tmp_path), **TOKEN
    )


def edit(root: Path, name: str, before: str, after: str) -> None:
    file = root / name
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new manual that keeps its charts, in a repository."""
    root = tmp_path_factory.mktemp("laid-out") / "manual"
    khumue("init", root)
    khumue("draw", "-q", root)
    begin(root)
    return root


@pytest.fixture
def repositories(laid_out: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Where such a manual is hosted, and a clone of it."""
    hosted, clone = tmp_path / "hosted.git", tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--bare", str(laid_out), str(hosted))
    git(tmp_path, "clone", "--quiet", str(hosted), str(clone))
    return hosted, clone


def reported(host: Host, clone: Path) -> str:
    """The report that a pull request's run hands over; the run sees the change as it would be merged."""
    git(clone, "checkout", "--quiet", "--detach", "origin/main")
    git(clone, "merge", "--quiet", "--no-ff", "--message", "merge", "edit")
    for left in (host.temp / "report").glob("*"):
        left.unlink()
    if (host.temp / "report").exists():
        (host.temp / "report").rmdir()
    done = sound(host.run("manual", "เขียนรายงานความเปลี่ยนแปลง", clone, NUMBER="7", GITHUB_BASE_REF="main"))
    assert "::warning" not in done.stdout
    git(clone, "checkout", "--quiet", "edit")
    host.hand_over({path.name: path.read_bytes() for path in (host.temp / "report").iterdir()})
    return (host.temp / "report" / "report.md").read_text(encoding="utf-8")


def test_a_change_is_proposed_reported_approved_merged_drawn_and_built(
    host: Host, repositories: tuple[Path, Path], tmp_path: Path
) -> None:
    hosted, clone = repositories
    git(clone, "checkout", "--quiet", "-b", "edit")
    before = "text: ลงทะเบียนรับหนังสือ\n    role: clerk"
    after = "text: ลงทะเบียนรับหนังสือ @org <b> [x](http://y.example)\n    role: group-director"
    edit(clone, PROCEDURE, before, after)
    commit(clone, "another role")

    checked = sound(host.run("manual", "ตรวจเนื้อหา", clone))
    assert "title=stale-chart::" in checked.stdout, "charts are out of date, and nothing fails for it"
    assert "::error" not in checked.stdout
    assert "ใครรับผิดชอบ" in reported(host, clone)
    assert "<script" not in (host.temp / "changes.html").read_text(encoding="utf-8")
    sound(commented(host, tmp_path))
    (comment,) = host.data()["comments"]["7"]
    assert comment["body"].startswith(f"{MARK}\n## ")
    assert "ใครรับผิดชอบ" in comment["body"]
    assert "https://github.example/office/manual/actions/runs/1#artifacts" in comment["body"]

    khumue("approve", "receive-letters", "--by", "group-director", "--date", "2569-05-21", clone)
    commit(clone, "approved")
    reported(host, clone)
    sound(commented(host, tmp_path))
    (again,) = host.data()["comments"]["7"]
    assert again["id"] == comment["id"]
    assert again["body"] != comment["body"]

    git(clone, "checkout", "--quiet", "main")
    git(clone, "merge", "--quiet", "--no-ff", "--message", "merge", "edit")
    git(clone, "push", "--quiet", "origin", "main")
    sound(host.run("charts", "วาดผังงาน", clone))
    sound(host.run("charts", "เก็บผังงาน", clone, **TOKEN))
    assert "flowcharts/" in git(hosted, "show", "--name-only", "--format=", "main")
    assert git(clone, "status", "--porcelain") == ""
    assert "stale-chart" not in khumue("check", clone)
    sound(host.run("manual", "สร้างเว็บไซต์", clone))
    page = (clone / "site/administration/receive-letters/index.html").read_text(encoding="utf-8")
    assert "http://y.example" in page

    edit(clone, PROCEDURE, "text: ลงทะเบียนรับหนังสือ", "text: รับลงทะเบียนหนังสือ")
    sound(host.run("reminders", "เขียนเรื่องที่ต้องดูแล", clone, EDITIONS=""))
    remind(host)
    (issue,) = host.data()["issues"]
    assert "receive-letters" in issue["body"] or "งานรับหนังสือราชการ" in issue["body"]


def remind(host: Host) -> None:
    sound(host.run("reminders", "แจ้งเป็นเรื่องของเจ้าของแต่ละคน", host.folder, **TOKEN))


def test_the_mistakes_of_a_change_are_in_its_report(
    host: Host, repositories: tuple[Path, Path], tmp_path: Path
) -> None:
    _, clone = repositories
    git(clone, "checkout", "--quiet", "-b", "edit")
    edit(clone, PROCEDURE, "role: group-director", "role: group-directr")
    commit(clone, "broken")
    checked = host.run("manual", "ตรวจเนื้อหา", clone)
    assert (checked.returncode, f"::error file={PROCEDURE}" in checked.stdout) == (1, True)
    reported(host, clone)
    sound(commented(host, tmp_path))
    (comment,) = host.data()["comments"]["7"]
    assert "group-directr" in comment["body"]


def test_a_report_that_cannot_be_made_fails_nothing(
    host: Host, repositories: tuple[Path, Path], tmp_path: Path
) -> None:
    step = "เขียนรายงานความเปลี่ยนแปลง"
    done = sound(host.run("manual", step, repositories[1], NUMBER="7", GITHUB_BASE_REF="$(touch x)"))
    assert "::warning title=ไม่มีรายงานความเปลี่ยนแปลง::" in done.stdout
    host.hand_over({path.name: path.read_bytes() for path in (host.temp / "report").iterdir()})
    sound(commented(host, tmp_path))
    assert host.data()["comments"] == {}
    assert not (repositories[1] / "x").exists()


def test_whatever_a_report_says_is_shown(host: Host, tmp_path: Path) -> None:
    paths = (text.replace("\0", "")[:200] for text in (*WRITTEN, *HOSTILE.values(), "WWW.x.example"))
    files = tuple(FileChange(path, Sort.ADDED) for path in paths)
    edition = EditionName("a", "[b]", "`c`")
    states = (State("folder", "@a"), State("folder", "b"))
    written = markdown_report(ChangeReport(*states, "<b>", ManualChanges(edition, edition), files=files))
    host.hand_over({"number": b"7\n", "report.md": written.encode()})
    sound(commented(host, tmp_path))
    assert written in host.data()["comments"]["7"][0]["body"]


HOSTILE = {
    "somebody called": "ดู @org",
    "somebody called behind an entity": "ดู &#64;org",
    "a link": "[ดู](x)",
    "an address": "https://evil.example",
    "an address without a scheme": "www.evil.example",
    "an address behind an entity": "https&#58;//evil.example",
    "a tag": "<img src=x>",
    "a tag put together": "<in<ins>s onclick=x>",
    "a comment that never ends": "<!-- x",
    "an issue": "แก้ #12",
    "another entity": "&commat;org",
    "an entity in other digits": "&#x40;org",
    "a named entity that hides": "&lt;img&gt;",
    "code": "`x`",
    "something behind a character that ends texts": "x\0 @org",
    "too long": "ก" * 61_001,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_khumue_does_not_write_is_not_shown(host: Host, tmp_path: Path, text: str) -> None:
    host.hand_over({"number": b"7\n", "report.md": f"{REPORT}{text}\n".encode()})
    assert commented(host, tmp_path).returncode == 1
    assert host.data()["comments"] == {}


@pytest.mark.parametrize(
    "number", ["", "7; touch x", "$(touch x)", "7/../8", "-7", "07", "8\n7", "7" * 30, "7\x00"]
)
def test_a_number_is_a_number(host: Host, tmp_path: Path, number: str) -> None:
    host.hand_over({"number": number.encode(), "report.md": REPORT.encode()})
    assert commented(host, tmp_path).returncode == 1
    assert host.data()["comments"] == {}
    assert not list(tmp_path.rglob("x"))


def test_the_report_of_another_pull_request_or_of_an_older_state_is_not_shown(
    host: Host, tmp_path: Path
) -> None:
    host.keep(pulls={"pulls/7": {"head": {"sha": HEAD[::-1]}}})
    host.hand_over({"number": b"7\n", "report.md": REPORT.encode()})
    sound(commented(host, tmp_path))
    assert host.data()["comments"] == {}


def test_an_artefact_is_bounded_and_nothing_of_it_unpacked(host: Host, tmp_path: Path) -> None:
    host.hand_over({"number": b"7\n", "report.md": REPORT.encode()}, size=300_001)
    assert commented(host, tmp_path).returncode == 1
    host.hand_over({"number": b"7\n", "report.md": b"a" * 50_000_000, "../out": b"x", "out": b"x"})
    assert commented(host, tmp_path).returncode == 1
    assert host.data()["comments"] == {}
    assert not list(tmp_path.rglob("out"))
    assert max(path.stat().st_size for path in tmp_path.rglob("report.md")) == 300_000


def test_a_run_without_a_report_is_no_mistake(host: Host, tmp_path: Path) -> None:
    sound(commented(host, tmp_path))
    assert host.data()["comments"] == {}


def test_a_comment_that_somebody_else_wrote_stays(host: Host, tmp_path: Path) -> None:
    theirs = {"id": 9, "user": {"login": "somebody"}, "body": f"{MARK}\nx"}
    host.keep(comments={"7": [theirs]})
    host.hand_over({"number": b"7\n", "report.md": REPORT.encode()})
    sound(commented(host, tmp_path))
    sound(commented(host, tmp_path))
    first, ours = host.data()["comments"]["7"]
    assert first == theirs
    assert ours["body"].startswith(f"{MARK}\n{REPORT}")


@pytest.fixture
def drawn(repositories: tuple[Path, Path]) -> tuple[Path, Path]:
    """Charts that were drawn again, in a clone of a repository whose rules let nobody push to main."""
    hosted, clone = repositories
    hook = hosted / "hooks/update"
    hook.write_text('#!/bin/sh\n[ "$1" != refs/heads/main ]\n', encoding="utf-8")
    hook.chmod(0o755)
    chart = next((clone / "flowcharts").rglob("*.svg"))
    chart.write_text("<svg/>", encoding="utf-8")
    return hosted, clone


def test_charts_are_proposed_where_main_takes_no_push(host: Host, drawn: tuple[Path, Path]) -> None:
    hosted, clone = drawn
    main_before = git(hosted, "rev-parse", "main")
    for text in ("<svg/>", "<svg>again</svg>"):
        git(clone, "reset", "--quiet", "--hard", "origin/main")
        next((clone / "flowcharts").rglob("*.svg")).write_text(text, encoding="utf-8")
        sound(host.run("charts", "เก็บผังงาน", clone, **TOKEN))
    assert host.data()["proposed"] == [{"head": "khumue/charts", "base": "main"}]
    assert git(hosted, "rev-parse", "main") == main_before
    assert git(hosted, "rev-parse", "khumue/charts^") == main_before
    assert "again" in git(hosted, "show", "khumue/charts")


def test_charts_that_may_not_be_proposed_are_told(host: Host, drawn: tuple[Path, Path]) -> None:
    host.keep(may_propose=False)
    assert "::warning::" in sound(host.run("charts", "เก็บผังงาน", drawn[1], **TOKEN)).stdout


def test_charts_of_an_older_state_are_left_to_the_newer(
    host: Host, repositories: tuple[Path, Path], tmp_path: Path
) -> None:
    hosted, clone = repositories
    other = tmp_path / "other"
    git(tmp_path, "clone", "--quiet", str(hosted), str(other))
    (other / "README.md").write_text("x", encoding="utf-8")
    commit(other, "newer")
    git(other, "push", "--quiet", "origin", "main")
    newer = git(hosted, "rev-parse", "main")
    next((clone / "flowcharts").rglob("*.svg")).write_text("<svg/>", encoding="utf-8")
    sound(host.run("charts", "เก็บผังงาน", clone, **TOKEN))
    assert git(hosted, "for-each-ref", "--format=%(objectname)") == newer
    assert host.data()["proposed"] == []


def test_charts_that_fit_make_no_commit(host: Host, repositories: tuple[Path, Path]) -> None:
    hosted, clone = repositories
    before = git(hosted, "rev-parse", "main")
    sound(host.run("charts", "เก็บผังงาน", clone, **TOKEN))
    assert git(hosted, "rev-parse", "main") == before


GITLAB = ROOT / "generator/scaffold/templates/init-gitlab/dot_gitlab-ci.yml"


def test_gitlab_reports_a_change_and_draws_its_charts_after_the_merge(
    host: Host, repositories: tuple[Path, Path]
) -> None:
    hosted, clone = repositories
    git(clone, "checkout", "--quiet", "-b", "edit")
    edit(clone, PROCEDURE, "text: ลงทะเบียนรับหนังสือ", "text: รับลงทะเบียนหนังสือ")
    commit(clone, "other words")
    sound(host.run_job(GITLAB, "check", clone))
    found = json.loads((clone / "code-quality.json").read_text(encoding="utf-8"))
    assert {each["check_name"] for each in found} == {"stale-chart"}
    told = sound(host.run_job(GITLAB, "changes", clone, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main")).stdout
    assert "ปรับถ้อยคำเท่านั้น" in told
    assert "รับลงทะเบียน" in (clone / "changes.html").read_text(encoding="utf-8")
    for made in ("code-quality.json", "changes.html"):
        (clone / made).unlink()

    git(clone, "checkout", "--quiet", "main")
    git(clone, "merge", "--quiet", "--no-ff", "--message", "merge", "edit")
    git(clone, "push", "--quiet", "origin", "main")
    git(hosted, "config", "receive.advertisePushOptions", "true")
    project = {
        "CI_SERVER_HOST": "gitlab.example",
        "CI_PROJECT_PATH": "office/manual",
        "CI_DEFAULT_BRANCH": "main",
        "KHUMUE_PUSH_TOKEN": "x",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{hosted}.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://khumue:x@gitlab.example/office/manual.git",
    }
    merged = git(hosted, "rev-parse", "main")
    hook = hosted / "hooks/update"
    hook.write_text('#!/bin/sh\n[ "$1" != refs/heads/main ]\n', encoding="utf-8")
    hook.chmod(0o755)
    sound(host.run_job(GITLAB, "charts", clone, **project))
    assert git(hosted, "rev-parse", "main", "khumue/charts^").split() == [merged.strip()] * 2
    hook.unlink()
    git(clone, "reset", "--quiet", "--hard", "origin/main")
    sound(host.run_job(GITLAB, "charts", clone, **project))
    assert git(hosted, "rev-parse", "main^") == merged
    assert "stale-chart" not in khumue("check", clone)


def reminders(edition: str, **owners: str) -> str:
    listed = [{"role": role, "title": f"ชื่อ {role}", "markdown": text} for role, text in owners.items()]
    return json.dumps({"edition": edition, "office": "สพป.", "owners": listed}, ensure_ascii=False)


def test_an_owner_has_one_issue_as_long_as_there_is_something_to_look_after(host: Host) -> None:
    folder = host.temp / "reminders"
    folder.mkdir()
    person = {
        "id": 9,
        "number": 9,
        "user": {"login": "somebody"},
        "state": "open",
        "body": None,
        "title": "x",
    }
    proposal = {**person, "id": 8, "number": 8, "user": {"login": "github-actions[bot]"}, "pull_request": {}}
    host.keep(issues=[person, proposal])
    hostile = '- "$(touch x)" `y`\n- \\n <b>'
    (folder / "a.json").write_text(reminders("a", clerk=hostile, group="- ข"), encoding="utf-8")
    (folder / "b.json").write_text(reminders("b", clerk="- ค" * 40_000), encoding="utf-8")
    remind(host)
    first, second, third = host.data()["issues"][2:]
    assert first["title"] == "เรื่องที่ต้องดูแล: ชื่อ clerk (สพป.)"
    assert first["body"] == f"<!-- khumue-reminders a clerk -->\n\n{hostile}"
    assert len(third["body"]) == 60_000
    (folder / "a.json").write_text(reminders("a", group="- ง"), encoding="utf-8")
    remind(host)
    after = host.data()["issues"]
    assert after[:2] == [person, proposal]
    assert [(each["number"], each["state"]) for each in after[2:]] == [
        (first["number"], "closed"),
        (second["number"], "open"),
        (third["number"], "open"),
    ]
    assert after[3]["body"].endswith("- ง")
    assert not list(host.folder.rglob("x"))


def test_editions_whose_owners_are_told_can_be_chosen(host: Host, tmp_path: Path) -> None:
    root = tmp_path / "manual"
    khumue("init", root)
    khumue("new", "edition", "nan-1", "--office", "สพป.น่าน เขต 1", root)
    sound(host.run("reminders", "เขียนเรื่องที่ต้องดูแล", root, EDITIONS="office nan-1"))
    files = sorted((host.temp / "reminders").iterdir())
    assert [json.loads(each.read_text(encoding="utf-8"))["edition"] for each in files] == ["nan-1", "office"]


def test_our_own_workflows_are_those_of_every_new_manual() -> None:
    for file in ("comment", "charts", "reminders"):
        ours, theirs = (
            re.sub(r"      - name: ติดตั้งเครื่องมือ.*?(?=      - name: )", "", text, flags=re.DOTALL)
            for folder in (ROOT / ".github/workflows", WORKFLOWS)
            for text in [(folder / f"{file}.yml").read_text(encoding="utf-8")]
        )
        assert ours == theirs
