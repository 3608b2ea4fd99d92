"""Record what ``khumue init`` writes: ``python -m scripts.record_init_states [--from-history]``.

Without an option the working tree is recorded as one more state, if it writes anything that the last one did not: to be
run whenever files that `init` writes change; a test tells. With it, the record is made anew from the history of the
repository: a manual may have been laid out by any commit of its main line.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, StrictUndefined, UndefinedError

from generator.literals import literal
from generator.model import Language
from generator.scaffold import HOSTS, default_answers, files_laid_out, yaml_scalar
from generator.scaffold.laid_out import STATES, hash_of, is_kept_up, variant_of
from generator.storage import GitError, ask_git

ROOT = Path(__file__).parent.parent
FOLDERS = ("generator/scaffold/templates", "generator/editing/templates")
"""Where templates stand, and stood."""
WORDS = "generator/words/{language}/beginnings.yml"
NOW = "now"
VARIANTS = tuple((host, language.value) for host in HOSTS for language in Language)
Files = Mapping[str, str]
Record = dict[str, Any]


def git(*arguments: str) -> str:
    """What git says of this repository."""
    return ask_git(ROOT, *arguments).decode()


def files_now(host: str, language: str) -> Files:
    """What the working tree writes for a host and a language, by path."""
    answers = {**default_answers({"language": language}), "program": "", "reference": "", "host": host}
    return {path: text for path, text in files_laid_out(answers) if is_kept_up(path)}


def files_of(commit: str, host: str, language: str) -> Files:
    """What a commit wrote for a host and a language, by path; nothing of what it had no templates for."""
    listed = git("ls-tree", "-r", "--name-only", commit, "--", *FOLDERS).splitlines()
    names: dict[str, str] = {}
    for folder in ("init", f"init-{language}", f"init-{host}"):
        for path in listed:
            _, found, name = path.partition(f"/templates/{folder}/")
            if found and (host == HOSTS[0] or not name.startswith("dot_github/")):
                names[name] = path
    if not names or not all(_is_offered(listed, each, HOSTS[0], "th") for each in (host, language)):
        return {}
    made = {}
    for name, path in names.items():
        place = _place(name)
        if is_kept_up(place) and "_edition" not in place:
            text = git("show", f"{commit}:{path}")
            filled = _filled(commit, text, host, language) if name.endswith(".jinja") else text
            if filled is not None:
                made[place] = filled
    return made


def commits() -> Iterator[tuple[str, str]]:
    """The commits of the main line that may have changed what is written, the oldest first, with their days."""
    words = (WORDS.format(language=each.value) for each in Language)
    said = git("log", "--first-parent", "--reverse", "--format=%h %cs", "HEAD", "--", *FOLDERS, *words)
    for line in said.splitlines():
        commit, day = line.split()
        yield commit, day


def record_of(states: Sequence[tuple[str, Mapping[str, Files]]]) -> Record:
    """The record of some states, each with its name and its files by variant."""
    files: dict[str, dict[str, list[Any]]] = {}
    for index, (_, variants) in enumerate(states):
        for variant, texts in variants.items():
            for path, text in texts.items():
                add(files.setdefault(variant, {}).setdefault(path, []), hash_of(text), index)
    return {"states": [name for name, _ in states], "files": files}


def add(written: list[Any], found: str, index: int) -> None:
    """Note that a state wrote a file so."""
    known = next((each for each in written if each[0] == found), None)
    if known is None:
        written.append([found, index, index])
    else:
        known[2] = index


def main() -> int:
    """Record, and say what was done."""
    if "--from-history" in sys.argv[1:]:
        states: list[tuple[str, Mapping[str, Files]]] = []
        for commit, day in commits():
            variants = {variant_of(*each): files for each in VARIANTS if (files := files_of(commit, *each))}
            if variants and (not states or variants != states[-1][1]):
                states.append((f"{day} {commit}", variants))
        record = record_of(states)
    else:
        record = json.loads(STATES.read_text(encoding="utf-8"))
    _record_now(record)
    STATES.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(record['states'])} states\n")
    return 0


def _record_now(record: Record) -> None:
    """Add the working tree as one more state, unless the last one wrote the same."""
    states, files = record["states"], record["files"]
    last = len(states) - 1
    now = {variant_of(*each): files_now(*each) for each in VARIANTS}
    before = {
        variant: {path: written[-1][0] for path, written in paths.items() if written[-1][2] == last}
        for variant, paths in files.items()
    }
    if before == {
        variant: {path: hash_of(text) for path, text in texts.items()} for variant, texts in now.items()
    }:
        return
    states.append(NOW)
    for variant, texts in now.items():
        for path, text in texts.items():
            add(files.setdefault(variant, {}).setdefault(path, []), hash_of(text), last + 1)


def _is_offered(listed: list[str], asked: str, *defaults: str) -> bool:
    """Whether templates are there for a host or a language; the first of each has the shared ones."""
    return asked in defaults or any(f"/templates/init-{asked}/" in path for path in listed)


def _place(name: str) -> str:
    parts = name.removesuffix(".jinja").split("/")
    return "/".join(f".{each.removeprefix('dot_')}" if each.startswith("dot_") else each for each in parts)


def _filled(commit: str, text: str, host: str, language: str) -> str | None:
    """A template as a commit filled it in; None of one that asks for what nobody but the office knew."""
    environment = Environment(undefined=StrictUndefined, keep_trailing_newline=True)  # noqa: S701  # YAML
    environment.filters |= {"scalar": yaml_scalar, "literal": literal}
    try:
        said = yaml.safe_load(git("show", f"{commit}:{WORDS.format(language=language)}"))
    except GitError:
        said = {"manual": {}, "site": {}}
    try:
        return environment.from_string(text).render(
            sample=said["manual"], site=said["site"], language=language, host=host
        )
    except UndefinedError:
        return None


if __name__ == "__main__":
    raise SystemExit(main())
