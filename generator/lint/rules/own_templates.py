"""A rule about the templates that a project brings along: they can be read. What they do a trial shows."""

from collections.abc import Iterator

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.problems import Problem

_PAGES = (".html", ".xml")


def own_templates(facts: ProjectFacts) -> Iterator[Problem]:
    """`own-template`: what cannot be read as a template."""
    texts = [each for each in facts.project.theme if each.suffix in _PAGES]
    if not texts:
        return
    from jinja2 import Environment, TemplateSyntaxError  # noqa: PLC0415  # most projects have no templates

    environment = Environment(extensions=["jinja2.ext.i18n"])  # noqa: S701 - nothing is shown
    for text in texts:
        line, reason = 0, ""
        try:
            environment.parse(
                text.source.text
            )  # to compile it would calculate what it holds, however long that takes
        except TemplateSyntaxError as error:
            line, reason = error.lineno, error.message or ""
        except RecursionError as error:
            line, reason = 1, type(error).__name__
        if reason:
            yield found("own-template", text.source.place_of_line(line), "syntax", reason=reason)
