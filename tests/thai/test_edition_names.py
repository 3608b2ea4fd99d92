"""What an edition is called."""

from dataclasses import replace

from generator.model.calendar import CalendarDate
from generator.model.edition import Edition
from generator.model.manual import Sibling
from generator.thai.edition_names import edition_name, sibling_name


def test_an_edition_is_called_by_the_short_name_of_its_office_and_the_year() -> None:
    edition = {"office": "สำนักงานเขตพื้นที่", "short": "สพป.", "year": "2566", "areas": []}
    assert edition_name(Edition.model_validate(edition)) == "สพป. พ.ศ. 2566"
    assert edition_name(Edition.model_validate({**edition, "year": None})) == "สพป."
    assert edition_name(Edition.model_validate({**edition, "short": None})) == "สำนักงานเขตพื้นที่ พ.ศ. 2566"


def test_others_call_it_the_same() -> None:
    sibling = Sibling("office", "สำนักงานเขตพื้นที่", "สพป.", None, frozenset(), CalendarDate(year=2023))
    assert sibling_name(sibling) == "สพป. พ.ศ. 2566"
    assert sibling_name(replace(sibling, year=None)) == "สพป."
