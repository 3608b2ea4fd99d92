"""The goldens of the charts: whole files, to be read and looked at.

After a change of the look that is meant, write them anew with ``python -m tests.charts.golden``, and look at each.
"""

from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.charts import BY_ROLE, draw_charts
from tests.charts.manuals import manual_of

_FOLDER = Path(__file__).parent
GOLDEN_FOLDER = _FOLDER / "golden"
BY_ROLE_EXAMPLES = ("phases",)
EXAMPLES = ("approval_loop", "forks", "rejected_aside", "sub_processes", "phases")


def drawn_files() -> Iterator[tuple[str, str]]:
    """The name and the text of each golden as it is drawn now."""
    for name in EXAMPLES:
        steps = yaml.safe_load((_FOLDER / "examples" / f"{name}.yml").read_text(encoding="utf-8"))
        for chart in draw_charts(manual_of(steps)).values():
            if chart.key == BY_ROLE and name not in BY_ROLE_EXAMPLES:
                continue
            stem = f"{name}.{chart.key}" if chart.key else name
            yield f"{stem}.gv", chart.dot
            yield f"{stem}.svg", chart.standalone_svg


if __name__ == "__main__":
    GOLDEN_FOLDER.mkdir(exist_ok=True)
    for file_name, text in drawn_files():
        (GOLDEN_FOLDER / file_name).write_text(text, encoding="utf-8", newline="\n")
