"""What the page of the desk is made of: light, in words of its own file, each of them used."""

import gzip
import json
import re
from pathlib import Path

from generator.desk.repositories import KINDS
from tests.support.desks import Desk

APP = Path(__file__).parents[2] / "generator" / "desk" / "app"
MOST_BYTES = 125_000
"""As browsers fetch it from the server, without letters; the styles of charts with it."""
WORDS = ("words.json", "hosts/words.json")
READ_THAI = ("pasting.js", "seeking.js", "outcomes.js", "plainly.js")
"""What reads Thai, and so must name letters of it."""
_SAID = re.compile(r"""say\((?:[^()"`]*[?:] *)*["`]([a-z$][^"`]*)["`](?: : "([a-z-]+)")?""")
_EXPORTED = re.compile(r"^export (?:async )?(?:function\*?|class|const|let) (\w+)", re.MULTILINE)
_IMPORTED = re.compile(r'(?:import|export) \{([^}]*)\} from "(\.[^"]+)"')
_METHOD = re.compile(r"^  (?:async |get |set |static |\*)*(\w+)\(.*\) \{$", re.MULTILINE)
_BY_LANGUAGE = {"constructor"}
_SENT = (".js", ".css", ".json", ".html", ".svg")


def scripts() -> str:
    """All scripts of ours."""
    return "\n".join(
        each.read_text(encoding="utf-8") for each in APP.rglob("*.js") if "vendor" not in each.parts
    )


def test_the_page_is_light(desk: Desk) -> None:
    asked = reached(APP / "start.js", set())
    files = [
        each
        for each in (each.relative_to(APP) for each in APP.rglob("*"))
        if each.suffix in _SENT and ("hosts" not in each.parts or each.as_posix() in asked)
    ]
    paths = ["charts.css", *(each.as_posix() for each in files)]
    sent = [desk.raw("GET", f"/desk/{path}", headers={"Cookie": desk.cookie}) for path in paths]
    assert {each.status for each in sent} == {200}
    assert sum(len(gzip.compress(each.content, mtime=0)) for each in sent) <= MOST_BYTES


def test_everything_said_has_words_and_every_word_is_said() -> None:
    words = {
        name: word
        for file in WORDS
        for name, word in json.loads((APP / file).read_text(encoding="utf-8")).items()
    }
    written = scripts()
    said = {name for match in _SAID.finditer(written) for name in match.groups() if name}
    fixed = {name for name in said if "${" not in name}
    assert fixed <= words.keys()
    patterns = [re.sub(r"\\\$\\\{[^}]*\\\}", ".+", re.escape(name)) for name in said - fixed]
    unsaid = [
        word
        for word in words
        if word not in fixed
        and f'"{word}"' not in written
        and not any(re.fullmatch(pattern, word) for pattern in patterns)
    ]
    assert unsaid == []


def test_no_thai_stands_in_the_code() -> None:
    for each in APP.rglob("*.js"):
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", each.read_text(encoding="utf-8"), flags=re.DOTALL)
        is_ours = "vendor" not in each.parts and not each.name.startswith("source-")
        if is_ours and each.name not in READ_THAI:
            assert not re.search("[ก-๛]", code), each.name


def test_all_scripts_are_asked_for_at_once() -> None:
    page = (APP / "index.html").read_text(encoding="utf-8")
    preloaded = set(re.findall(r'<link rel="modulepreload" href="([^"]+)">', page))
    assert preloaded == reached(APP / "start.js", set()) - {"start.js"}


def test_no_script_lies_there_unasked() -> None:
    asked = reached(APP / "start.js", set()) | reached(APP / "hosts" / "start.js", set())
    for each in (APP / "hosts" / f"{kind}.js" for kind in KINDS):  # each is asked for by the name of its kind
        asked = reached(each, asked) if each.is_file() else asked
    assert asked == {each.relative_to(APP).as_posix() for each in APP.rglob("*.js")}


def test_nothing_is_there_that_nobody_asks_for() -> None:
    written = {
        each.resolve(): each.read_text(encoding="utf-8")
        for each in APP.rglob("*.js")
        if "vendor" not in each.parts
    }
    asked = {
        ((script.parent / module).resolve(), name.split(" as ")[0].strip())
        for script, text in written.items()
        for names, module in _IMPORTED.findall(text)
        for name in names.split(",")
    }
    by_name = {(APP / "hosts" / f"{kind}.js").resolve() for kind in KINDS}  # see hosts/places.js
    offered = {(script, name) for script, text in written.items() for name in _EXPORTED.findall(text)}
    assert {each for each in offered - asked if each[0] not in by_name} == set()
    everything = "\n".join(written.values())
    methods = {name for text in written.values() for name in _METHOD.findall(text)} - _BY_LANGUAGE
    assert [name for name in sorted(methods) if len(re.findall(rf"\b{name}\b", everything)) < 2] == []


def reached(script: Path, found: set[str]) -> set[str]:
    """The scripts that one brings along, with itself."""
    name = script.resolve().relative_to(APP).as_posix()
    if name not in found:
        found.add(name)
        for each in re.findall(r'(?:from|import) "(\.[^"]+)"', script.read_text(encoding="utf-8")):
            reached((script.parent / each).resolve(), found)
    return found
