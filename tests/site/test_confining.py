"""Templates that a project brings along: they show what they are handed, reach nothing else, and come to an end."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.cli import main
from generator.site.confining import confine
from generator.site.template_bounds import RefusedError
from tests.support.cases import each_case
from tests.support.showcase import copy_showcase

Project = Callable[[Mapping[str, str | None]], Path]
SETTINGS = """site_name: ก
plugins: [search, thai_search, procedures]
theme:
  name: material
  custom_dir: own
"""
START = '{% extends "khumue.html" %}\n{% block footer %}\n'
END = "\n{{ super() }}{% endblock %}\n"
REACHING = {
    "an environment of its own": "{{ config.theme.get_env().from_string('x') }}",
    "a loader": "{{ config.theme.get_env }}",
    "methods of the engine": "{{ page.read_source(config) }}",
    "a file": "{{ page.file.abs_src_path }}",
    "files anywhere": "{% for f in pages %}{{ f.copy_file() }}{% endfor %}",
    "plugins": "{{ config.plugins.procedures.on_config(config) }}",
    "plugins by their names": "{{ config['plugins']['procedures'].load_config({}) }}",
    "reading of settings": "{{ config.load_file('/etc/passwd') }}",
    "functions among the settings": "{{ config.mdx_configs.toc.slugify('a') }}",
    "changing of the engine": "{{ nav.items.clear() }}",
    "changing of settings": "{{ config.update({}) }}",
    "classes": "{{ ''.__class__ }}",
    "classes by another way": "{{ ''['__cla' ~ 'ss__'] }}",
    "classes by a filter": "{{ '' | attr('__class__') }}",
    "classes by many": "{{ [''] | map(attribute='__class__') | list }}",
    "what macros are made of": "{% macro m() %}{% endmacro %}{{ m._func }}",
    "the engine's own context": "{{ self._TemplateReference__context }}",
    "formats": "{{ '{0.__class__}'.format('') }}",
    "formats by a filter": "{{ '%s' | format(config) }}",
    "formats by a sign": "{{ '%s' % config }}",
    "what an object looks like": "{{ config.theme }}",
    "chance": "{{ [1, 2] | random }}",
}
ENDLESS = {
    "loops in loops": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "loops that pass everything by": (
        "{% set r = range(99999) | list %}{% for a in r %}{% for b in r if false %}{% endfor %}{% endfor %}"
    ),
    "loops of themselves": "{% for a in [1, 2] recursive %}{{ loop([1, 2]) }}{% endfor %}",
    "loops of themselves over what has no length": (
        "{% for a in range(99) recursive %}{{ loop(range(99) | map('abs')) if loop.depth < 5 }}{% endfor %}"
    ),
    "macros of themselves": "{% macro m(n) %}{{ m(n - 1) ~ m(n - 1) if n else 'x' }}{% endmacro %}{{ m(60) }}",
    "templates of themselves": "{% include 'own.html' %}",
    "ranges": "{{ range(10 ** 9) | list }}",
    "filters over ranges": ("{% for a in range(99999) %}{{ range(99999) | map('abs') | sum }}{% endfor %}"),
    "texts": "{{ 'x' * 10 ** 9 }}",
    "lists": "{{ ([0] * 10 ** 9) | length }}",
    "powers": "{{ 10 ** 999999 }}",
    "powers of powers": "{% set ns = namespace(x=9) %}{% for a in range(99) %}{% set ns.x = ns.x * ns.x %}{% endfor %}",
    "roundings": "{{ 1 | round(-10000000000) }}",
    "widths": "{{ 'x' | center(10 ** 9) }}",
    "pieces": "{{ [1] | batch(10 ** 9, 0) | list }}",
    "replacing": "{% set x = 'x' * 99999 %}{{ x | replace('', x) }}",
    "replacing by a method": "{% set x = 'x' * 99999 %}{{ x.replace('x', x) }}",
    "joining": "{% set x = 'x' * 99999 %}{{ range(99999) | join(x) }}",
    "joining by a method": "{% set x = 'x' * 99999 %}{{ x.join(x) }}",
    "doubling": "{% set ns = namespace(x='x') %}{% for a in range(99) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
    "doubling by writing": (
        "{% set ns = namespace(x='x') %}{% for a in range(99) %}"
        "{% set ns.x %}{{ ns.x }}{{ ns.x }}{% endset %}{% endfor %}"
    ),
    "doubling of lists": "{% set n = namespace(x=[1]) %}{% for a in 'a' * 99 %}{% set n.x = n.x + n.x %}{% endfor %}",
    "lists of lists": (
        "{% set ns = namespace(x=[1]) %}{% for a in 'a' * 99 %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}"
    ),
    "mappings of mappings": (
        "{% set n = namespace(x=1) %}{% for a in 'a' * 99 %}{% set n.x = dict(a=n.x, b=n.x) %}{% endfor %}{{ n.x }}"
    ),
    "letters in loops": "{% for a in range(99999) %}" + "ก" * 9_999 + "{% endfor %}",
}


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """The environment of a project with templates of its own."""
    root = copy_showcase(tmp_path_factory.mktemp("confined") / "project")
    (root / "own").mkdir()
    (root / "own/own.html").write_text(ENDLESS["templates of themselves"], encoding="utf-8")
    config = load_config(str(root / "mkdocs.yml"), theme={"name": "material", "custom_dir": "own"})
    config.mdx_configs["toc"]["slugify"] = len
    confine(config, ())
    environment = config.theme.get_env()
    page = Page("ก", File("index.md", config.docs_dir, config.site_dir, use_directory_urls=True), config)
    page.content = ""
    environment.globals.update(get_context(Navigation([page], [page]), Files([page.file]), config, page))
    return environment


@each_case("template", [*REACHING.values(), *ENDLESS.values()])
def test_what_is_no_data_or_would_hardly_end_is_refused(environment: Environment, template: str) -> None:
    with pytest.raises((RefusedError, RecursionError)):
        environment.from_string(template).render()


def own(project: Project, template: str) -> Path:
    """A project with a template of its own."""
    return project({"mkdocs.yml": SETTINGS, "docs/about/foreword.md": "# คำนำ\n", "own/main.html": template})


def told(root: Path) -> list[tuple[str, int, str]]:
    """Where a check finds what is wrong, and the rules."""
    output = CliRunner().invoke(main, ["check", "--format", "json", str(root)]).stdout
    return [
        (each["file"], each["line"], each["rule"])
        for each in json.loads(output)["problems"]
        if each["severity"] == "error"
    ]


@pytest.mark.parametrize(
    "template", [REACHING["a file"], ENDLESS["loops in loops"], "{{ 1 // 0 }}", "{% include 'gone.html' %}"]
)
def test_a_check_tells_it_at_its_line(project: Project, template: str) -> None:
    file, line, rule = told(own(project, START + template + END))[0]
    assert (file, line, rule) == ("own/main.html", 3, "own-template")


def test_a_build_tells_the_same(project: Project) -> None:
    root = own(project, START + REACHING["a loader"] + END)
    result = CliRunner().invoke(main, ["build", str(root)])
    assert result.exit_code == 1
    assert "own/main.html:3:" in result.output
    assert "get_env" in result.output


def test_templates_among_the_documents_are_confined_too(project: Project) -> None:
    settings = SETTINGS.replace("  custom_dir: own\n", "") + "extra_templates: [own.txt]\n"
    root = project(
        {
            "mkdocs.yml": settings,
            "docs/about/foreword.md": "# คำนำ\n",
            "docs/own.txt": f"{config_of_the_page()}{REACHING['a loader']}\n",
        }
    )
    assert told(root) == [("docs/own.txt", 1, "own-template")]
    (root / "docs/own.txt").write_text(config_of_the_page(), encoding="utf-8")
    assert told(root) == []


def config_of_the_page() -> str:
    """A template that shows a setting."""
    return "{{ config.site_name }} "


ALLOWED = """{% extends "khumue.html" %}
{% macro item(entry) %}<li>{{ entry.url | url if not entry.is_section }}{{ caller() }}</li>{% endmacro %}
{% block footer %}
{% set ns = namespace(found=0) %}
{% for entry in nav.items recursive %}
{% call item(entry) %}{{ loop.index }}/{{ loop.length }} {{ loop.cycle("a", "b") }}{% endcall %}
{{ loop(entry.children) if entry.children else "" }}
{% set ns.found = ns.found + 1 %}
{% endfor %}
<p class="own">{{ config.site_name | upper }} {{ "-" * 3 }} {{ 7 * 6 }} {{ build_date_utc.year }}
{{ page.meta.get("x", "none") if page }} {{ config.extra.items() | list | length }} {{ "a,b".split(",") | join("+") }}
{{ page.file.src_uri if page }} {{ page.toc | length if page }} {{ self.htmltitle() | length }}
{{ config.theme.features | first }}
{{ nav.pages | map(attribute="title") | sort | first }} {{ {"a": [1, 2]} | tojson }} {{ dict(a=1).a }}</p>
{{ super() }}
{% endblock %}
"""


def test_what_templates_are_for_works(tmp_path: Path) -> None:
    root = copy_showcase(tmp_path / "project")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("  name: material\n", "  name: material\n  custom_dir: own\n"), encoding="utf-8"
    )
    (root / "own").mkdir()
    (root / "own/main.html").write_text(ALLOWED, encoding="utf-8")
    assert told(root) == []
    site = tmp_path / "site"
    assert CliRunner().invoke(main, ["build", "-q", "--site-dir", str(site), str(root)]).exit_code == 0
    page = (site / "about/foreword/index.html").read_text(encoding="utf-8")
    assert "--- 42" in page
    assert "a+b" in page
    assert "about/foreword.md" in page
