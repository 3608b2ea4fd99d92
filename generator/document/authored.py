"""The documents that are written by hand and stand beside the generated pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.document.navigation import Navigation


@dataclass(frozen=True, slots=True)
class Authored:
    """The documents of one edition.

    Attributes:
        documents: what each holds, by its uri: ``about/foreword.md``; images and other files among them.
        navigation: the entries for them; None when the order is left to chance.
    """

    documents: Mapping[str, bytes] = field(default_factory=dict)
    navigation: Navigation | None = None
