"""Where a project's own template goes wrong, as a problem at its line: whatever it was that the engine ran into."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath

from jinja2 import TemplateNotFound, TemplateSyntaxError
from mkdocs.config.defaults import MkDocsConfig

from generator.assembly import refused_settings
from generator.diagnostics import found
from generator.problems import Problem
from generator.project import DOCS_FOLDER
from generator.site.adapting import project_root
from generator.site.errors import ContentError, SiteError
from generator.site.template_bounds import RefusedError
from generator.storage import bytes_there
from generator.yamltext import SourceText

_PROGRAM = ".py"


@contextmanager
def telling_templates(config: MkDocsConfig) -> Iterator[None]:
    """Tell where a template of the project's own goes wrong.

    Args:
        config: says where they stand.

    Raises:
        ContentError: in the place of whatever was raised in such a template.
    """
    try:
        yield
    except SiteError:
        raise
    except Exception as error:
        if (problem := problem_of_template(error, config)) is not None:
            raise ContentError([problem]) from error
        if isinstance(error, RefusedError):  # of what the theme makes of the settings
            raise ContentError([refused_settings(error.value, "theme", project_root(config))]) from error
        raise


def problem_of_template(error: Exception, config: MkDocsConfig) -> Problem | None:
    """What is wrong with a project's own template, so that an error came of it; None where none has a part in it."""
    root = project_root(config)
    place = _place_of(error, config)
    if place is None:
        return None
    file, line = place
    content = bytes_there(root, file) or b""
    source = SourceText(file, content.decode("utf-8-sig", "replace").replace("\r\n", "\n"))
    span = source.place_of_line(line)
    if isinstance(error, RefusedError):
        start = span.text.find(error.value) if error.value else -1
        named = (
            source.place(span.start + start, span.start + start + len(error.value)) if start >= 0 else span
        )
        return found("own-template", named, error.variant, value=error.value)
    if isinstance(error, TemplateNotFound):
        return found("own-template", span, "missing", value=error.name or "")
    if isinstance(error, TemplateSyntaxError):
        return found("own-template", span, "syntax", reason=error.message or "")
    return found("own-template", span, reason=f"{type(error).__name__}: {error}".partition("\n")[0])


def _place_of(error: Exception, config: MkDocsConfig) -> tuple[str, int] | None:
    """The file, from the project's root, and the line of the project's own template in which an error was raised.

    What was raised in a template of the theme's is the theme's, unless one of the project's asked for what is refused.
    """
    if isinstance(error, TemplateSyntaxError):
        own = _own(error.filename or "", config)
        return (own, error.lineno) if own else None
    frames = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    templates = [(file, line) for file, line in frames if not file.endswith(_PROGRAM)]
    if isinstance(error, RefusedError):
        templates = [each for each in templates if _own(each[0], config)] or templates
    file, line = templates[-1] if templates else ("", 0)
    own = _own(file, config)
    return (own, line) if own else None


def _own(file: str, config: MkDocsConfig) -> str | None:
    """Where a template stands in the project; None when it is not the project's own."""
    root = project_root(config)
    own = [each for each in (config.theme.custom_dir, root / DOCS_FOLDER) if each]
    is_own = PurePath(file).is_relative_to(root) and any(PurePath(file).is_relative_to(each) for each in own)
    return PurePath(file).relative_to(root).as_posix() if is_own else None
