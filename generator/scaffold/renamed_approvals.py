"""The fingerprints of approvals when an id is another: an id is an address, so what was approved still is.

Of another procedure a text tells the id, so that its fingerprint is another then.
"""

from collections.abc import Iterator

from generator.lint import approved_texts
from generator.overlay import all_edits
from generator.project import FileKind, Project
from generator.scaffold.renaming import RenameError
from generator.scaffold.rewriting import Rewrite
from generator.validation import Validator


def renewed_approvals(project: Project, after: Project) -> Iterator[Rewrite]:
    """The fingerprints that are true now, as they have to be afterwards.

    Args:
        project: as it is.
        after: as it will be.

    Raises:
        RenameError: when one is written so oddly that it cannot be changed in its place.
    """
    editions = {each.source.file: each for each in project.of_kind(FileKind.EDITION)}
    states = [approved_texts(each, Validator(each), all_edits(each)) for each in (project, after)]
    for (file, path), (stated, before) in states[0].items():
        later = states[1].get((file, path), (stated, stated))[1]
        if stated == before != later:
            place = editions[file].text_place(path, 0, len(stated))
            if place.text != stated:
                raise RenameError("odd-writing", place=place.location, id=stated)
            yield Rewrite(file, place.start, place.end, later)
