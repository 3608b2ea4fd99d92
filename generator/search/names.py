"""Names of one and the same thing, from the manual's catalogues: what staff type for what the manual says."""

from collections.abc import Iterator

from generator.model import Manual, plain_text


def names_of(manual: Manual) -> list[list[str]]:
    """Groups of names: a term, its abbreviation and everyday words; a role and its short title.

    Args:
        manual: the manual, whose catalogues have the names.

    Returns:
        Groups of at least two different names as plain text, in the order of the catalogues.
    """
    groups = (list(dict.fromkeys(plain_text(name).strip() for name in group)) for group in _groups(manual))
    return [group for group in groups if len(group) > 1]


def _groups(manual: Manual) -> Iterator[list[str]]:
    for term in manual.terms.values():
        yield [term.term, *([term.short] if term.short else ()), *term.synonyms]
    for role in manual.roles.values():
        if role.short:
            yield [role.title, role.short]
