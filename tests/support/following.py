"""Follows hints: does to a project what a hint says, to the letter, as an author would who knows nothing else.

A hint is read as it is worded (there is no second catalogue of hints): the verbs that it uses, and what it quotes. A
hint may offer several ways; each is one way to follow it. What asks for the author's own knowledge (a date, which of
two texts is right) is no way that can be followed here.
"""

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from generator.problems import Problem

Way = Callable[[Path], None]
"""Changes the project at a root."""

_QUOTED = "“([^”]+)”"
_SEVERAL = "(?:“[^”]+” ?)+"
_LINES = re.compile(r"(?<!ลบบรรทัดนี้ แล้ว)เพิ่มบรรทัดเหล่านี้ท้ายไฟล์(?:นั้น| (\S+)): ((?:“[^”]+” ?)+)")
_FILE = re.compile(r"procedures/\S+\.yml")
_END = r"(?= \([ก-ฮ]| โดยไม่| หรือ |$)"


def ways(problem: Problem) -> Iterator[tuple[str, Way]]:
    """The ways in which a problem's hint can be followed: the words that say so, and what they do."""
    hint = problem.hint
    for pattern, act in _ACTS:
        for match in pattern.finditer(hint):
            yield match[0], _bound(act, problem, match)


def _bound(
    act: Callable[[Path, Problem, re.Match[str]], None], problem: Problem, match: re.Match[str]
) -> Way:
    return lambda root: act(root, problem, match)


# ------------------------------------------------------------------------------------------------ acts
def _replace(root: Path, problem: Problem, match: re.Match[str]) -> None:
    """Write what is quoted in place of what is marked."""
    _edit(root, problem, lambda line, start, end: line[:start] + match[1] + line[end:])


def _write_line(root: Path, problem: Problem, match: re.Match[str]) -> None:
    """Write a line, or the value of it, as the hint shows it."""
    shown = match[1]

    def change(line: str, start: int, end: int) -> str:
        is_of_item = line[:start].strip() not in ("", "-") and line[:start].rstrip()[-1:] in ("[", ",")
        is_whole = re.match(r"- |[\w-]+: ", shown) is not None and not is_of_item
        if is_whole and line[:start].strip() == "-" and not shown.startswith("- "):
            return line[:start] + shown
        return (
            line[: len(line) - len(line.lstrip())] + shown if is_whole else line[:start] + shown + line[end:]
        )

    _edit(root, problem, change)


def _begin_list(root: Path, problem: Problem, match: re.Match[str]) -> None:
    """Put the items of a list on lines of their own, two spaces farther in than their key."""
    items = re.findall(_QUOTED, match[1]) or [match[1]]

    def change(line: str, start: int, end: int) -> str:  # noqa: ARG001 - the rest of the line is the value
        key = re.match(r" *(?:- )?", line)
        inner = " " * (len(key[0]) + 2 if key else 2)
        return line[:start].rstrip() + "".join(f"\n{inner}{item}" for item in items)

    _edit(root, problem, change)


def _change_line(root: Path, problem: Problem, match: re.Match[str]) -> None:
    """Write lines in place of a line and of what belongs to it, and delete others of the same thing."""
    quoted, others = re.findall(_QUOTED, match[1]), re.findall(_QUOTED, match[2] or "")
    lines = [each.replace("…", f"ผลที่ {at}") for at, each in enumerate(quoted)]

    def change(line: str, start: int, end: int) -> str:  # noqa: ARG001 - the whole line is changed
        first = re.match(r" *(?:- )?", line)
        lead = first[0] if first and not lines[0].startswith("- ") else " " * _depth(line)
        return "\n".join((" " * len(lead) if at else lead) + each for at, each in enumerate(lines))

    for other in others:
        _delete_beside(root, problem, other)
    _edit(root, problem, change, with_inner=True)


