"""Learning paths as other pages name them: what they are called, and where they are."""

from generator.document.addresses import ONBOARDING, entry_uri
from generator.document.names import named_role
from generator.indexes import RolePath
from generator.model import Manual
from generator.words import words_of


def path_uri(path: RolePath) -> str:
    """The page of a path: ``onboarding/group-director.md``."""
    return entry_uri(ONBOARDING, path.id)


def path_title(manual: Manual, path: RolePath) -> str:
    """What a path is called, as authored or by its role."""
    wording: str = words_of("document")["onboarding"]["computed_title"]
    return path.learning.title if path.learning else wording.format(role=named_role(manual, path.role).title)


def path_for(role: str) -> str:
    """For whom a path is, by the title of its role as plain text."""
    wording: str = words_of("document")["onboarding"]["for_role"]
    return wording.format(role=role)


def stop_count(path: RolePath) -> str:
    """How many stops a path has."""
    wording: str = words_of("document")["onboarding"]["stop_count"]
    return wording.format(count=len(path.stops))
