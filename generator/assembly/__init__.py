"""From files to a `Manual`: the one entry that joins reading, overlay, validation and lint.

`load_manual` assembles one edition, `read_editions` all of them one by one; every problem of the project comes along.
"""

from generator.assembly.editions import Editions, MadeChange, Memory, read_editions, read_two_editions
from generator.assembly.loader import (
    concerning,
    edition_ids,
    linked_chart_problems,
    linked_site,
    load_manual,
    need_trial,
    refused_settings,
    site_settings_problems,
    stale_chart_problems,
    unsettled_site,
)

__all__ = [
    "Editions",
    "MadeChange",
    "Memory",
    "concerning",
    "edition_ids",
    "linked_chart_problems",
    "linked_site",
    "load_manual",
    "need_trial",
    "read_editions",
    "read_two_editions",
    "refused_settings",
    "site_settings_problems",
    "stale_chart_problems",
    "unsettled_site",
]
