"""Settings that the check lets pass can be built, whatever they say: and what they say is text."""

import json
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import Phase, event, example, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.lint.rules.site_settings import _DATA as KNOWN
from generator.site.build import build_site
from tests.site.test_published import SETTINGS
from tests.support import MINIMAL, write_project
from tests.support.auditing import examples

HOSTILE = (
    "ก",
    "",
    "</script><script>alert(1)</script>",
    "\"'><b>",
    "a & b &amp; c",
    "{{ config }}",
    "{% if %}",
    "../../../etc/passwd",
    "/etc/passwd",
    "https://a.example/x?y=1&z=2",
    "//a.example/x",
    "javascript:alert(1)",
    "https://[::1",
    "[ก](ข)",
    "material",
    "material/home",
    "a" * 300,
    "\\",
    "%s %d {0}",
    "about/foreword.md",
    "ก\nข",
)
SCALARS = st.sampled_from(HOSTILE) | st.booleans() | st.integers(-5, 99999) | st.none() | st.just(1.5)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(HOSTILE), inner, max_size=2),
    max_leaves=4,
)
SETTINGS_OF_SITES = tuple(
    key
    for key in json.loads(KNOWN.read_text(encoding="utf-8"))["kinds"]
    if key not in ("site_dir", "plugins", "hooks")
)
OF_THE_THEME = (
    "logo",
    "favicon",
    "direction",
    "language",
    "font",
    "features",
    "palette",
    "icon",
    "static_templates",
    "nothing",
)
OF_EXTRAS = (
    "social",
    "alternate",
    "analytics",
    "consent",
    "homepage",
    "generator",
    "status",
    "tags",
    "version",
    "annotate",
    "scope",
)
WAYS = st.one_of(
    st.tuples(st.sampled_from(SETTINGS_OF_SITES)),
    st.tuples(st.just("theme"), st.sampled_from(OF_THE_THEME)),
    st.tuples(st.just("extra"), st.sampled_from(OF_EXTRAS)),
    st.tuples(st.just("validation"), st.sampled_from(("nav", "links", "not_found"))),
)
CHANGES = st.lists(st.tuples(WAYS, VALUES), min_size=1, max_size=3)


def _with_settings(changes: Sequence[tuple[tuple[str, ...], object]]) -> str:
    """Settings of which some are otherwise."""
    said: dict[str, object] = yaml.safe_load(dedent(SETTINGS))
    for way, value in changes:
        inner = said
        for key in way[:-1]:
            below = inner.setdefault(key, {})
            inner = below if isinstance(below, dict) else {}
        inner[way[-1]] = value
    return yaml.safe_dump(said, allow_unicode=True, sort_keys=False)


PLUGINS: tuple[object, ...] = (
    *map(list, permutations(("search", "thai_search", "procedures"))),
    *map(list, permutations(("search", "procedures"))),
    ["procedures", {"search": {"separator": " "}}],
    [{"procedures": {"edit_page": False}}, "search"],
    ["procedures"],
    {"search": {}, "procedures": None},
    None,
    [],
    "procedures",
)
"""Plugins in all orders, and settings of them that are odd."""


@pytest.mark.parametrize("plugins", PLUGINS, ids=str)
def test_plugins_that_the_check_lets_pass_can_be_built(plugins: object, tmp_path: Path) -> None:
    root = write_project(tmp_path / "project", {**MINIMAL, "docs/about/foreword.md": "# คำนำ\n"})
    (root / "mkdocs.yml").write_text(_with_settings([(("plugins",), plugins)]), encoding="utf-8")
    checked = CliRunner().invoke(main, ["check", str(root)])
    assert checked.exit_code in (0, 1), checked.output
    assert (checked.exit_code == 0) is ("procedures" in str(plugins) and plugins != "procedures")
    assert checked.exit_code == 1 or build_site(root, tmp_path / "site", jobs=1) > 0


@settings(max_examples=examples(400, 24), phases=[each for each in Phase if each is not Phase.shrink])
@given(CHANGES)
@example(
    [
        (("site_name",), HOSTILE[2]),
        (("copyright",), HOSTILE[3]),
        (("extra", "social"), [{"link": HOSTILE[4]}]),
    ]
)
def test_settings_that_the_check_lets_pass_can_be_built(
    changes: list[tuple[tuple[str, ...], object]],
) -> None:
    with TemporaryDirectory() as folder:
        root = write_project(Path(folder) / "project", {**MINIMAL, "docs/about/foreword.md": "# คำนำ\n"})
        (root / "mkdocs.yml").write_text(_with_settings(changes), encoding="utf-8")
        is_clean = CliRunner().invoke(main, ["check", str(root)]).exit_code == 0
        event("clean" if is_clean else "refused")
        if is_clean:
            site = Path(folder) / "site"
            assert build_site(root, site, jobs=1) > 0
            page = (site / "index.html").read_text(encoding="utf-8")
            assert "<script>alert(1)</script>" not in page
            assert "<b>" not in page
