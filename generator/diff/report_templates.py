"""The templates and sheets of reports: everything authored is escaped, and a name that nobody gives is an error."""

from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import Environment, Template

from generator.data_files import data_text
from generator.html_templates import html_templates
from generator.words import folder_of, present_language

_TEMPLATES, _DATA = "templates", "data"


class ReportTemplates:
    """The templates of a report, read once for each language, and the sheets beside them.

    Behind its own templates those of `generator.diff` are found: the shell that every document has.
    """

    def __init__(self, room: Path, known: Callable[[], Mapping[str, object]]) -> None:
        """Take where ``templates/`` and ``data/`` stand, and what the templates may name in the language spoken."""
        self._room, self._known = room, known
        self._made: dict[Path, Environment] = {}

    def template(self, name: str) -> Template:
        """A template, in the language that is spoken.

        Raises:
            jinja2.TemplateNotFound: when there is none of that name.
        """
        spoken = folder_of()
        if spoken not in self._made:
            self._made[spoken] = self._environment()
        return self._made[spoken].get_template(name)

    def sheet(self, name: str) -> str:
        """A style sheet."""
        return data_text(self._room / _DATA / name)

    def _environment(self) -> Environment:
        folders = (self._room / _TEMPLATES, Path(__file__).parent / _TEMPLATES)
        made = html_templates(*folders, keeps_end=True)
        made.globals |= {"language": present_language(), **self._known()}
        return made
