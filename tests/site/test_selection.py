"""Which sites one command builds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.selection import Shard, everything, only_portal, share

IDS = st.lists(st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True), unique=True, max_size=40)


@given(IDS, st.integers(min_value=1, max_value=50))
def test_every_edition_is_in_exactly_one_share_and_shares_are_alike(ids: list[str], count: int) -> None:
    shares = [share(ids, Shard(number, count)).editions for number in range(1, count + 1)]
    assert sorted(each for editions in shares for each in editions) == sorted(ids)
    assert max(map(len, shares)) - min(map(len, shares)) <= 1
    assert shares == [share(ids[::-1], Shard(number, count)).editions for number in range(1, count + 1)]


def test_the_portal_belongs_to_everything_and_to_no_share() -> None:
    assert everything(["b", "a"]).editions == ("a", "b")
    assert (len(everything(["b", "a"])), len(share(["b", "a"], Shard(1, 1))), len(only_portal())) == (3, 2, 1)


@pytest.mark.parametrize("text", ["1/1", "3/10", " 10/10 "])
def test_a_share_is_read(text: str) -> None:
    shard = Shard.parse(text)
    assert f"{shard.number}/{shard.count}" == text.strip()


@pytest.mark.parametrize(
    "text", ["", "3", "0/10", "11/10", "-1/10", "1/0", "a/b", "1/2/3", "๑/๒", "1.5/2", "01/2"]
)
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        Shard.parse(text)
