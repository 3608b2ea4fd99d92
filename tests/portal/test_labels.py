"""The portal's words: each is used, and none stands in code or templates."""

import re
from pathlib import Path

from generator.portal import portal
from generator.words import words_of

ROOM = Path(portal.__file__).parent
SOURCES = [path for pattern in ("*.py", "*.jinja") for path in sorted(ROOM.rglob(pattern))]
THAI = re.compile("[\u0e01-\u0e5b]")


def test_every_word_is_used() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    unused = [
        f"{topic}.{key}"
        for topic, entries in words_of("portal").items()
        for key in entries
        if not re.search(rf"[\"'.]{re.escape(key)}\b", code)
    ]
    assert unused == []


def test_no_thai_word_stands_in_code_or_templates() -> None:
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".py":
            text = "\n".join(line for line in text.splitlines() if "``" not in line)
        assert not THAI.search(text), path
