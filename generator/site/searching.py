"""What the manual tells the search: names of the same thing, what an id means, which pages only point elsewhere."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from generator.data_files import read_data
from generator.document import area_uri, procedure_uri
from generator.model import Manual
from generator.search import Answer, Asked, Elsewhere, Passage, Vocabulary
from generator.search.manual import answers_of, kinds_held, names_of
from generator.site.thai_search import ThaiSearchPlugin
from generator.words import words_of

PLUGIN = "thai_search"


def teach_search(
    config: MkDocsConfig,
    manual: Manual | None,
    is_shown: bool = True,
    offices: Sequence[tuple[str, str]] = (),
    passages: Callable[[str], Sequence[Passage] | None] = lambda _: None,
    elsewhere: Sequence[Elsewhere] = (),
) -> None:
    """Give the search, if the site has ours, what the manual knows.

    Args:
        config: the site's configuration, with its plugins.
        manual: the manual whose names of things are known; None when there is none to search.
        is_shown: whether the site's pages are the manual's, some of which only point elsewhere.
        offices: the names of the sites beside this one that can be asked the same, and where they stand.
        elsewhere: what is found on the sites beside this one.
        passages: from the uri of a page to its passages; None for pages that are written by hand.
    """
    search = config.plugins.get(PLUGIN)
    if isinstance(search, ThaiSearchPlugin) and manual is not None:
        search.passages = passages
        placed = {procedure_uri(each): each for each in manual.procedures()}

        def answers(uri: str) -> Sequence[Answer] | None:
            return answers_of(manual, placed[uri]) if uri in placed and is_shown else None

        search.answers = answers
        told, said = _told(), words_of("searching")
        kinds = said["kinds"]
        search.vocabulary = Vocabulary(
            names=(*names_of(manual), *said["names"], *words_of("everyday_words")["names"]),
            kinds={beginning: kinds[kind] for beginning, kind in told["kinds"].items()},
            people=told["people"],
            wants={kinds[kind]: _spoken(asked) for kind, asked in said["wants"].items()},
            asked=tuple(_asked(manual)) if is_shown else (),
            beside=said["beside"],
            asides=told["asides"],
            sites=offices,
            elsewhere=elsewhere,
        )
        search.page_kinds = {beginning: kinds[kind] for beginning, kind in told["pages"].items()}
        if is_shown:
            areas = {area_uri(area.id): told["area_boost"] for area in manual.areas}
            search.boosts = {**told["boosts"], **areas}


def _asked(manual: Manual) -> Iterator[Asked]:
    """The kinds of questions; where the manual has none at all of the things asked for, they say so."""
    held = kinds_held(manual)
    for kind, said in words_of("searching")["asked"].items():
        nothing = said.get("nothing" if kind in held else "nothing_at_all", "")
        yield Asked(kind, _spoken(said["words"]), said["title"], said["none"], nothing, said.get("verbs", ()))


def _spoken(words: Sequence[str]) -> list[str]:
    """Words, each also as it is said and typed in haste."""
    hasty = [
        word.replace(proper, said)
        for word in words
        for proper, others in words_of("searching")["spoken"].items()
        if proper in word
        for said in others
    ]
    return list(dict.fromkeys((*words, *hasty)))


@cache
def _told() -> dict[str, Any]:
    loaded: dict[str, Any] = read_data(Path(__file__).with_suffix(".yml"))
    return loaded
