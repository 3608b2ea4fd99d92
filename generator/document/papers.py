"""References and forms as readers see them: what it is, when it was made, whether it still holds, where to open it."""

from dataclasses import dataclass, replace
from datetime import date

from generator.document.addresses import (
    FORMS,
    REFERENCES,
    Target,
    entry_fragment,
    entry_uri,
    is_linkable,
    is_own_file,
)
from generator.document.names import NameMark
from generator.indexes import cited_references, cited_sections
from generator.model import (
    Form,
    Manual,
    PlacedProcedure,
    Procedure,
    Reference,
    ReferenceStatus,
    Standing,
    doubt,
    doubt_about,
    expiry_to_come,
)
from generator.thai import era_year, thai_date
from generator.words import words_of


@dataclass(frozen=True, slots=True)
class Paper:
    """A reference or a form.

    Attributes:
        fragment: its HTML id, on its catalogue page and on the pages that list it.
        catalogue: where everything about it stands: a reference's page, a form's entry.
        type: what sort of document it is; None for forms.
        title: as authored; so are the texts in `facts` and `note`.
        facts: number and dates, worded.
        mark: whether it has expired, was amended, replaced or repealed.
        expiry: that it has expired, from the end of its validity on, when that is still to come.
        successor: title of what replaced it, and the entry.
        url: where to open it: an outside address or a file among the documents; None when it has none.
        unlinked: an authored address that is not safe to link, shown as it is.
        note: what its catalogue says of it besides.
        sections: what of it is cited where it is listed, as authored; empty where it is the whole.
    """

    fragment: str
    catalogue: Target
    type: str | None
    title: str
    facts: tuple[str, ...] = ()
    mark: NameMark | None = None
    expiry: NameMark | None = None
    successor: tuple[str, Target] | None = None
    url: str | Target | None = None
    unlinked: str | None = None
    note: str | None = None
    sections: tuple[str, ...] = ()


def cited_papers(manual: Manual, placed: PlacedProcedure, today: date) -> tuple[Paper, ...]:
    """The references that a procedure and its steps cite, in that order; ids that nobody knows are left out.

    Args:
        manual: the manual.
        placed: the procedure, with whose last review they are compared.
        today: the day to judge by.
    """
    sections = cited_sections(placed)
    papers = (
        (key, reference_paper(manual, key, manual.references[key], today, placed.procedure))
        for key in cited_references(placed)
        if key in manual.references
    )
    return tuple(replace(paper, sections=sections.get(key, ())) for key, paper in papers)


def form_papers(manual: Manual, identifiers: tuple[str, ...]) -> tuple[Paper, ...]:
    """The forms with some ids, in that order; ids that the catalogue does not know are left out."""
    return tuple(form_paper(each, manual.forms[each]) for each in identifiers if each in manual.forms)


def reference_paper(
    manual: Manual, identifier: str, reference: Reference, today: date, citing: Procedure | None = None
) -> Paper:
    """A reference as it is shown on a day, by itself or to the readers of a procedure that cites it."""
    fragment = entry_fragment("reference", identifier)
    url, unlinked = _where(reference.url)
    return Paper(
        fragment=fragment,
        catalogue=reference_target(identifier),
        type=words_of("document")["reference_type"][reference.type.value],
        title=reference.title,
        facts=_reference_facts(reference),
        mark=_reference_mark(reference, today, citing),
        expiry=_expiry(reference, today),
        successor=_successor(manual, reference),
        url=url,
        unlinked=unlinked,
        note=reference.note,
    )


def form_paper(identifier: str, form: Form) -> Paper:
    """A form as it is shown."""
    fragment = entry_fragment("form", identifier)
    url, unlinked = _where(form.url)
    facts = (words_of("document")["reference"]["number"].format(number=form.number),) if form.number else ()
    catalogue = Target(FORMS, fragment)
    return Paper(fragment, catalogue, None, form.title, facts, url=url, unlinked=unlinked, note=form.note)


def reference_target(identifier: str) -> Target:
    """The page of a reference."""
    return Target(entry_uri(REFERENCES, identifier))


def _where(url: str | None) -> tuple[str | Target | None, str | None]:
    """What to link, and what to show without a link because it is neither a web address nor one of our files."""
    if url is None:
        return None, None
    if is_linkable(url):
        return url.strip(), None
    return (Target(url.strip()), None) if is_own_file(url) else (None, url)


def _reference_facts(reference: Reference) -> tuple[str, ...]:
    """Number and dates, worded; without a number or year that the title says already."""
    words, facts = words_of("document")["reference"], []
    if reference.number and reference.number not in reference.title:
        facts.append(words["number"].format(number=reference.number))
    if reference.issued:
        facts.append(words["issued"].format(date=thai_date(reference.issued)))
    elif reference.year and str(era_year(reference.year)) not in reference.title:
        facts.append(words["year"].format(date=thai_date(reference.year)))
    if validity := validity_words(reference):
        facts.append(validity)
    if reference.amended:
        facts.append(words["amended"].format(date=thai_date(reference.amended)))
    return tuple(facts)


def validity_words(reference: Reference) -> str | None:
    """The time for which a document was made, worded; None when it is not stated."""
    start, end = (reference.valid.start, reference.valid.end) if reference.valid else (None, None)
    if start is None and end is None:
        return None
    wording = "valid" if start and end else "valid_from" if start else "valid_to"
    told: str = words_of("document")["reference"][wording]
    return told.format(start=thai_date(start) if start else "", end=thai_date(end) if end else "")


def _reference_mark(reference: Reference, today: date, citing: Procedure | None) -> NameMark | None:
    """Why it no longer carries what cites it, or that it was amended."""
    why = doubt_about(reference, citing, today) if citing else None
    if why := why or doubt(Standing.of(reference), None, today):
        return _mark(why.value)
    return _mark("amended") if reference.status is ReferenceStatus.AMENDED else None


def _expiry(reference: Reference, today: date) -> NameMark | None:
    """That it has expired, hidden until then."""
    end = expiry_to_come(reference, today)
    return replace(_mark("expired"), after=end.last_day.isoformat(), is_so=False) if end else None


def _mark(kind: str) -> NameMark:
    return NameMark(kind, words_of("document")["reference_status"][kind])


def _successor(manual: Manual, reference: Reference) -> tuple[str, Target] | None:
    if reference.replaced_by is None or reference.replaced_by not in manual.references:
        return None
    title = manual.references[reference.replaced_by].title
    return title, reference_target(reference.replaced_by)
