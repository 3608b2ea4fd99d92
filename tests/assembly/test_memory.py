"""A project that is read again and again tells the same as one that is read afresh, whatever was edited between."""

from pathlib import Path
from random import Random

import pytest

from generator.assembly import Memory, read_editions
from generator.storage import drafted
from tests.support.auditing import IN_FULL
from tests.support.projects import write_project

ROOT = Path(__file__).parents[2]
SLIPS = (
    ("go: ", "go: x"),
    ("role: ", "role: x"),
    ("  - text: ", "  - text: 1. "),
    ("id: ", "id: a"),
    ("outcomes:", "outcome:"),
    ("title: ", "title: **ก** "),
    ("- label: ", "- label: ก"),
    ("steps:", "steps: []\nx:"),
    ("\n", "\n\n"),
)


def texts(root: Path) -> dict[str, str]:
    """The files of a manual."""
    found = [each for place in ("procedures", "docs") for each in (root / place).rglob("*.*")]
    return {
        each.relative_to(root).as_posix(): each.read_text(encoding="utf-8")
        for each in found
        if each.suffix in (".yml", ".md")
    }


def test_only_what_was_edited_is_read_and_placed_anew(tmp_path: Path) -> None:
    files = texts(ROOT)
    root = write_project(tmp_path / "p", {**files, "mkdocs.yml": (ROOT / "mkdocs.yml").read_text("utf-8")})
    memory, path = Memory(), next(each for each in files if each.endswith("/expenditure-analysis.yml"))
    before = read_editions(root, memory=memory)
    manuals = {edition: before.manual(edition) for edition in before.ids}
    with drafted(root, {path: files[path].replace("text: ", "text: ก", 1).encode()}):
        after = read_editions(root, memory=memory)
        known = {id(each) for each in before.documents}
        assert [each.source.file for each in after.documents if id(each) not in known] == [path]
        for edition in after.ids:
            one, other = manuals[edition], after.manual(edition)
            assert one is not None
            assert other is not None
            kept = {id(each) for each in one.procedures()}
            again = [each for each in other.procedures() if id(each) not in kept]
            of_editions = {
                each.path for each in again if each.changes or each.is_own or "${" in files[each.path]
            }
            assert {each.path for each in again} <= {path, *of_editions}


@pytest.mark.parametrize("seed", range(6 if IN_FULL else 1))
def test_what_is_kept_changes_nothing_that_is_told(tmp_path: Path, seed: int) -> None:
    files = texts(ROOT)
    root = write_project(tmp_path / "p", {**files, "mkdocs.yml": (ROOT / "mkdocs.yml").read_text("utf-8")})
    random, memory, drafts = Random(seed), Memory(), dict[str, bytes | None]()  # noqa: S311 - not for secrets
    for _ in range(5):
        path = random.choice([each for each in sorted(files) if each.endswith(".yml")])
        old, new = random.choice(SLIPS)
        at = random.randrange(3)
        parts = files[path].split(old)
        text = old.join(parts[: at + 1]) + (new + old.join(parts[at + 1 :]) if len(parts) > at + 1 else "")
        drafts = {path: text.encode()} if random.random() < 0.5 else {**drafts, path: text.encode()}
        with drafted(root, drafts):
            again, afresh = read_editions(root, memory=memory), read_editions(root)
            assert again.ids == afresh.ids
            assert again.problems == afresh.problems
            assert [str(each) for each in again.problems] == [str(each) for each in afresh.problems]
            for edition in again.ids:
                assert again.manual(edition) == afresh.manual(edition)
