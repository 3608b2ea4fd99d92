"""A year in both eras: what is told in one is asked for in the other, and without its century."""

import re
from collections.abc import Iterable

_ERA = 543
"""How many years Buddhist era is ahead."""
_COMMON, _BUDDHIST = range(1858, 2157), range(2401, 2700)
_NUMBER = re.compile(r"(?<!\d)\d{4}(?!\d)")


def names_of_years(texts: Iterable[str]) -> list[list[str]]:
    """The years that texts tell, each as it is told, in the other era, and without its century."""
    told = {int(number) for text in texts for number in _NUMBER.findall(text)}
    other = {year: year - _ERA if year in _BUDDHIST else year + _ERA for year in sorted(told)}
    return [
        [str(year), str(other[year]), f"{year % 100:02}"]
        for year in other
        if year in _BUDDHIST or year in _COMMON
    ]
