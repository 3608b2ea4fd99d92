"""What a browser can tell of dates and durations: nothing that is read is ever refused, and slips are told."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser
from pydantic_core import PydanticCustomError

from generator.desk.written_forms import told_rules, written_forms
from generator.diagnostics import rule
from generator.model import ShapeKind, parse_date, parse_duration
from generator.model.calendar import date_form, real_date_form
from generator.model.stated_time import stated_time_form

TESTS = Path(__file__).parents[1]
CALENDAR = json.loads((TESTS.parent / "generator/model/data/calendar.json").read_text(encoding="utf-8"))
CASES = yaml.safe_load((TESTS / "validation" / "durations.yml").read_text(encoding="utf-8"))
SLIPS = [
    "3 วันทำกา",
    "",
    "วัน",
    "3",
    "ไม่เกิน",
    "5 นาที/",
    "1.2.3 วัน",
    "3 วัน 4",
    "5 minutess",
    "1.30 ชม.",
    "เร็ว ๆ นี้",
    "3 หมู",
]
DATES = [
    "2566",
    "2566-05-21",
    "๒๑  พฤษภาคม  พ.ศ. ๒๕๖๖",
    "21/5/2566",
    "1 sept. 2026",
    "12 MAY 2569",
    "พฤษภาคม 2566",
]
NO_DATES = ["21 พฤษภาคม 66", "21 พฤศภาคม 2566", "66", "เมื่อวาน", "2566/05/21", "21-05-2566"]
UNREAL = ["2566-13", "2566-00", "0999", "3001", "32/1/2566", "2566-05-32"]
WORDS = sorted(
    {word for words in CALENDAR["duration"].values() for word in words}
    | {name for names in CALENDAR["units"].values() for name in names}
    | {"3", "1.5", "½", "1,000", "ก", "ที่ได้รับ", "(ก)", "30", "7"}
)
NAMES = [*(name for names in CALENDAR["months"] for name in names), "Sept", "sep."]
ERAS = ["", *(name for names in CALENDAR["eras"].values() for name in names)]


def plain(text: str) -> str:
    """A text as the page looks at it: without surplus spaces and Thai digits."""
    return re.sub(r"\s+", " ", text.strip()).translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))


def is_read(read: Callable[[str], object], text: str) -> bool:
    """Whether the generator reads a text."""
    try:
        read(text)
    except PydanticCustomError:
        return False
    return True


def fits(form: str, text: str) -> bool:
    """Whether a text fits a form."""
    return re.fullmatch(form, plain(text), re.IGNORECASE) is not None


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), st.sampled_from(["", " "]))
def test_every_duration_that_is_read_fits(words: list[str], between: str) -> None:
    text = between.join(words)
    assert fits(stated_time_form(), text) or not is_read(parse_duration, text)


@given(
    st.integers(0, 3100),
    st.integers(0, 14),
    st.integers(0, 33),
    st.sampled_from(NAMES),
    st.sampled_from(ERAS),
)
def test_every_date_that_is_read_fits(year: int, month: int, day: int, name: str, era: str) -> None:
    for text in (
        f"{era}{year}",
        f"{year:04d}-{month}-{day}{era}",
        f"{day}/{month}/{year} {era}",
        f"{day} {name} {era} {year}",
        f"{name}{era}{year}",
        f"{day}{era}{name} {year}",
    ):
        is_real = is_read(parse_date, text)
        assert not is_real or (fits(date_form(), text) and fits(real_date_form(), text)), text


def test_slips_of_dates_and_durations_are_told() -> None:
    assert [text for text in SLIPS if fits(stated_time_form(), text)] == []
    assert [text for text in NO_DATES if fits(date_form(), text)] == []
    assert [text for text in UNREAL if not fits(date_form(), text) or fits(real_date_form(), text)] == []


@pytest.fixture(scope="module")
def seen(browser: Browser) -> Callable[[str, list[str]], list[bool]]:
    """Which texts fit a pattern in a real browser."""
    context = browser.new_context()
    page = context.new_page()
    asked = "([pattern, texts]) => texts.map((text) => new RegExp(pattern, 'iu').test(text))"

    def look(pattern: str, texts: list[str]) -> list[bool]:
        found: list[bool] = page.evaluate(asked, [pattern, texts])
        return found

    return look


def test_a_browser_sees_what_the_models_see(seen: Callable[[str, list[str]], list[bool]]) -> None:
    texts = [
        plain(each) for each in [*CASES["understood"], *CASES["told"], *SLIPS, *DATES, *NO_DATES, *UNREAL]
    ]
    forms = {"bad-date": date_form(), "no-such-date": real_date_form(), "bad-duration": stated_time_form()}
    told = written_forms()["told"]
    assert isinstance(told, dict)
    patterns = dict(each for kind in told.values() for each in kind)
    assert patterns.keys() == forms.keys() == set(told_rules())
    for name, form in forms.items():
        assert seen(patterns[name], texts) == [fits(form, each) for each in texts], name


def test_what_is_told_has_words_that_need_no_more_than_the_page_knows() -> None:
    for name in told_rules():
        said = f"{rule(name).wording.message} {rule(name).wording.hints[-1]}"
        assert set(re.findall(r"\{(\w+)\}", said)) <= {"text", "units"}


def test_every_kind_of_value_with_a_grammar_is_told_at_once_or_later() -> None:
    forms = written_forms()
    told, later = forms["told"], forms["later"]
    assert isinstance(told, dict)
    assert isinstance(later, list)
    assert {*told, *later} == {ShapeKind.DATE, ShapeKind.DURATION, ShapeKind.SCHEDULE}
