"""What was told of a time between two states of an edition, as it is written beside a site and read back.

A file of another version, in another language, or that somebody else wrote counts as none: all is told anew.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

from generator import __version__
from generator.indexes import Happening
from generator.project import PROCEDURES_FOLDER
from generator.storage import bytes_there
from generator.yamltext import as_mapping, as_text, quick_data

_FORMAT = 2
_SETTINGS = f"{PROCEDURES_FOLDER}/manual.yml"
_TEXTS = tuple(each.name for each in fields(Happening) if each.type is str)


@dataclass(frozen=True, slots=True)
class Period:
    """The time between two states of an edition.

    Attributes:
        before: the commit of the older one.
        after: the commit of the newer one.
        day: of the newer one.
        happenings: what became of procedures.
        renamed: the ids of procedures that have others now, and these.
        approved: of which procedures an approval was recorded: who gave it, and when, in words.
    """

    before: str
    after: str
    day: date
    happenings: tuple[Happening, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    approved: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def states(self) -> tuple[str, str]:
        """The commits of both states."""
        return self.before, self.after


@dataclass(frozen=True, slots=True)
class Record:
    """What was told of an edition.

    Attributes:
        newest: the commit up to which it was; empty for nothing.
        periods: the oldest first.
    """

    newest: str = ""
    periods: tuple[Period, ...] = ()


def speech_of(root: Path) -> str:
    """In which language and era a project's readers are spoken to, as its settings write it."""
    settings = as_mapping(quick_data((bytes_there(root, _SETTINGS) or b"").decode("utf-8", "replace")))
    return " ".join(as_text(settings.get(key)) for key in ("language", "era")).strip()


def record_text(record: Record, speech: str) -> str:
    """What was told, as JSON."""
    periods = [
        {
            "before": each.before,
            "after": each.after,
            "day": each.day.isoformat(),
            "procedures": [
                asdict(happening) | {"day": happening.day.isoformat()} for happening in each.happenings
            ],
            "renamed": dict(each.renamed),
            "approved": {procedure: list(said) for procedure, said in each.approved.items()},
        }
        for each in record.periods
    ]
    data = {
        "format": _FORMAT,
        "khumue": __version__,
        "speech": speech,
        "newest": record.newest,
        "periods": periods,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def record_of(content: bytes | None, speech: str) -> Record:
    """What an earlier build told; nothing where that cannot be used."""
    try:
        data = json.loads(content or b"{}")
        if (data.get("format"), data.get("khumue"), data.get("speech")) != (_FORMAT, __version__, speech):
            return Record()
        return Record(str(data["newest"]), tuple(map(_period, data["periods"])))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Record()


def _period(data: Mapping[str, Any]) -> Period:
    return Period(
        str(data["before"]),
        str(data["after"]),
        date.fromisoformat(data["day"]),
        tuple(map(_happening, data["procedures"])),
        {str(old): str(new) for old, new in data["renamed"].items()},
        {str(procedure): (str(by), str(on)) for procedure, (by, on) in data["approved"].items()},
    )


def _happening(data: Mapping[str, Any]) -> Happening:
    texts = {name: str(data[name]) for name in _TEXTS}
    return Happening(date.fromisoformat(data["day"]), **texts, is_record=data.get("is_record") is True)
