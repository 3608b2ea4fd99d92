"""All registers of a build: each is what its own module finds, and is made once."""

from generator.registers.involvement import work_by_role
from generator.registers.learning import has_paths
from generator.registers.lessons import places_by_procedure
from generator.registers.registers import Registers
from generator.registers.responsibilities import responsibility_matrix
from generator.registers.status import manual_status
from tests.pages.manuals import TODAY
from tests.support.showcase import showcase_manual


def test_they_are_those_of_the_manual_on_the_day() -> None:
    manual = showcase_manual()
    registers = Registers(manual, TODAY)
    assert registers.work == work_by_role(manual)
    assert registers.matrix == responsibility_matrix(manual)
    assert registers.items == places_by_procedure(manual)
    assert registers.status == manual_status(manual, TODAY)
    assert {path.id for path in manual.paths} < {path.id for path in registers.paths}
    assert has_paths(manual)


def test_each_is_made_once() -> None:
    registers = Registers(showcase_manual(), TODAY)
    assert registers.glossary is registers.glossary
    assert registers.matrix is registers.matrix
    assert registers.quiz is registers.quiz