def _delete_beside(root: Path, problem: Problem, key: str) -> None:
    """Delete the first line below a problem's that begins with a key, and what belongs to it."""
    file = root / problem.location.file
    lines = file.read_text(encoding="utf-8").split("\n")
    at = next(
        at for at, line in enumerate(lines) if at >= problem.location.line and line.strip().startswith(key)
    )
    _delete_block(file, lines, at)


def _move_to_end(root: Path, problem: Problem, match: re.Match[str]) -> None:
    """Delete a line and what belongs to it, and put others at the end of the file."""
    _edit(root, problem, lambda line, start, end: None, with_inner=True)  # noqa: ARG005 - whatever stands there
    _append(root, problem, match)


def _write_at_level(root: Path, problem: Problem, match: re.Match[str]) -> None:
    """Delete a line and what belongs to it, and put others among the keys of the thing around that the hint names."""
    file = root / problem.location.file
    lines, at = file.read_text(encoding="utf-8").split("\n"), problem.location.line - 1
    depth = problem.location.column - 1
    around = range(at, -1, -1)
    if match[1] == "ที่ระดับงาน":
        place, lead = 0, ""
    elif match[1] == "ที่ระดับขั้นตอน":
        starts = (re.match(r"( *)(- )?text: ", lines[each]) for each in around)
        start = next(each for each in starts if each and len(each[1] + (each[2] or "")) < depth)
        place, lead = lines.index(start.string) + 1, " " * len(start[1] + (start[2] or ""))
    else:
        place = next(each for each in around if lines[each].strip() == f"{match[2]}:") + 1
        lead = " " * (_depth(lines[place - 1]) + 2)
    new = [lead + each for each in re.findall(_QUOTED, match[3])]
    _edit(root, problem, lambda line, start, end: None, with_inner=True)  # noqa: ARG005 - whatever stands there
    left = file.read_text(encoding="utf-8").split("\n")
    file.write_text("\n".join((*left[:place], *new, *left[place:])), encoding="utf-8", newline="\n")


def _name_a_step(root: Path, problem: Problem, match: re.Match[str]) -> None:
    """Give a step an id, and write it where it is meant."""
    file = root / problem.location.file
    _edit(root, problem, lambda line, start, end: line[:start] + match[1] + line[end:])
    text = file.read_text(encoding="utf-8")
    named = re.sub(
        rf"(?m)^( *)- {re.escape(match[2])}$", rf"\1- id: {match[1]}\n\1  {match[2]}", text, count=1
    )
    assert named != text, f"no step says {match[2]}"
    file.write_text(named, encoding="utf-8", newline="\n")


def _delete_marked(root: Path, problem: Problem, match: re.Match[str]) -> None:  # noqa: ARG001 - as all acts
    """Delete what is marked."""
    _edit(root, problem, lambda line, start, end: line[:start] + line[end:])


def _delete_quoted(root: Path, problem: Problem, match: re.Match[str]) -> None:
    """Delete what is quoted, which begins at what is marked or just before it."""

    def change(line: str, start: int, end: int) -> str:  # noqa: ARG001 - what is quoted may be longer
        at = line.rindex(match[1], 0, start + len(match[1]))
        left = line[:at] + line[at + len(match[1]) :]
        return left if left.strip() not in ("", "-") else ""

    _edit(root, problem, change)


def _delete_line(root: Path, problem: Problem, match: re.Match[str]) -> None:  # noqa: ARG001 - as all acts
    """Delete the line, and what belongs to it below."""
    _edit(root, problem, lambda line, start, end: None, with_inner=True)  # noqa: ARG005 - whatever stands there


def _delete_outcomes(root: Path, problem: Problem, match: re.Match[str]) -> None:  # noqa: ARG001 - as all acts
    """Delete the outcomes in which a problem stands, or before which."""
    file = root / problem.location.file
    lines = file.read_text(encoding="utf-8").split("\n")
    at = problem.location.line - 1
    at = next(each for each in range(at, -1, -1) if lines[each].strip().startswith("outcomes:"))
    _delete_block(file, lines, at)


