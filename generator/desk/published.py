"""The desk on a published site, on the files of the host that keeps them: the page, and what it knows of the project.

The page asks the host itself; what only the generator knows of the project stands beside it as data of the day on which
the site was built.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from generator.assembly import read_editions
from generator.charts import chart_styles, dark_chart_styles, role_styles
from generator.data_files import data_paths, data_text
from generator.desk.lighter_files import APP, lightened
from generator.desk.repositories import KINDS, HostedRepository, hosted_repository
from generator.desk.schemas import describe_forms
from generator.desk.telling import Json, catalogues_of, project_of
from generator.desk.written_forms import told_rules, written_forms
from generator.diagnostics import rule, rule_ids
from generator.storage import read_bytes
from generator.words import DEFAULT, speaking

__all__ = ["KINDS", "HostedRepository", "hosted_repository", "published_desk", "words_of_hosts"]

_PAGE, _START = "index.html", 'src="start.js"'
_OF_HOSTS = 'src="hosts/start.js"'
_STYLE, _MORE_STYLE = (
    '<link rel="stylesheet" href="charts.css">',
    '<link rel="stylesheet" href="hosts/hosts.css">',
)
_TITLE = re.compile("<title>.*</title>\n")
_OF_HOST = re.compile(r"hosts/(?!start\b)\w+\.js")
_PRELOADED = '<link rel="modulepreload" href="{path}">'
_BEGIN = '<meta charset="utf-8">'
_HEAD = (
    '{begin}\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n<meta name="robots" content="noindex">\n'
    '<meta name="referrer" content="no-referrer">'
)
_TOLD_RULES = ("missing-key", "empty-text", "unknown-key", "unknown-choice", "bad-id", "base-moved")
_UNKNOWN = "unknown-{kind}"


def published_desk(
    root: Path, place: HostedRepository, policy: str, site: Mapping[str, object], head: str
) -> Iterator[tuple[str, bytes]]:
    """The files of the desk, one after the other, by their paths in its folder.

    Args:
        root: the project's root.
        place: where its files are kept.
        policy: what the page may load and run.
        site: what the page has to know of the site around it: ``site``, its address from there; ``editions_below``,
            whether each edition's site is in a folder of its id; ``directory_urls``; ``client``, by which the
            host knows it.
        head: what its head tells of it, as HTML, its title among it.

    Raises:
        OSError: when a file cannot be read.
    """
    for path in _app_files(place.kind):
        yield path, lightened(path, read_bytes(APP, path))
    yield _PAGE, _page(policy, place.kind, head).encode()
    yield "charts.css", (chart_styles() + dark_chart_styles() + role_styles()).encode()
    from generator.scaffold import blanks_of  # noqa: PLC0415 - of the builds that need no other part of it

    editions = read_editions(root, check=False)
    with speaking(DEFAULT):
        catalogues = catalogues_of(editions)
        told: Mapping[str, object] = {
            "place": {**asdict(place), **site},
            "project": project_of(root, editions),
            "forms": {**describe_forms(), "written": written_forms()},
            "catalogues": catalogues,
            "rules": _rules(catalogues),
            "blanks": asdict(blanks_of(editions.project)),
        }
    for name, data in told.items():
        yield f"data/{name}.json", json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def make_app_lighter(kind: str) -> None:
    """Make what `published_desk` gives of the application once: a copy of this process then knows it.

    Args:
        kind: of the host.

    Raises:
        OSError: when a file cannot be read.
    """
    for path in _app_files(kind):
        lightened(path, read_bytes(APP, path))


def words_of_hosts() -> Mapping[str, str]:
    """What the page says of hosts, by its names."""
    told: Mapping[str, str] = json.loads(data_text(APP / "hosts" / "words.json"))
    return told


def _app_files(kind: str) -> Iterator[str]:
    """The files of the application that a site has: all but its page, what starts it here, and hosts of other kinds."""
    left_out = {_PAGE, "start.js", *(f"hosts/{each}.js" for each in KINDS if each != kind)}
    for file in data_paths(APP):
        path = file.relative_to(APP).as_posix()
        if path not in left_out:
            yield path


def _page(policy: str, kind: str, head: str) -> str:
    """The page, which starts on the files of a host under a policy of its own."""
    text = data_text(APP / _PAGE)
    text = _TITLE.sub(lambda _: head, text, count=1)
    text = text.replace(_BEGIN, _HEAD.format(begin=_BEGIN, policy=policy), 1)
    scripts = [_PRELOADED.format(path=path) for path in _app_files(kind) if _OF_HOST.fullmatch(path)]
    more = [_STYLE, _MORE_STYLE, *(each for each in scripts if each not in text)]
    return text.replace(_START, _OF_HOSTS, 1).replace(_STYLE, "\n".join(more), 1)


def _rules(catalogues: Json) -> Mapping[str, object]:
    """The words of the rules by which the page looks at what is typed."""
    known = rule_ids()
    names = (*_TOLD_RULES, *told_rules(), *(_UNKNOWN.format(kind=kind) for kind in catalogues))
    return {name: _told_rule(name) for name in names if name in known}


def _told_rule(name: str) -> Mapping[str, object]:
    found = rule(name)
    variants = {name: asdict(wording) for name, wording in found.variants.items()}
    return {"severity": found.severity.value, **asdict(found.wording), "variants": variants}
