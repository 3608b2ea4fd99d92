"""What is done to a change, by people and by the steps of the workflows: shared by the tests of these."""

from pathlib import Path
from subprocess import CompletedProcess

from click.testing import CliRunner

from generator.cli import main
from tests.repository.repository import ROOT
from tests.support.hosting import Host

WORKFLOWS = ROOT / "generator/scaffold/templates/init/dot_github/workflows"
PROCEDURE = "procedures/administration/receive-letters.yml"
HEAD = "0123456789abcdef0123456789abcdef01234567"
TOKEN = {"GH_TOKEN": "x"}
MARK = "<!-- khumue-report -->"
REPORT = "## ความเปลี่ยนแปลง\n\n- ✏️ **1.1** ตรวจ &#64;<!-- -->org: <del>เดิม</del><ins>ใหม่</ins>\n"


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


def remind(host: Host) -> None:
    sound(host.run("reminders", "แจ้งเป็นเรื่องของเจ้าของแต่ละคน", host.folder, **TOKEN))
