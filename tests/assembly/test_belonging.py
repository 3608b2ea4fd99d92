"""A role brings what it is part of into its edition, also when nothing else names that."""

from pathlib import Path

from generator.assembly import load_manual
from tests.support.showcase import SHOWCASE


def test_what_a_role_is_part_of_is_in_the_edition(tmp_path: Path) -> None:
    for file in (path for path in SHOWCASE.rglob("*") if path.is_file()):
        copy = tmp_path / file.relative_to(SHOWCASE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    roles = tmp_path / "procedures/catalogue/roles.yml"
    text = roles.read_text(encoding="utf-8").replace(
        "kind: committee\n", "kind: committee\n  part_of: province\n"
    )
    text += "province:\n  title: จังหวัด\n  kind: unit\n  part_of: country\ncountry:\n  title: ประเทศ\n  kind: unit\n"
    roles.write_text(text, encoding="utf-8")
    manual, problems = load_manual(tmp_path)
    assert manual is not None
    assert {"province", "country"} <= set(manual.roles)
    assert not [
        problem for problem in problems if problem.rule == "unused-entry" and "country" in problem.message
    ]
