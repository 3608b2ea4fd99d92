"""Shortened scripts: what they look like, and that they do the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as some
from playwright.sync_api import Page

from generator.search.javascript import tokens_of
from generator.search.short_names import Spoken
from generator.search.shortening import shortened

SPOKEN = Spoken(
    frozenset({"const", "let", "class", "constructor", "this", "new", "of", "for", "if", "else", "return", "function"}
              | {"Math", "true", "false", "continue"}),
    frozenset({"push", "length", "max", "map", "join", "title", "constructor"}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("script", "short"),
    [
        ("const first = 1;\nconst second = [first];\n", "let e=1,t=[e];"),
        ("const SIZE = 0x10, HALF = 0.5;\nconst both = [SIZE, HALF, true];", "let e=[16,.5,!0];"),
        ("const one = [2];\nconst two = one;", "let e=[2],t=e;"),
        ("const given = (thing) => { return thing.title; };", "let e=t=>{return t.title};"),
        ("const given = ({ title, thing }) => title + thing;", "let t=({title,e})=>title+e;"),
        ("function one(thing) { return thing; }\nfunction two(other) { return other; }",
         "function e(t){return t}function t(e){return e}"),
        ("if (1) { 2; } else 3 + +4 - -5;", "if(1){2}else 3+ +4- -5;"),
        ("say(`no  ${thing}  thing`, 'a  thing', /thing  a/);", None),
    ],
)  # fmt: skip
def test_how_it_looks(script: str, short: str | None) -> None:
    found = shortened(script, SPOKEN)
    if short is None:
        assert [text for kind, text in tokens_of(found) if kind == "string"] == [
            "`no  ${", "}  thing`", "'a  thing'", "/thing  a/"
        ]  # fmt: skip
    else:
        assert found == short


SCRIPT = """
/* Everything that our own scripts do. */
const LIMIT = 3, word = "word", start = { size: 2, word }, title = "title";
const twice = (size) => size * 2;
class Thing {
  constructor(size, { other = 1, title }) {
    this.size = size; this.other = other; this.title = title;
  }

  sum(more) {
    let sum = 0;
    next: for (let at = 0; at < LIMIT; at++) {
      if (at === 1) continue next;
      const { size, other } = this, own = size; const left = other - -more;
      sum += own + left;
    }
    return sum;
  }

  all() { return [this.sum(1), `${this.size} size ${[1, 2].map((size) => `<${twice(size)}>`).join("size")}`]; }
}
function made(size, ...rest) {
  const title = "own", thing = new Thing(size, { ...start, title, other: rest.length ? size : rest });
  return [thing.all(), thing.title, { size, [word]: title, title: thing.other, }];
}
for (const size of [1, 2]) if (size > 1) say(made(size, 3), start, title, /size/.test("size"), 6 / size / 1);
"""
EVERYDAY = Spoken(SPOKEN.variables | {"say"}, SPOKEN.properties | {"test"})


def test_it_does_the_same(page: Page) -> None:
    heard = (
        "(script) => { let heard; new Function('say', script)((...all) => { heard = all; }); return heard; }"
    )
    short = shortened(SCRIPT, EVERYDAY)
    plain, same = page.evaluate(heard, SCRIPT), page.evaluate(heard, short)
    # what is written out has short names for our own properties, and only for them
    assert str(same).replace("'", "").count("own") == str(plain).replace("'", "").count("own")
    assert [plain[0][:2], plain[2:]] == [same[0][:2], same[2:]]
    assert len(short) < len(SCRIPT) / 1.5


def test_shortening_again_says_the_same_twice() -> None:
    assert shortened(SCRIPT, EVERYDAY) == shortened(SCRIPT, EVERYDAY)


def test_outermost_declarations_that_take_something_apart_are_refused() -> None:
    with pytest.raises(ValueError, match="apart"):
        shortened("const { one } = two;", SPOKEN)


@given(
    some.lists(some.text(some.characters(exclude_categories=["Cs"], exclude_characters="'\\\n"), max_size=8))
)
def test_no_string_is_touched(contents: list[str]) -> None:
    strings = [f"'{content}'" for content in contents]
    found = shortened(f"const said = [{', '.join(strings)}];", SPOKEN)
    assert found == f"let e=[{','.join(strings)}];"
