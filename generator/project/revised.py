"""A project as it would be if some of its files said something else: what is to be written is judged before it is."""

from collections.abc import Mapping
from dataclasses import replace

from generator.problems import Problem
from generator.project.folders import Found
from generator.project.project import Project, document_of
from generator.project.site_settings import SITE_SETTINGS, settings_of
from generator.project.written_pages import page_of


def as_revised(
    project: Project, contents: Mapping[str, bytes], moved: Mapping[str, Found], added: Mapping[Found, bytes]
) -> Project:
    """A project with other contents of files.

    Args:
        project: as it is.
        contents: what its documents, pages and settings are to say, by the paths that these have now.
        moved: where documents are to stand, and as what, by the paths that they have now.
        added: what documents are to say that are not there yet.
    """
    problems: list[Problem] = [
        each
        for each in project.problems
        if each.location.file not in contents and each.location.file not in moved
    ]
    documents, pages, site = [], [], project.site
    for each in project.documents:
        file = each.source.file
        found = moved.get(file) or Found(file, each.kind, each.id, each.area, each.edition)
        document = each
        if file in contents:
            document, told = document_of(found, contents[file])
            problems += told
        documents.append(document)
    for found, content in added.items():
        document, told = document_of(found, content)
        problems += told
        documents.append(document)
    for page in project.pages:
        new_page = page
        if page.source.file in contents:
            new_page, told = page_of(page.found, contents[page.source.file])
            problems += told
        pages.append(new_page)
    if SITE_SETTINGS in contents:
        site, told = settings_of(contents[SITE_SETTINGS])
        problems += told
    return replace(project, documents=documents, problems=problems, pages=pages, site=site)