def _delete_step(root: Path, problem: Problem, match: re.Match[str]) -> None:  # noqa: ARG001 - as all acts
    """Delete the step in which a problem stands, with all of it."""
    file = root / problem.location.file
    lines = file.read_text(encoding="utf-8").split("\n")
    at, depth = problem.location.line - 1, _depth(lines[problem.location.line - 1])
    if not lines[at].strip().startswith("- "):
        at = next(
            each
            for each in range(at, -1, -1)
            if _depth(lines[each]) == depth - 2 and lines[each].strip().startswith("- ")
        )
    _delete_block(file, lines, at)


def _delete_block(file: Path, lines: list[str], at: int) -> None:
    """Delete a line and what belongs to it."""
    after = at + 1
    while after < len(lines) and lines[after].strip() and _depth(lines[after]) > _depth(lines[at]):
        after += 1
    file.write_text("\n".join((*lines[:at], *lines[after:])), encoding="utf-8", newline="\n")


def _rename(root: Path, problem: Problem, match: re.Match[str]) -> None:
    """Give a file another name; a name that is taken must not be told."""
    file = root / problem.location.file
    target = file.with_name(match[1])
    assert not target.exists(), f"{file.name} would overwrite {target.name}"
    file.rename(target)


def _rename_folder(root: Path, problem: Problem, match: re.Match[str]) -> None:
    """Give a folder another name."""
    folder = (root / problem.location.file).parent
    assert not folder.with_name(match[1]).exists()
    folder.rename(folder.with_name(match[1]))


def _delete_file(root: Path, problem: Problem, match: re.Match[str]) -> None:
    """Delete the file or folder that is named."""
    file = (root / problem.location.file).with_name(match[1])
    shutil.rmtree(file) if file.is_dir() else file.unlink()


def _append(root: Path, problem: Problem, match: re.Match[str]) -> None:
    """Put lines at the end of a file, which may be new; then perhaps write here what they define."""
    named = match[1] or _FILE.search(problem.hint[: match.start()])
    file = root / (named if isinstance(named, str) else named[0] if named else "")
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    text = text if not text or text.endswith("\n") else f"{text}\n"
    lines = "".join(f"{line}\n" for line in re.findall(_QUOTED, match[2]))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text + lines, encoding="utf-8")
    here = re.search(rf"แล้วเขียน {_QUOTED} ตรงนี้", problem.hint)
    if here is not None:
        _replace(root, problem, here)


def _add_below_values(root: Path, problem: Problem, match: re.Match[str]) -> None:
    """Put a line below the key of the values."""
    file = root / "procedures/manual.yml"
    text = file.read_text(encoding="utf-8")
    assert re.search(r"^values:", text, re.MULTILINE)
    file.write_text(re.sub(r"^values:.*", rf"\g<0>\n{match[1]}", text, flags=re.MULTILINE), encoding="utf-8")
    here = re.search(rf"แล้วเขียน {_QUOTED} ตรงนี้", problem.hint)
    if here is not None:
        _replace(root, problem, here)


def _create(root: Path, problem: Problem, match: re.Match[str]) -> None:  # noqa: ARG001 - as all acts
    """Make a file of one line."""
    file = root / match[1]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{match[2]}\n", encoding="utf-8")


def _run(root: Path, problem: Problem, match: re.Match[str]) -> None:  # noqa: ARG001 - as all acts
    """Give the command, in the project's folder."""
    given = shlex.split(match[1])
    asked = ["--office", "สำนักงานใหม่"] if given[:2] == ["new", "edition"] else []
    done = CliRunner().invoke(main, [*given, *asked, str(root)])
    assert done.exit_code == 0, f"khumue {match[1]}: {done.output}"


