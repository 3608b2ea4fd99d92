"""Which words the manual says mean the same."""

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.assembly import load_manual
from generator.search.names import names_of


def test_terms_and_roles_give_groups_of_names(project: Callable[[Mapping[str, str | None]], Path]) -> None:
    root = project(
        {
            "procedures/catalogue/terms.yml": "act:\n  term: พระราชบัญญัติ\n  short: พ.ร.บ.\n  synonyms: [พรบ, พ.ร.บ.]\n"
            "alone:\n  term: คำเดียว\n  meaning: ไม่มีคำอื่น\n",
        }
    )
    manual, _ = load_manual(root)
    assert manual is not None
    groups = names_of(manual)
    assert ["พระราชบัญญัติ", "พ.ร.บ.", "พรบ"] in groups
    assert all(len(group) > 1 for group in groups)
    for role in manual.roles.values():
        assert ([role.title, role.short] in groups) == (role.short is not None)
