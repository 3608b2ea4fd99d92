"""The editor's desk: people who know Word change the manual; forms, checks and charts come from the same house.

What commands ask too stands here; the server of ``khumue edit`` is behind a face of its own,
`generator.desk.serving`, as it brings a web server along.
"""

from generator.desk.checking import chart_problems, problems_of
from generator.desk.schemas import describe_forms

__all__ = ["chart_problems", "describe_forms", "problems_of"]