_ACTS: tuple[tuple[re.Pattern[str], Callable[[Path, Problem, re.Match[str]], None]], ...] = (
    (re.compile(rf"(?:ต้องการเขียน|เขียนเป็น|พิมพ์เป็น|เขียน|อ้าง) {_QUOTED}(?! ตรงนี้)"), _replace),
    (re.compile(rf"แล้วเขียนเป็น (.+?){_END}"), _begin_list),
    (re.compile(r"แล้วเขียนบรรทัดละข้อ คือ (.+)"), _begin_list),
    (re.compile(rf"(?<!แล้ว)เขียนเป็น (?!“|ช่อง: ค่า|ชื่อ: ค่า)([^…]+?){_END}"), _write_line),
    (re.compile(rf"ลบ {_QUOTED} เพื่อ"), _delete_quoted),
    (re.compile(r"^(?:ลบออก|ลบแล้วพิมพ์)"), _delete_marked),
    (re.compile(r"ให้ลบทั้งบรรทัด|^ลบข้อนี้ออก|^ลบออกหนึ่งข้อ|ให้ลบตรงนี้ออก|หรือลบบรรทัดนี้"), _delete_line),
    (re.compile(r"ลบบรรทัดนี้ออก(?:เพื่อ| แล้ว)|ไม่ได้ตัดสินใจ ให้ลบบรรทัดนี้ออก"), _delete_line),
    (re.compile(r"ลบ outcomes (?:ของขั้นตอนที่ \S+ ออกทั้งหมด|ออก)"), _delete_outcomes),
    (re.compile(r"หรือลบขั้นตอนนี้ออก"), _delete_step),
    (re.compile(r"เปลี่ยนชื่อเป็น (.+?)$"), _rename),
    (re.compile(r"เปลี่ยนชื่อโฟลเดอร์เป็น (\S+)$"), _rename_folder),
    (re.compile(rf"แล้วลบ {_QUOTED} \("), _delete_file),
    (re.compile(rf"เปลี่ยนบรรทัดนี้เป็น ({_SEVERAL})(?:แล้วลบบรรทัด ({_SEVERAL}))?"), _change_line),
    (re.compile(r"ลบบรรทัดนี้ แล้วเพิ่มบรรทัดเหล่านี้ท้ายไฟล์ (\S+): ((?:“[^”]+” ?)+)"), _move_to_end),
    (
        re.compile(
            r"ลบบรรทัดนี้ แล้วเขียน(ที่ระดับขั้นตอน|ที่ระดับงาน|ใน (\S+)) (?:\([^)]*\) )?แบบนี้ ((?:“[^”…]+” ?)+)"
            r"(?!“[^”]*…)"
        ),
        _write_at_level,
    ),
    (re.compile(rf"เพิ่มบรรทัด “id: ([^”]+)” เหนือ {_QUOTED}"), _name_a_step),
    (_LINES, _append),
    (re.compile(rf"เพิ่มบรรทัด {_QUOTED} ใต้ values"), _add_below_values),
    (re.compile(rf"สร้างไฟล์ (\S+) ที่มีบรรทัด {_QUOTED}"), _create),
    (re.compile(r"สั่ง khumue ((?:new|accept) [a-z0-9/ -]*[a-z0-9])"), _run),
    (re.compile(r"สั่ง khumue (approve .+?)(?: โดย|$)"), _run),
)


def _edit(
    root: Path,
    problem: Problem,
    change: Callable[[str, int, int], str | None],
    with_inner: bool = False,
) -> None:
    """Change the line of a problem, given where on it what is marked begins and ends; without a line, delete it."""
    file = root / problem.location.file
    lines = file.read_text(encoding="utf-8").split("\n")
    at, start = problem.location.line - 1, problem.location.column - 1
    changed = change(lines[at], start, start + problem.location.length)
    after = at + 1
    depth = len(lines[at]) - len(lines[at].lstrip())
    while with_inner and after < len(lines) and lines[after].strip() and _depth(lines[after]) > depth:
        after += 1
    lines[at:after] = [] if changed is None else [changed]
    file.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())
