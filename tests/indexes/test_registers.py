"""All indexes of a build: each is what its own module finds, and is made once."""

from generator.indexes.indexes import Indexes
from generator.indexes.involvement import work_by_role
from generator.indexes.learning import has_paths
from generator.indexes.lessons import places_by_procedure
from generator.indexes.responsibilities import responsibility_matrix
from generator.indexes.status import manual_status
from tests.document.manuals import TODAY
from tests.support.showcase import showcase_manual


def test_they_are_those_of_the_manual_on_the_day() -> None:
    manual = showcase_manual()
    indexes = Indexes(manual, TODAY)
    assert indexes.work == work_by_role(manual)
    assert indexes.matrix == responsibility_matrix(manual)
    assert indexes.items == places_by_procedure(manual)
    assert indexes.status == manual_status(manual, TODAY)
    assert {path.id for path in manual.paths} < {path.id for path in indexes.paths}
    assert has_paths(manual)


def test_each_is_made_once() -> None:
    indexes = Indexes(showcase_manual(), TODAY)
    assert indexes.glossary is indexes.glossary
    assert indexes.matrix is indexes.matrix
    assert indexes.quiz is indexes.quiz
