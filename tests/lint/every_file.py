"""A project that has every kind of file, and in its settings, its edition and a procedure what the showcase leaves out.

Slips are made in these files: each of their lines is one that an author may get wrong.
"""

from collections.abc import Mapping
from pathlib import Path

import yaml

from tests.support.projects import write_project
from tests.support.services import SERVICE
from tests.support.showcase import copy_showcase

RETIRED, SETTINGS = "procedures/retired.yml", "procedures/manual.yml"
EDITION, PROCEDURE = "procedures/editions/sample-2566.yml", "procedures/people/request.yml"
FILES = (RETIRED, SETTINGS, EDITION, PROCEDURE)
"""The files of it that say more than those of the showcase."""

_EMBLEM = "images/emblem.svg"
_IDS = [
    {"kind": "procedure", "old": "old-audit", "new": "audit", "date": "1 มกราคม 2568"},
    {"kind": "role", "old": "head", "new": "director", "date": 2568},
    {"kind": "step", "old": "old-audit#look", "new": "spending-plan#sort"},
    {"kind": "form", "old": "form-old", "new": "paper-form"},
    {"kind": "term", "old": "term-old"},
]
_MORE_SETTINGS = {
    "reading_lists": "mailto:plan@office.example",
    "print": {
        "emblem": _EMBLEM,
        "foreword": "about/foreword.md",
        "introduction": ["about/foreword.md"],
        "download": "offered",
    },
    "language": "th",
    "era": "buddhist",
    "allow": ["frames"],
    "attachments": ["dwg"],
}
_MORE_OF_THE_EDITION = {
    "effective": "1 ตุลาคม 2566",
    "site": "https://manual.example/one/",
    "reading_lists": "https://forms.example/read",
    "approvals": [
        {"procedure": "audit", "role": "director", "date": "21 พฤษภาคม 2566", "order": "คำสั่งที่ 12/2566"},
        {"procedure": "spending-plan", "role": ["director", "committee"], "date": "22 พฤษภาคม 2566"},
    ],
    "changes": {"spending-plan": [{"replace": "summary", "with": "สรุปใหม่", "reason": "ปรับ"}]},
}
_REQUEST = {
    "title": "ขอใบอนุญาต",
    "owner": "planning-group",
    "summary": "ออกใบอนุญาต",
    "schedule": "ทุกวันที่ 5 ของเดือน",
    "document_control": {
        "code": "SOP-1",
        "revision": "2",
        "prepared": "planning-group",
        "approved": {"role": "director", "date": "21 พฤษภาคม 2566"},
        "revisions": [
            {"number": "1", "date": "2565", "changes": "แรก"},
            {"number": "2", "date": "2566", "changes": "สอง"},
        ],
    },
    "service": {**SERVICE, "documents": [{"name": "แบบคำขอ", "form": "paper-form"}]},
    "steps": [
        {"id": "take", "text": "รับคำขอ", "forms": ["paper-form"], "duration": "1 วัน"},
        {
            "id": "judge",
            "text": "พิจารณา",
            "role": "director",
            "schedule": "ทุกเดือน",
            "outcomes": [{"label": "อนุญาต", "go": "tell"}, {"label": "ไม่อนุญาต", "go": "end"}],
        },
        {"id": "tell", "text": "แจ้งผล"},
    ],
}


def write_every_file(root: Path) -> Path:
    """Write the project; gives its root."""
    copy_showcase(root)
    edition = (root / EDITION).read_text(encoding="utf-8").replace("[leave]", "[leave, request]")
    settings = (root / SETTINGS).read_text(encoding="utf-8")
    return write_project(
        root,
        {
            RETIRED: _as_yaml({"ids": _IDS}),
            SETTINGS: f"{settings.rstrip()}\n{_as_yaml(_MORE_SETTINGS)}",
            EDITION: f"{edition.rstrip()}\n{_as_yaml(_MORE_OF_THE_EDITION)}",
            PROCEDURE: _as_yaml(_REQUEST),
            f"docs/{_EMBLEM}": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>\n',
        },
    )


def _as_yaml(content: Mapping[str, object]) -> str:
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
