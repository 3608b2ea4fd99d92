"""The address behind "แจ้งขอแก้ไข": the office's own form or mailbox, with procedure and step filled in."""

from functools import lru_cache
from urllib.parse import quote

from generator.document.addresses import is_linkable
from generator.model import Manual, PlacedProcedure, PlacedStep, plain_text
from generator.words import words_of

_MOST_QUOTED = 8192


def general_feedback(manual: Manual, title: str) -> str | None:
    """The address for remarks on a page that is no procedure's; None when the manual names no address."""
    facts = {"title": title, "office": plain_text(manual.edition.office)}
    return _filled(manual, "general", facts)


def procedure_feedback(manual: Manual, placed: PlacedProcedure) -> str | None:
    """The address for remarks on a procedure; None when the manual names no address."""
    return _filled(manual, "page", _procedure_facts(manual, placed))


def step_feedback(manual: Manual, placed: PlacedProcedure, step: PlacedStep) -> str | None:
    """The address for remarks on one step; None when the manual names no address."""
    facts = _procedure_facts(manual, placed)
    facts |= {"step": step.number, "text": plain_text(step.step.text), "anchor": step.anchor}
    return _filled(manual, "step", facts)


def _procedure_facts(manual: Manual, placed: PlacedProcedure) -> dict[str, str]:
    return {
        "number": placed.number,
        "title": plain_text(placed.title),
        "office": plain_text(manual.edition.office),
        "path": placed.path,
    }


def _filled(manual: Manual, kind: str, facts: dict[str, str]) -> str | None:
    """The manual's address with title and body filled in; None when there is none that may be linked."""
    address, words = manual.settings.feedback, words_of("document")["feedback"]
    if not address or not is_linkable(address):
        return None
    title, body = words[f"{kind}_title"].format(**facts), words[f"{kind}_body"].format(**facts)
    return address.replace("{title}", _quoted(title)).replace("{body}", _quoted(body))


@lru_cache(maxsize=_MOST_QUOTED)
def _quoted(text: str) -> str:
    """A text as part of an address: every page has the same again whenever a manual is read anew."""
    return quote(text, safe="")
