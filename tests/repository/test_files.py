"""How every file is written: encoding, line ends, length, a head that says why it exists."""

import ast
import re
from pathlib import Path

from tests.repository.repository import ROOT, files_with_suffix, text_files

LONGEST_MODULE = 320
BROKEN_ON_PURPOSE = re.compile(r"tests/lint/broken/.*")
TABS_BELONG_IN = re.compile(rf"Makefile|.*\.gv|.*\.tsv|{BROKEN_ON_PURPOSE.pattern}")
WRITTEN_BY_PROGRAMS = re.compile(r"tests/.*/golden/.*|flowcharts/.*")
IGNORE = re.compile(r"#\s*(noqa|type:\s*ignore|mypy:|ruff:)")
IGNORE_WITH_REASON = re.compile(r"# (noqa: [A-Z]+\d+(, [A-Z]+\d+)*|type: ignore\[[a-z, -]+\]) +[#(-]\s*\w")


def test_text_is_utf8_with_plain_line_ends() -> None:
    marked = {name for name, text in text_files().items() if "\r" in text or "\ufeff" in text}
    marred = [name for name in sorted(marked) if not BROKEN_ON_PURPOSE.fullmatch(name)]
    assert marred == []


def test_tabs_stand_only_where_the_format_needs_them() -> None:
    tabbed = [
        name for name, text in text_files().items() if "\t" in text and not TABS_BELONG_IN.fullmatch(name)
    ]
    assert tabbed == []


def test_every_file_that_people_write_ends_with_one_line_end() -> None:
    written = {name: text for name, text in text_files().items() if not WRITTEN_BY_PROGRAMS.fullmatch(name)}
    ragged = [name for name, text in written.items() if text and not text.endswith("\n")]
    trailing = [name for name, text in written.items() if text.endswith("\n\n")]
    assert ragged + trailing == []


def test_no_file_names_a_folder_of_this_machine() -> None:
    own_folders = {str(ROOT), str(Path.home())} - {"/"}
    naming = [
        name for name, text in text_files().items() if any(f"{folder}/" in text for folder in own_folders)
    ]
    assert naming == []


def test_modules_say_why_they_exist() -> None:
    modules = files_with_suffix(".py")
    assert modules
    assert [name for name, text in modules.items() if not ast.get_docstring(ast.parse(text))] == []


def test_modules_stay_short() -> None:
    lengths = {name: text.count("\n") for name, text in files_with_suffix(".py").items()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_an_ignored_rule_has_its_code_and_a_reason_beside_it() -> None:
    bare = [
        f"{name}:{line.strip()}"
        for name, text in files_with_suffix(".py").items()
        for line in text.splitlines()
        if IGNORE.search(line) and not IGNORE_WITH_REASON.search(line)
    ]
    assert bare == []
