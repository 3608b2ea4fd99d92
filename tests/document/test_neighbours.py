"""Where the sites of other offices stand."""

from dataclasses import replace

import pytest

from generator.document.neighbours import NO_NEIGHBOURS, Neighbours, alone, beside
from tests.document.manuals import manual_of, placed, sibling

MANUAL = manual_of(placed())


def test_editions_built_together_stand_beside_one_another_below_the_portal() -> None:
    manual = replace(MANUAL, siblings=(sibling("north"), sibling("south", site="https://south.example/")))
    assert beside(manual) == Neighbours({"north": "../north/", "south": "../south/"}, portal="../")


def test_the_only_edition_has_no_portal() -> None:
    assert beside(MANUAL) == alone(MANUAL) == NO_NEIGHBOURS


def test_an_edition_built_alone_knows_those_that_are_published() -> None:
    manual = replace(MANUAL, siblings=(sibling("north"), sibling("south", site="https://south.example/plan")))
    assert alone(manual) == Neighbours({"south": "https://south.example/plan/"}, portal=None)


@pytest.mark.parametrize(
    "site",
    ["javascript:alert(1)", "//x.example", "plan.example", "https://", "https://[", "https://a.example/?q"],
)
def test_what_is_no_address_of_a_site_is_no_neighbour(site: str) -> None:
    assert alone(replace(MANUAL, siblings=(sibling("north", site=site),))) == NO_NEIGHBOURS
