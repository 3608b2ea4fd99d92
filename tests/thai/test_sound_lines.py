"""Lines that are known to be sound are not looked at again, and nothing is found otherwise for that."""

from hypothesis import given
from hypothesis import strategies as st

from generator.thai.repair import _looked_for, damages
from tests.support.dictionary import sentences
from tests.thai.strategies import texts

BROKEN = ("ท าสี", "ครงั้", "อนมัติ", "คมอ ผรบผดชอบ", "เขด", "รายงาน\nการ", "ผู้อำนวย\n  การ", "๑2", "คำสั่ง\n")
ENDS = ("\n", "\n\n", "\n  ", "\n- ", " ", "\n  text: ")
lines = st.one_of(texts, st.sampled_from([*BROKEN, *sentences(40, seed=11)]))
some_text = st.lists(st.tuples(st.sampled_from(ENDS), lines).map("".join), max_size=12).map("".join)


@given(some_text)
def test_what_is_known_of_lines_changes_nothing_that_is_found(text: str) -> None:
    """Lines come again among others: each text is looked at as if it were the first."""
    for _ in range(2):
        assert list(damages(text)) == list(_looked_for(text, None))


def test_what_breaks_between_two_sound_lines_is_found() -> None:
    assert not list(damages("  text: ผู้อำนวย\n"))
    assert not list(damages("  text: การเงิน\n"))
    assert [each.rule for each in damages("  text: ผู้อำนวย\n  การเงิน\n")] == ["split-word"]


def test_names_that_are_no_words_do_not_hide_what_is_broken_behind_them() -> None:
    """Looks give up on a text with very many letters without a word; lines of it are none that is known."""
    names = "\n".join(f"ซฒ{letter}ฌฏ" * 2 for letter in "กขคงจฉชซ" * 80)
    assert list(damages(f"{names}\nอนมัติ")) == list(_looked_for(f"{names}\nอนมัติ", None))
    assert list(damages("อนมัติ")) == list(_looked_for("อนมัติ", None)) != []
