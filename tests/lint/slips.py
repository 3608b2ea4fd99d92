"""Slips that people make in the files of a project: in a word, in a line, in the name of a file."""

import random
import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

Chance = random.Random  # noqa: S311 - it hides nothing

_ENTRY = re.compile(r"(?P<before> *(?:- )?)(?P<key>[a-z_]+)(?P<colon>: )(?P<value>\S.*)$")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+|[a-z]{4,}")


def _typo(word: str, chance: Chance) -> str:
    """A word with one letter left out, doubled, or swapped with the next."""
    at = chance.randrange(1, len(word))
    return chance.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at - 1 :],
            word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
        ]
    )


def _in_key(line: str, chance: Chance) -> str:
    match = _ENTRY.match(line)
    return line if match is None else f"{match['before']}{_typo(match['key'], chance)}: {match['value']}"


def _in_name(line: str, chance: Chance) -> str:
    names = [match for match in _NAME.finditer(line) if not line[match.end() :].startswith(":")]
    if not names:
        return line
    match = chance.choice(names)
    return line[: match.start()] + _typo(match[0], chance) + line[match.end() :]


def _new_name(line: str, chance: Chance) -> str:
    names = [match for match in _NAME.finditer(line) if not line[match.end() :].startswith(":")]
    if not names:
        return line
    match = chance.choice(names)
    return f"{line[: match.start()]}deputy-{match[0]}{line[match.end() :]}"


def _letter_case(line: str, chance: Chance) -> str:
    names = [match for match in _NAME.finditer(line) if not line[match.end() :].startswith(":")]
    if not names:
        return line
    match = chance.choice(names)
    return line[: match.start()] + match[0].title().replace("-", "_") + line[match.end() :]


def _in_value(change: Callable[[str], str]) -> Callable[[str, Chance], str]:
    def slip(line: str, chance: Chance) -> str:  # noqa: ARG001 - as all slips
        match = _ENTRY.match(line)
        return line if match is None else line[: match.start("value")] + change(match["value"])

    return slip


LINE_SLIPS: dict[str, Callable[[str, Chance], str]] = {
    "a slip in a key": _in_key,
    "a slip in a name": _in_name,
    "a new name": _new_name,
    "a name with capitals": _letter_case,
    "a value with a hard space behind it": _in_value(lambda value: f"{value}\u00a0"),
    "a value in quotes with a space": _in_value(lambda value: f'"{value} "' if '"' not in value else value),
    "no value": _in_value(lambda _: ""),
    "a key with a hard space behind it": lambda line, _: line.replace(": ", "\u00a0: ", 1),
    "no space behind the colon": lambda line, _: line.replace(": ", ":", 1),
    "a wide colon": lambda line, _: line.replace(": ", "： ", 1),
    "a dash for the mark of an item": lambda line, _: line.replace("- ", "– ", 1),
    "a colon in a text": _in_value(lambda value: f"{value} หมายเหตุ: ด่วน"),
    "a comment in a text": _in_value(lambda value: f"{value} ข้อ #1"),
    "a value that begins with an asterisk": _in_value(lambda value: f"*{value}"),
    "a value that begins with a percent sign": _in_value(lambda value: f"%{value}"),
    "text behind a quotation": _in_value(lambda value: f'"{value}" และอื่น ๆ'),
    "an invisible letter": _in_value(lambda value: f"{value[:1]}\u200b{value[1:]}"),
    "a letter that changes direction": _in_value(lambda value: f"{value[:1]}\u202e{value[1:]}"),
    "a list for one": _in_value(lambda value: f"[{value}]"),
    "null": _in_value(lambda _: "null"),
    "a Thai word": _in_value(lambda _: "ผู้ช่วยหัวหน้า"),
    "the line is gone": lambda _, __: "",
}


def _copied(file: Path, chance: Chance) -> None:
    pattern = chance.choice(
        ["{} (1){}", "สำเนาของ {}{}", "{} - Copy{}", "{} - สำเนา (2){}", "Copy of {}{}", "{} 2{}", "{}{}.txt"]
    )
    shutil.copy(file, file.with_name(pattern.format(file.stem, file.suffix)))


def _renamed(file: Path, chance: Chance) -> None:
    pattern = chance.choice(["{} (1){}", "{} - Copy{}", "{}{}.txt", "{}.yaml", "{} .yml"])
    file.rename(file.with_name(pattern.format(file.stem, file.suffix)))


def _capital(file: Path, chance: Chance) -> None:  # noqa: ARG001 - as all slips
    file.rename(file.with_name(file.name.title()))


FILE_SLIPS: dict[str, Callable[[Path, Chance], None]] = {
    "a copy": _copied,
    "a copy's name": _renamed,
    "a name with a capital": _capital,
    "the file is gone": lambda file, _: file.unlink(),
}


def make_a_slip(root: Path, chance: Chance) -> str:
    """Make one slip in a project, and say which and where."""
    files = sorted((root / "procedures").rglob("*.yml"))
    if chance.random() < 0.15:
        file, name = chance.choice(files), chance.choice(sorted(FILE_SLIPS))
        FILE_SLIPS[name](file, chance)
        return f"{name}: {file.relative_to(root)}"
    return make_a_line_slip(root, files, chance)


def make_a_line_slip(root: Path, files: Sequence[Path], chance: Chance) -> str:
    """Make one slip in a line of one of some files of a project, and say which and where."""
    while True:
        file, name = chance.choice(files), chance.choice(sorted(LINE_SLIPS))
        lines = file.read_text(encoding="utf-8").split("\n")
        at = chance.randrange(len(lines))
        changed = LINE_SLIPS[name](lines[at], chance)
        if changed != lines[at]:
            before, lines[at] = lines[at], changed
            file.write_text("\n".join(lines), encoding="utf-8")
            return f"{name}: {file.relative_to(root)}:{at + 1} {before!r} → {changed!r}"
