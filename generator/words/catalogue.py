"""The words of a part in a language, read once from its file or its folder of files."""

from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter

from generator.data_files import data_paths, read_data
from generator.words.language import DEFAULT, SUFFIX, UnknownWordsError, folder_of
from generator.words.plurals import counting

Shape = TypeVar("Shape")
_made: dict[tuple[Path, str], object] = {}
"""The typed views that were made, by language and part."""
FOR_AUTHORS = ("click", "commands", "desk", "problems", "scaffold", "site", "storage")
"""The parts, or folders of parts, that only authors are told; a language may leave them to `DEFAULT`."""
OF_OTHERS = ("choices", "fields")
"""The parts that only other languages than `DEFAULT` have, in which the models say these themselves."""


def words_of(part: str, language: str | None = None) -> dict[str, Any]:
    """The words of a part.

    Args:
        part: a file without its suffix (``charts``, ``scaffold/init``), or a folder, whose files are one part together:
            where several speak of a topic, it has the words of all of them. One that the language lacks is Thai, or
            empty where Thai has none.
        language: by default the one that is spoken now.

    Returns:
        What the files say: words by key, or mappings by topic from a key to its words. Names in braces are filled in
        by whoever shows them.

    Raises:
        UnknownWordsError: when there is no such language, or it has no such part.
    """
    return _read(folder_of(language), part)


def typed_words(part: str, shape: type[Shape], language: str | None = None) -> Shape:
    """The words of a part as a dataclass that names each of them; a missing word is an error when it is first read.

    Raises:
        UnknownWordsError: when there is no such language, or it has no such part.
        pydantic.ValidationError: when a word is missing, or is none.
    """
    folder = folder_of(language)
    made = _made.get((folder, part))
    if not isinstance(made, shape):
        made = _made[folder, part] = TypeAdapter(shape).validate_python(_read(folder, part))
    return made


def parts(language: str | None = None) -> list[str]:
    """The names of a language's files, in order."""
    return _names(folder_of(language))


@cache
def _read(folder: Path, part: str) -> dict[str, Any]:
    files = _files(folder, part) or _files(folder_of(DEFAULT), part)
    if not files and part not in OF_OTHERS:
        known = ", ".join(_names(folder))
        raise UnknownWordsError(f"the language {folder.name!r} has no words for {part!r}; there are: {known}")
    together: dict[str, Any] = {}
    for path in files:
        read = cast("dict[str, Any]", counting(read_data(path)))
        for key, entries in read.items():
            if isinstance(entries, dict):
                together.setdefault(key, {}).update(entries)
            else:
                together[key] = entries
    return together


def _files(folder: Path, part: str) -> list[Path]:
    file = folder / f"{part}{SUFFIX}"
    return [file] if file.is_file() else list(data_paths(folder / part, f"*{SUFFIX}"))


def _names(folder: Path) -> list[str]:
    paths = data_paths(folder, f"*{SUFFIX}")
    return sorted(path.relative_to(folder).with_suffix("").as_posix() for path in paths)
