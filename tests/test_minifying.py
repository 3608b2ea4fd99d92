"""Styles and scripts in fewer bytes mean what they meant."""

from importlib.util import find_spec

import pytest

from generator.minifying import minified_script

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
