"""Lay out a new repository for the manual of another group or office, which uses this package as a dependency.

Its files stand in ``templates/init/``; another language than Thai has its own of some in ``templates/init-en/``, and
GitLab its workflow in ``templates/init-gitlab/``. Those that end in ``.jinja`` are filled in, names that begin with
``dot_`` begin with a full stop afterwards, and ``_edition`` becomes the id of the first edition.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.assembly import load_manual
from generator.data_files import data_paths, data_text
from generator.literals import literal
from generator.model import IDENTIFIER_PATTERN, Language, Namespace, is_reserved, to_identifier
from generator.problems import has_errors
from generator.scaffold.given_texts import usable_text
from generator.scaffold.messages import EditingError
from generator.scaffold.program import installed_from, is_program_address, reference_address
from generator.scaffold.scalars import yaml_scalar
from generator.storage import NotWrittenError, entries, temporary_folder, write_new
from generator.words import DEFAULT, words_of

_TEMPLATES = Path(__file__).parent / "templates"
_SHARED = "init"
_BEGINNINGS = "beginnings"
_FILLED_IN = ".jinja"
_DOT = "dot_"
_EDITION_FILE = "_edition"
_MOST_NAMES_SHOWN = 10
HOSTS = ("github", "gitlab")
"""Where a manual may be kept: whose workflow is laid out, the first unless another is asked for."""
_OF_GITHUB = "dot_github/"
_HARMLESS = frozenset({".git"})
"""What may stand in the folder already: a repository that has just been made."""


class InitError(EditingError):
    """A manual could not be laid out."""

    part = "scaffold/init"


@dataclass(frozen=True, slots=True)
class NewManual:
    """What was made: the files, relative to the folder, and what to tell the editor, in Thai, several lines."""

    files: tuple[str, ...]
    report: str


def default_answers(given: Mapping[str, str | None] | None = None) -> dict[str, str]:
    """What a new manual is told about itself: ``language``, ``office``, ``group``, ``title`` and ``edition``.

    Args:
        given: what is known; what is not, or None, is a sample, in the language.

    Raises:
        InitError: when there is no such language.
    """
    known = given or {}
    language = known.get("language") or DEFAULT
    if language not in [each.value for each in Language]:
        raise InitError("bad-language", language=language, known=", ".join(Language))
    texts: dict[str, str] = words_of(InitError.part)["texts"]
    samples = {key: words_of(_BEGINNINGS, language)["manual"][key] for key in texts}
    samples["edition"] = words_of(InitError.part)["edition"]
    answers = {key: sample if (text := known.get(key)) is None else text for key, sample in samples.items()}
    return {"language": language, **answers}


def require_free(directory: Path) -> None:
    """Refuse a folder in which something stands.

    Raises:
        InitError: with what is in the way.
    """
    if directory.is_symlink() and not directory.exists():
        raise InitError("not-a-folder", directory=directory)
    if not directory.exists():
        return
    if not directory.is_dir():
        raise InitError("not-a-folder", directory=directory)
    names = [each.name for each in entries(directory, "") if each.name not in _HARMLESS]
    if names:
        listed, more = ", ".join(names[:_MOST_NAMES_SHOWN]), len(names) - _MOST_NAMES_SHOWN
        if more > 0:
            listed = words_of(InitError.part)["more"].format(names=listed, count=more)
        raise InitError("in-the-way", directory=directory, names=listed)


def init_project(
    directory: Path, answers: Mapping[str, str], program: str = "", host: str = HOSTS[0]
) -> NewManual:
    """Lay out a new manual.

    Args:
        directory: a new or empty folder.
        answers: the texts that `default_answers` lists.
        program: the repository of the program at a commit, ``git+https://host/name@<40 hex digits>``; by default the
            one that this program was installed from.
        host: one of `HOSTS`.

    Returns:
        The files, and what to tell the editor.

    Raises:
        InitError: when something is in the way, a text cannot be used, or a file cannot be written. Then nothing is
            written.
    """
    require_free(directory)
    known = _checked_program(program.strip())
    files = dict(
        files_laid_out(
            {**_checked(answers), "program": known, "reference": reference_address(known), "host": host}
        )
    )
    _require_sound(files)
    try:
        write_new(directory, files)
    except NotWrittenError as failure:
        raise InitError("not-written", file=failure.file, reason=failure.reason) from failure
    return NewManual(tuple(files), "\n".join(_report(directory, answers, len(files), bool(known))))


def _checked(answers: Mapping[str, str]) -> dict[str, str]:
    """The answers without spaces around them, each of which can be used."""
    said = words_of(InitError.part)["texts"]
    usable = {key: usable_text(answers[key], what, InitError, is_needed=True) for key, what in said.items()}
    edition = answers["edition"].strip()
    if not IDENTIFIER_PATTERN.fullmatch(edition) or is_reserved(edition, Namespace.EDITION):
        sample = words_of(InitError.part)["edition"]
        nearest = to_identifier(edition)
        example = sample if not nearest or is_reserved(nearest, Namespace.EDITION) else nearest
        raise InitError("bad-id", name=edition, example=example)
    return {**usable, "edition": edition, "language": answers["language"]}


def _checked_program(address: str) -> str:
    """The address of the program: the one that was given, else that of this program; empty when nobody knows."""
    if address and not is_program_address(address):
        raise InitError("bad-program", address=address)
    return address or installed_from()


def files_laid_out(answers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The files of a new manual: their paths and texts.

    Args:
        answers: what `default_answers` lists, and ``program``, ``reference`` and ``host``.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415  # only a new manual takes it

    environment = Environment(  # noqa: S701  # it makes YAML and Markdown; each text is quoted by its filter
        loader=FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters |= {"scalar": yaml_scalar, "literal": literal}
    said = words_of(_BEGINNINGS, answers["language"])
    for name, path in _templates(answers["language"], answers["host"]).items():
        if name.endswith(_FILLED_IN):
            template = environment.get_template(path.relative_to(_TEMPLATES).as_posix())
            text = template.render(**answers, sample=said["manual"], site=said["site"])
        else:
            text = data_text(path)
        yield _place(name, answers["edition"]), text


def _templates(language: str, host: str) -> Mapping[str, Path]:
    """The templates by their names: those of a language or a host in place of the shared ones."""
    folders = (_TEMPLATES / each for each in (_SHARED, f"{_SHARED}-{language}", f"{_SHARED}-{host}"))
    found = {
        path.relative_to(folder).as_posix(): path
        for folder in folders
        if folder.is_dir()
        for path in data_paths(folder)
    }
    is_github = host == HOSTS[0]
    return {name: path for name, path in found.items() if is_github or not name.startswith(_OF_GITHUB)}


def _place(name: str, edition: str) -> str:
    """Where the file of a template goes."""
    parts = [
        f".{part.removeprefix(_DOT)}" if part.startswith(_DOT) else part
        for part in name.removesuffix(_FILLED_IN).split("/")
    ]
    if parts[-1].startswith(_EDITION_FILE):
        parts[-1] = edition + parts[-1].removeprefix(_EDITION_FILE)
    return "/".join(parts)


def _require_sound(files: Mapping[str, str]) -> None:
    """Refuse texts with which the checks would find an error, with the words of the first."""
    with temporary_folder() as folder:
        write_new(folder, files)
        _, problems = load_manual(folder)
    errors = [each for each in problems if has_errors([each])]
    if errors:
        key, _, written = (errors[0].line_text or "").strip().partition(": ")
        what = words_of(InitError.part)["texts"].get(key, words_of(InitError.part)["texts"]["group"])
        details = {"text": written, "what": what, "reason": errors[0].message, "hint": errors[0].hint}
        raise InitError("unusable-text", **details)


def _report(directory: Path, answers: Mapping[str, str], count: int, is_program_known: bool) -> Iterator[str]:
    """What to tell the editor, line by line."""
    said = words_of(InitError.part)
    yield said["report"]["created"].format(directory=directory, count=count)
    samples = words_of(_BEGINNINGS, answers["language"])["manual"]
    kept = [what for key, what in said["texts"].items() if answers[key] == samples[key]]
    if kept:
        yield said["report"]["defaults"].format(edition=answers["edition"].strip(), names=", ".join(kept))
    if not is_program_known:
        yield said["report"]["program"]
    yield said["report"]["next"]
    yield said["report"]["look"].format(directory=directory)
