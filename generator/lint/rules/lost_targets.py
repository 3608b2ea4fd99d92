"""A `go` that names no step: told with the step that was probably meant, and with an id for one that has none yet."""

from collections.abc import Collection, Mapping

from generator.diagnostics import closest, found
from generator.lint.rules.unknown import Became
from generator.model import IDENTIFIER_PATTERN
from generator.problems import Problem
from generator.yamltext import TextSpan


def lost_target(
    place: TextSpan,
    go: str,
    suggestion: str | None,
    known: Collection[str],
    unnamed: Mapping[str, str],
    became: Became,
) -> Problem:
    """What is told of a `go` to nowhere.

    Args:
        place: where it stands.
        go: what was written.
        suggestion: the id that it probably means.
        known: the ids that steps have, for the hint.
        unnamed: the numbers of the steps without an id, by their texts.
        became: what became of the step, where it was once there.
    """
    listed = ", ".join(known)
    if suggestion is not None or IDENTIFIER_PATTERN.fullmatch(go):
        return found(
            "go-to-nowhere",
            place,
            id=go,
            suggestion=suggestion,
            known=listed,
            now=became.now,
            gone=became.gone,
        )
    text = go if go in unnamed else closest(go, unnamed) or _beginning(go, unnamed)
    new = next(each for at in range(len(known) + 2) if (each := f"new-step-{at + 1}") not in known)
    return found(
        "go-to-nowhere",
        place,
        "text",
        id=go,
        new=new,
        text=text,
        number=unnamed[text] if text is not None else None,
        known=listed,
    )


def _beginning(go: str, unnamed: Mapping[str, str]) -> str | None:
    """The only text that begins with what was written, as authors know a step by its first words."""
    alike = [text for text in unnamed if text.startswith(go)]
    return alike[0] if len(alike) == 1 else None
