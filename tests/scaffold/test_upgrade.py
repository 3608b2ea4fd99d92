"""A manual follows new releases: from every state that laid one out, without losing what anybody wrote."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.scaffold.laid_out import STATES, hash_of, is_filled_in, is_page, known_states
from scripts.record_init_states import VARIANTS, files_now, files_of
from tests.support.auditing import IN_FULL
from tests.support.repositories import git

ROOT = Path(__file__).parent.parent.parent
RECORD = json.loads(STATES.read_text(encoding="utf-8"))
IS_WHOLE = git(ROOT, "rev-parse", "--is-shallow-repository").strip() == "false"
WORKFLOW = ".github/workflows/manual.yml"
PROGRAM = "git+https://code.example/khumue@" + "a" * 40


def khumue(*arguments: str | Path) -> str:
    done = CliRunner().invoke(main, list(map(str, arguments)))
    assert done.exit_code == 0, done.output
    return done.output


def contents(root: Path) -> dict[str, str]:
    return {
        each.relative_to(root).as_posix(): each.read_text(encoding="utf-8")
        for each in root.rglob("*")
        if each.is_file()
    }


def laid_out(root: Path, host: str = "github", language: str = "th") -> Path:
    khumue("init", root, "--host", host, "--language", language)
    return root


@pytest.mark.parametrize(("host", "language"), VARIANTS)
def test_what_init_writes_is_recorded(host: str, language: str) -> None:
    last, known = len(RECORD["states"]) - 1, known_states(host, language)
    recorded = {path: each.hash for path, of in known.files.items() for each in of if each.last == last}
    now = {path: hash_of(text) for path, text in files_now(host, language).items()}
    assert recorded == now, "run: python -m scripts.record_init_states"


@pytest.mark.parametrize(("host", "language"), VARIANTS)
def test_a_manual_of_today_needs_nothing(tmp_path: Path, host: str, language: str) -> None:
    root = laid_out(tmp_path / "manual", host, language)
    before = contents(root)
    assert "ไม่ต้องทำอะไร" in khumue("upgrade", "--write", root)
    assert contents(root) == before


@pytest.mark.skipif(not IS_WHOLE, reason="the history of the repository is cut off")
@pytest.mark.parametrize(("host", "language"), VARIANTS)
def test_a_manual_of_every_earlier_state_becomes_one_of_today(
    tmp_path: Path, host: str, language: str
) -> None:
    now = files_now(host, language)
    states = [name.split()[-1] for name in RECORD["states"] if " " in name]
    assert states
    for commit in states if IN_FULL else states[:: max(len(states) - 1, 1)]:
        old = files_of(commit, host, language)
        if not old:
            continue
        root = laid_out(tmp_path / commit, host, language)
        for path in now:
            (root / path).unlink()
        for path, text in old.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text.replace("\n", "\r\n"), encoding="utf-8", newline="")
        before = contents(root)
        khumue("upgrade", root)
        assert contents(root) == before, "nothing is written unless that is asked for"
        khumue("upgrade", "--write", root)
        after = contents(root)
        assert {path: after.get(path) for path in now} == {**now}, commit
        own = before.keys() - old.keys() - now.keys()
        assert after.keys() == own | now.keys(), commit
        assert {path: after[path] for path in own} == {path: before[path] for path in own}
        assert "ไม่ต้องทำอะไร" in khumue("upgrade", root)
        khumue("check", root)


def test_what_somebody_changed_stays_and_is_shown_with_the_new_beside_it(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "manual")
    for path in files_now("github", "th"):
        file = root / path
        file.write_text(f"{file.read_text(encoding='utf-8')}# ของเรา \x1b[2J\n", encoding="utf-8")
    before = contents(root)
    told = khumue("upgrade", root)
    assert contents(root) == before
    assert "\x1b" not in told
    assert "-# ของเรา" in told
    khumue("upgrade", "--write", root)
    after = contents(root)
    assert {path: after[path] for path in before} == before
    expected = {
        f"{path}.new": text
        for path, text in files_now("github", "th").items()
        if not (is_page(path) or is_filled_in(path))
    }
    assert {path: text for path, text in after.items() if path not in before} == expected


def test_what_somebody_deleted_stays_away_and_what_is_new_comes(tmp_path: Path) -> None:
    root = laid_out(tmp_path / "manual")
    (root / WORKFLOW).unlink()
    told = khumue("upgrade", "--write", root)
    assert f"{WORKFLOW}: มีผู้ลบไว้" in told
    assert not (root / WORKFLOW).exists()


def test_the_program_is_fetched_from_where_it_is_said_to_be(tmp_path: Path) -> None:
    root = tmp_path / "manual"
    khumue("init", root, "--program", PROGRAM)
    moved = PROGRAM.replace("a" * 40, "b" * 40)
    khumue("upgrade", "--write", "--program", moved, root)
    assert f"khumue @ {moved}\n" in (root / "program.txt").read_text(encoding="utf-8")
    for bad in ("khumue", moved[:-1], f"{moved}; rm"):
        done = CliRunner().invoke(main, ["upgrade", "--write", "--program", bad, str(root)])
        assert done.exit_code == 2, done.output
