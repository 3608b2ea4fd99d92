"""What a site's theme wants to run is asked of the theme: its settings, and a project's own templates, are heard."""

from pathlib import Path

import pytest
from mkdocs.utils import get_theme_dir

from generator.site.build import build_site
from generator.site.hosting import APACHE, NGINX
from generator.site.plugin import THEME
from tests.support.policies import POLICY, apache_headers

PARTIAL = "partials/javascripts/base.html"


def sent(site: Path) -> str:
    """The policy that a site tells its server."""
    return apache_headers((site / APACHE).read_text(encoding="utf-8"))("/index.html")[POLICY]


def _directives(site: Path) -> dict[str, set[str]]:
    """The same, by directive."""
    directives = (each.split() for each in sent(site).split("; "))
    return {name: set(sources) for name, *sources in directives}


def test_the_themes_script_is_its_own_but_for_where_the_site_begins() -> None:
    """Ours is the theme's with the one place changed: when the theme's changes, ours has to follow."""
    theirs, ours = (
        (folder / PARTIAL).read_text(encoding="utf-8").rpartition("-#}\n")[2]
        for folder in (Path(get_theme_dir("material")), THEME)
    )
    start = "{{ config.extra.scope | d(base_url)"
    there = theirs.replace(
        f'<script>__md_scope=new URL("{start} }}}}",',
        f'<script data-scope="{start} | e }}}}">__md_scope=new URL(document.currentScript.dataset.scope,',
    )
    assert there != theirs
    assert ours == there


@pytest.mark.parametrize(
    ("code", "directive"),
    [("<script>own()</script>", "script-src"), ("<style>p { color: red }</style>", "style-src")],
)
def test_a_projects_own_templates_may_bring_code(
    showcase: Path, showcase_site: Path, tmp_path: Path, code: str, directive: str
) -> None:
    settings = showcase / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert "  name: material\n" in text
    settings.write_text(
        text.replace("  name: material\n", "  name: material\n  custom_dir: overrides\n"), encoding="utf-8"
    )
    template = showcase / "overrides" / "partials" / "copyright.html"
    template.parent.mkdir(parents=True)
    template.write_text(code, encoding="utf-8")
    build_site(showcase, tmp_path / "site")
    before, after = (_directives(site) for site in (showcase_site, tmp_path / "site"))
    added = after[directive] - before.get(directive, {"'self'"})
    assert len(added) == 1
    assert added.pop().startswith("'sha256-")


def test_a_document_in_the_place_of_settings_stays(showcase: Path, tmp_path: Path) -> None:
    with (showcase / "procedures/manual.yml").open("a", encoding="utf-8") as manual:
        manual.write("attachments: [conf]\n")
    (showcase / "docs" / NGINX).write_text("# ours\n", encoding="utf-8")
    build_site(showcase, tmp_path / "site")
    assert (tmp_path / "site" / NGINX).read_text(encoding="utf-8") == "# ours\n"
    assert "script-src" in sent(tmp_path / "site")
