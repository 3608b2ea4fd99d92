"""Rules about addresses: of documents, of forms, and of the place to which readers report mistakes."""

import re
from collections.abc import Iterator

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.lint.rules.service import presented_texts
from generator.model import Manner, Path, Procedure, record
from generator.problems import Problem
from generator.project import FileKind, ProjectFile
from generator.storage import is_file
from generator.urls import is_broken_url, split_url
from generator.yamltext import as_mapping, as_text

_WEB_SCHEMES = ("https", "http")
_FEEDBACK_SCHEMES = ("https", "http", "mailto")
_MAIL_OR_FORM_SCHEMES = ("https", "mailto")
_FEEDBACK_FIELDS = ("{title}", "{body}")
_BARE_ADDRESS = re.compile(r"(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:th|com|org|net)\b)", re.IGNORECASE)
_OF_THE_WEB = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#]\S*)?", re.IGNORECASE)
"""What can only be an address of the web where no file is meant."""
_MAILBOX = re.compile(r"[^\s@?&,;]+@[^\s@?&,;]+(?:\?|$)")
_FIELD_PATTERN = re.compile(r"\{[^{}]*\}")


def is_bare_address(text: str) -> bool:
    """Whether a text is an address of the web that only lacks its ``https://``."""
    return _BARE_ADDRESS.match(text) is not None


def is_broken_address(url: str) -> bool:
    """Whether an address that begins with a known scheme still leads nowhere: no host, or white space in it."""
    parts = split_url(url)
    return (
        is_broken_url(url)
        or any(character.isspace() for character in url)
        or (parts.scheme in _WEB_SCHEMES and not (parts.hostname and parts.port != 0))
    )


def addresses(facts: ProjectFacts) -> Iterator[Problem]:
    """`bad-url` of references, forms, the feedback link, the sites of editions, and where lists of readings go."""
    for edition in facts.project.of_kind(FileKind.EDITION):
        site = as_text(as_mapping(edition.data).get("site"))
        yield from _address(edition, ("site",), site, _WEB_SCHEMES)
        yield from _mail_or_form(edition)
    for kind, schemes in ((FileKind.REFERENCES, _WEB_SCHEMES), (FileKind.FORMS, (*_WEB_SCHEMES, ""))):
        for catalogue in facts.project.of_kind(kind):
            for identifier, entry in as_mapping(catalogue.data).items():
                yield from _address(
                    catalogue, (identifier, "url"), as_text(as_mapping(entry).get("url")), schemes
                )
    for settings in facts.project.of_kind(FileKind.SETTINGS):
        yield from _mail_or_form(settings)
        url = as_text(as_mapping(settings.data).get("feedback"))
        yield from _address(settings, ("feedback",), url, _FEEDBACK_SCHEMES)
        for match in _FIELD_PATTERN.finditer(url):
            if match[0] not in _FEEDBACK_FIELDS:
                place = settings.text_place(("feedback",), match.start(), len(match[0]))
                yield found("bad-url", place, "field", text=match[0], fields=", ".join(_FEEDBACK_FIELDS))


def _mail_or_form(document: ProjectFile) -> Iterator[Problem]:
    """What is wrong with where lists of readings are sent: a mailbox, or a form to which nobody can listen in."""
    url = as_text(as_mapping(document.data).get("reading_lists"))
    problems = tuple(_address(document, ("reading_lists",), url, _MAIL_OR_FORM_SCHEMES))
    yield from problems
    scheme, _, mailbox = url.partition(":")
    if not problems and scheme.lower() == "mailto" and not _MAILBOX.match(mailbox):
        yield found("bad-url", document.value_place(("reading_lists",)), "broken", url=url)


def addresses_of_services(facts: ProjectFacts) -> Iterator[Problem]:
    """`bad-url` of what procedures tell readers of the web."""
    for document in facts.of_kind(FileKind.PROCEDURE):
        if not document.source.holds("url"):
            continue
        for path, url in presented_texts(document.data, record(Procedure), Manner.WEB):
            yield from _address(document, path, url, _WEB_SCHEMES)


def _address(document: ProjectFile, path: Path, url: str, schemes: tuple[str, ...]) -> Iterator[Problem]:
    """What is wrong with one address."""
    if not url:
        return
    place = document.value_place(path)
    scheme = url.partition(":")[0].lower() if ":" in url else ""
    if not scheme and (is_bare_address(url) or ("" not in schemes and _OF_THE_WEB.fullmatch(url))):
        yield found("bad-url", place, "bare", url=url, suggestion=f"https://{url}")
    elif scheme not in schemes:
        allowed = " ".join(f"{each}:" if each == "mailto" else f"{each}://" for each in schemes if each)
        yield found("bad-url", place, url=url, schemes=allowed)
    elif "${" in url:
        yield found("bad-url", place, "value", url=url)
    elif not scheme and _leaves_folder(url):
        yield found("bad-url", place, "outside", url=url)
    elif is_broken_address(url):
        yield found("bad-url", place, "broken", url=url)


def _leaves_folder(file: str) -> bool:
    """Whether a path of a file leads out of its folder or is absolute."""
    return file.startswith("/") or "\\" in file or ".." in file.split("/")


def form_files(facts: ProjectFacts) -> Iterator[Problem]:
    """`missing-form-file`: a form names a file that is not in ``docs/``."""
    for catalogue in facts.project.of_kind(FileKind.FORMS):
        for identifier, entry in as_mapping(catalogue.data).items():
            url = as_text(as_mapping(entry).get("url"))
            names_file = bool(url) and not any(_address(catalogue, (identifier, "url"), url, ("",)))
            if names_file and not is_file(facts.project.root, f"docs/{url}"):
                yield found("missing-form-file", catalogue.value_place((identifier, "url")), url=url)
