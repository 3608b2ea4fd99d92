"""Trees with places: every node knows where it stands, and the quick way reads the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.project.documents import index_in_source
from generator.yamltext.composer import MappingNode, ScalarNode, SequenceNode, YamlNode, compose, to_data
from generator.yamltext.quick import quick_data
from generator.yamltext.source import SourceText
from tests.support.auditing import examples

ALPHABET = "กข้ำ ab:-#'\"\\\n[]{}&*!|>%,?~\t"


def tree(text: str) -> YamlNode:
    root = compose(SourceText("file.yml", text), text).root
    assert root is not None
    return root


def place_of(text: str, node: YamlNode) -> str:
    """A node's first character, as line:column."""
    return str(SourceText("f", text).place(node.start).location).removeprefix("f:")


def test_every_node_knows_its_place() -> None:
    text = "ชื่อ: งาน\nขั้นตอน:\n  - ทำ: ก\n  - [ข, ค]\n"
    root = tree(text)
    assert isinstance(root, MappingNode)
    key, value = root.entries["ชื่อ"]
    assert (place_of(text, key), place_of(text, value)) == ("1:1", "1:7")
    _, steps = root.entries["ขั้นตอน"]
    assert isinstance(steps, SequenceNode)
    assert [place_of(text, item) for item in steps.items] == ["3:5", "4:5"]


def test_columns_count_code_points_of_thai_and_of_signs_beyond_the_basic_plane() -> None:
    text = "- ที่ปรึกษา\n- 😀😀: น้ำ\n"
    root = tree(text)
    assert isinstance(root, SequenceNode)
    inner = root.items[1]
    assert isinstance(inner, MappingNode)
    _, value = inner.entries["😀😀"]
    assert place_of(text, value) == "2:7"


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        pytest.param("ก ข ค", 4, "1:5", id="plain"),
        pytest.param("- ก\n  ข  ค", 4, "2:6", id="plain folded over lines"),
        pytest.param("'ก''ข ค'", 2, "1:5", id="a doubled single quote"),
        pytest.param('"ก\\"ข\\u0e04 ง"', 3, "1:6", id="an escaped letter"),
        pytest.param('"ก\\"ข\\u0e04 ง"', 5, "1:13", id="after an escaped letter"),
        pytest.param("|\n  ก\n    ข\n  ค", 4, "3:5", id="literal block"),
        pytest.param(">-\n  ก\n  ข\n\n  ค", 4, "5:3", id="folded block"),
        pytest.param("ก", 9, "1:2", id="beyond the end"),
    ],
)
def test_a_character_of_a_value_is_found_in_the_file(text: str, offset: int, expected: str) -> None:
    root = tree(text)
    scalar = root.items[0] if isinstance(root, SequenceNode) else root
    assert isinstance(scalar, ScalarNode)
    index = index_in_source(text, scalar, offset)
    assert str(SourceText("f", text).place(index).location) == f"f:{expected}"


def test_a_failure_keeps_what_came_before() -> None:
    composition = compose(SourceText("f", "a: 'x"), "a: 'x")
    assert composition.failure is not None
    assert isinstance(composition.root, MappingNode)


@given(st.text(alphabet=ALPHABET, max_size=60))
@settings(max_examples=examples(500), deadline=None)
def test_the_quick_way_reads_what_the_full_way_reads(text: str) -> None:
    quick = quick_data(text)
    composition = compose(SourceText("f", text), text)
    if quick is not None:
        assert composition.failure is None
        assert composition.problems == []
        assert composition.folded == []
        assert composition.root is not None
        assert to_data(composition.root) == quick


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2\n",
        "a: &x 1\n",
        "a: *x\n",
        "a: !t 1\n",
        "[a]: b\n",
        "- a\n",
        "a\n",
        "",
        "a: b\n---\nc: d\n",
        "a: b: c\n",
        "a: b\n  - c\n",
        "a: " + "[" * 41 + "]" * 41,
    ],
)
def test_the_quick_way_leaves_everything_unusual_to_the_full_way(text: str) -> None:
    assert quick_data(text) is None


def test_the_quick_way_reads_scalars_as_text() -> None:
    text = "a: no\nb: 1:30\nc: 2566-01-02\nd: [1.10, null]\ne:\n"
    assert quick_data(text) == {"a": "no", "b": "1:30", "c": "2566-01-02", "d": ["1.10", "null"], "e": ""}
