"""What a script is made of: words, numbers, signs, and what is never touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.search.javascript import tokens_of


def texts(script: str, kind: str) -> list[str]:
    return [text for each, text in tokens_of(script) if each == kind]


@pytest.mark.parametrize(
    ("script", "strings"),
    [
        ("a = 'it\\'s' + \"/* no */\";", ["'it\\'s'", '"/* no */"']),
        ('a = /[/"]+/gu.test(b) ? c / d / e : 1 / 2;', ['/[/"]+/gu']),
        ("(a) => /x/.test(a) && /y/.test(a); /* 'z' */", ["/x/", "/y/"]),
        ("a = (b) / c; d = e[0] / f;", []),
        ("`one ${two} three`;", ["`one ${", "} three`"]),
        ("`${a.map((b) => `<${b}>`)} $ \\` {}`;", ["`${", "`<${", "}>`", "} $ \\` {}`"]),
        ("`${{ a: 'b' }.a}`;", ["`${", "'b'", "}`"]),
    ],
)
def test_strings_expressions_and_fixed_parts_of_templates_are_whole(script: str, strings: list[str]) -> None:
    assert texts(script, "string") == strings


def test_spaces_and_comments_are_gone() -> None:
    assert list(tokens_of("/* one\n two */ a  ++;\n")) == [("word", "a"), ("sign", "++"), ("sign", ";")]


@pytest.mark.parametrize("script", ["a = 'b", 'a = "b\n"', "a = `b", "a = `b ${c", "a = `b ${c} d"])
def test_what_is_not_closed_is_no_script(script: str) -> None:
    with pytest.raises(ValueError, match=r"closed"):
        list(tokens_of(script))


@given(
    some.lists(some.text(some.characters(exclude_categories=["Cs"], exclude_characters='"\\\n'), max_size=8))
)
def test_any_strings_stay_as_they_are(contents: list[str]) -> None:
    strings = [f'"{content}"' for content in contents]
    assert texts(f"say({', '.join(strings)});", "string") == strings
