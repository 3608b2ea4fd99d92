"""The catalogue: every language says all that Thai says, and what there is not is refused with what there is."""

import json
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.words import (
    FOR_AUTHORS,
    OF_OTHERS,
    UnknownWordsError,
    folder_of,
    languages,
    languages_from,
    parts,
    present_language,
    speak,
    speaking,
    typed_words,
    words_of,
)
from tests.words.toy import THAI, TOY, in_toy, toy_shelf

OPEN = {
    "everyday_words",
    "searching",
    "responsibility",
    "search/asking",
    "search/slight",
    "search/whole",
    "questions/little_words",
    "questions/heads_of_words",
    "questions/usual_course",
    "questions/asking_words",
    "questions/asking_what_to_do",
    "charts/rejecting",
    "charts/not_rejecting",
}
"""What is as long as a language needs: words that people say and write, by part, or part and key."""

_FILLED_IN = re.compile(r"(?<![{$])\{([a-z]\w*)")


def entries(part: str, told: Any, place: str = "") -> Iterator[tuple[str, object]]:  # noqa: ANN401 - whatever YAML holds
    """What the words of a part have to have in every language: the keys, the places that are filled in."""
    if isinstance(told, dict):
        for key, value in told.items():
            yield from entries(part, value, f"{place}/{key}")
    elif isinstance(told, list):
        if part not in OPEN and f"{part}{place}" not in OPEN:
            yield place, len(told)
            for index, value in enumerate(told):
                yield from entries(part, value, f"{place}/{index}")
    else:
        yield place, set(_FILLED_IN.findall(str(told)))


def part_of(part: str, language: str) -> dict[str, object]:
    told = yaml.load(
        (folder_of(language) / f"{part}.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    return dict(entries(part, told))


def is_for_readers(part: str) -> bool:
    return part.split("/", maxsplit=1)[0] not in FOR_AUTHORS


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_words_of_thai(language: str) -> None:
    own = {part for part in parts(language) if part.split("/")[0] not in OF_OTHERS}
    assert set(filter(is_for_readers, parts("th"))) <= own <= set(parts("th"))
    for part in own:
        assert part_of(part, language) == part_of(part, "th"), part


def test_what_authors_are_told_stays_thai() -> None:
    assert {part.split("/")[0] for part in parts("th") if not is_for_readers(part)} == set(FOR_AUTHORS)
    with speaking("en"):
        assert words_of("commands") == words_of("commands", "th")


def test_what_is_counted_says_one_or_several() -> None:
    steps = words_of("document", "en")["area"]["steps"]
    assert [steps.format(count=count) for count in (0, 1, 2, 11)] == [
        "0 steps",
        "1 step",
        "2 steps",
        "11 steps",
    ]


@pytest.mark.parametrize("language", languages())
def test_no_other_language_says_anything_in_thai(language: str) -> None:
    for part in parts(language) if language != "th" else ():
        text = (folder_of(language) / f"{part}.yml").read_text(encoding="utf-8")
        assert not THAI.search(text), part


def test_a_new_language_has_them_too_and_a_missing_word_is_noticed(tmp_path: Path) -> None:
    with languages_from(toy_shelf(tmp_path)):
        test_every_language_has_the_words_of_thai(TOY)
        file = tmp_path / TOY / "portal.yml"
        text = file.read_text(encoding="utf-8")
        for lacking in (text.replace("{count}", "", 1), text.replace("home:", "hut:")):
            file.write_text(lacking, encoding="utf-8")
            with pytest.raises(AssertionError):
                test_every_language_has_the_words_of_thai(TOY)


def test_one_language_is_spoken_at_a_time(tmp_path: Path) -> None:
    thai = words_of("site")["check"]
    with languages_from(toy_shelf(tmp_path)):
        assert list(languages()) == ["en", "th", TOY]
        with speaking(TOY):
            assert (present_language(), words_of("site")["check"]) == (TOY, in_toy(thai))
            assert words_of("site", "th")["check"] == thai
            with speaking("th"):
                assert words_of("site")["check"] == thai
        assert words_of("site", TOY)["check"] == in_toy(thai)
    assert (present_language(), words_of("site")["check"]) == ("th", thai)


def test_the_files_of_a_folder_are_one_part() -> None:
    together = words_of("document")
    for part in parts():
        if part.startswith("document/"):
            for topic, said in words_of(part).items():
                assert said.items() <= together[topic].items()


def test_what_there_is_not_is_refused_with_what_there_is() -> None:
    for ask in (lambda: words_of("charts", "xx"), lambda: speak("xx"), lambda: speaking("xx").__enter__()):
        with pytest.raises(UnknownWordsError, match=r"no language 'xx'; there are: en, th"):
            ask()
    with pytest.raises(
        UnknownWordsError, match=r"'th' has no words for 'poems'; there are: beginnings, charts, "
    ):
        words_of("poems")
    with pytest.raises(UnknownWordsError):
        typed_words("poems", dict)


def test_months_that_are_written_can_be_read() -> None:
    data = (resources.files("generator.model") / "data" / "calendar.json").read_text(encoding="utf-8")
    assert words_of("dates", "th")["months"] == [names[0] for names in json.loads(data)["months"]]
