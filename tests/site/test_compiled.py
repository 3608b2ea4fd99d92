"""Templates are compiled before they are asked for: nobody compiles them again, nor minds what is never used."""

from typing import NoReturn

import pytest
from jinja2 import DictLoader, Environment, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from generator.site.compiled import CompiledTemplates

SOURCES = {
    "page.html": '{% extends "base.html" %}{% block body %}{% include "part.html" %}{% endblock %}',
    "base.html": '{% from "macros.html" import bold %}{{ bold("ก") }}{% block body %}{% endblock %}',
    "macros.html": "{% macro bold(text) %}<b>{{ text }}</b>{% endmacro %}",
    "part.html": "<p>{{ name }}</p>",
}
SHOWN = "<b>ก</b><p>ข</p>"


class Uncompiling(Environment):
    """An environment that cannot compile."""

    def compile(self, *_: object, **__: object) -> NoReturn:
        raise AssertionError


def test_a_template_and_all_that_it_names_are_compiled_ahead() -> None:
    compiled = CompiledTemplates()
    compiled.compile_ahead(Environment(autoescape=True, loader=DictLoader(SOURCES)), ["page.html"])
    env = Uncompiling(autoescape=True, loader=DictLoader(SOURCES), bytecode_cache=compiled)
    assert env.get_template("page.html").render(name="ข") == SHOWN


def test_a_template_that_changes_is_compiled_again() -> None:
    compiled, later = CompiledTemplates(), SOURCES | {"part.html": "<i>{{ name }}</i>"}
    for sources, shown in ((SOURCES, SHOWN), (later, "<b>ก</b><i>ข</i>")):
        env = Environment(autoescape=True, loader=DictLoader(sources), bytecode_cache=compiled)
        compiled.compile_ahead(env, ["page.html"])
        assert env.get_template("page.html").render(name="ข") == shown


@pytest.mark.parametrize("part", [None, "{% if %}"])
def test_what_is_missing_or_broken_is_minded_only_by_who_uses_it(part: str | None) -> None:
    named = '{% if more %}{% include "more.html" %}{% endif %}ค'
    sources = {"page.html": named} | ({"more.html": part} if part else {})
    compiled = CompiledTemplates()
    env = Environment(autoescape=True, loader=DictLoader(sources), bytecode_cache=compiled)
    compiled.compile_ahead(env, ["page.html"])
    assert env.get_template("page.html").render(more=False) == "ค"
    if part:
        with pytest.raises(TemplateSyntaxError):
            env.get_template("page.html").render(more=True)


def test_confined_templates_and_others_are_kept_apart() -> None:
    compiled, text = CompiledTemplates(), "{{ name.upper() }}"
    for kind in (SandboxedEnvironment, Environment, SandboxedEnvironment):
        env = kind(loader=DictLoader({"page.html": text}), bytecode_cache=compiled)
        assert env.get_template("page.html").render(name="a") == "A"
