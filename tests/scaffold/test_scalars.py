"""Any text becomes YAML that is read back as exactly that text, by this program and by others."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.scaffold.scalars import yaml_scalar
from generator.yamltext.composer import compose, to_data
from generator.yamltext.source import SourceText

TRICKY = st.text(
    st.sampled_from("ก่ำ\"'\\:#-?{}[]|>&*!%@`~ \n\t,=$0n\u200b\ufeff\x00\x85\u2028😀"), max_size=12
)


@pytest.mark.parametrize(
    ("text", "scalar"),
    [
        ("สพป.น่าน เขต 1", "สพป.น่าน เขต 1"),
        ("2570", "2570"),
        ("e-filing", "e-filing"),
        ("ด่วน: ที่สุด", '"ด่วน: ที่สุด"'),
        ("ข้อ #1", '"ข้อ #1"'),
        ('ระบบ "กลาง"', "'ระบบ \"กลาง\"'"),
        ("it's", '"it\'s"'),
        ("D:\\งาน", "'D:\\งาน'"),
        ("- ก", '"- ก"'),
        ("", '""'),
        ("ก\nข", '"ก\\nข"'),
        ("ก\u200bข", '"ก\\u200Bข"'),
        ("😀", '"😀"'),
    ],
)
def test_a_text_is_written_as_plainly_as_it_can_be(text: str, scalar: str) -> None:
    assert yaml_scalar(text) == scalar


@given(st.one_of(TRICKY, st.text(st.characters(exclude_categories=["Cs"]))))
def test_any_text_is_read_back(text: str) -> None:
    line = f"key: {yaml_scalar(text)}\n"
    assert line.count("\n") == 1
    assert yaml.load(line, Loader=yaml.BaseLoader) == {"key": text}
    composition = compose(SourceText("", line), line)
    assert (composition.problems, composition.failure) == ([], None)
    assert composition.root is not None
    assert to_data(composition.root) == {"key": text}
