"""Styles and scripts in fewer bytes mean what they meant."""

import sys
from importlib.util import find_spec
from multiprocessing import get_context

import pytest

from generator.minifying import minified_script, minified_styles

pytestmark = pytest.mark.skipif(
    find_spec("minify") is None, reason="there is no such library for this machine"
)


@pytest.mark.parametrize(
    "reader",
    [
        "told({ of: first.second })",
        "told(`${first.second}`)",
        "told(() => first)",
        "told([first])",
        "await told({ ...first })",
        "new Told({ first })",
    ],
)
@pytest.mark.parametrize("record", ["[one, two]", "{ one, two }"])
def test_what_takes_a_record_apart_comes_after_what_it_needs(record: str, reader: str) -> None:
    doing = f"const first = begun(); const {record} = {reader}; return [first, one, two, one];"
    script = f"export async function act() {{ {doing} }}"
    short = minified_script(script)
    assert len(short) < len(script)
    assert short.index("begun(") < short.lower().index("told(")


def _shorter_in_a_copy(text: str) -> str:
    try:
        return minified_styles(text)
    except RuntimeError:
        return "refused"


@pytest.mark.skipif(sys.platform != "linux", reason="no process is split off elsewhere")
def test_a_copy_of_a_process_knows_what_was_made_shorter_and_never_waits_for_more() -> None:
    known = minified_styles("p { color : red }")
    with get_context("fork").Pool(1) as copies:
        said = copies.map_async(_shorter_in_a_copy, ["p { color : red }", "p { color : blue }"]).get(30)
    assert said == [known, "refused"]
