"""Charts of a procedure find their places within the rounds that Typst goes over a book."""

from collections.abc import Callable
from typing import Any

import pytest
import typst

from generator.paper.marks import page_count
from tests.document.manuals import manual_of, placed
from tests.paper.printed import print_of_manual

CHARTS, LONG = 9, "ตรวจสอบความครบถ้วนถูกต้องของเอกสารแล้วเสนอผู้มีอำนาจพิจารณา " * 2


def test_a_procedure_of_many_charts_comes_to_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    warned: list[str] = []

    def compiled(*inputs: Any, **named: Any) -> bytes:  # noqa: ANN401 - what the tool takes
        pdf, warnings = typst.compile_with_warnings(*inputs, **named)
        warned.extend(map(str, warnings))
        assert isinstance(pdf, bytes)
        return pdf

    tool: Callable[..., bytes] = compiled
    monkeypatch.setattr(typst, "compile", tool)
    steps = [
        {"text": f"งานที่ {at}", "steps": [{"text": f"{LONG}{inner}"} for inner in range(4 + at % 7)]}
        for at in range(CHARTS)
    ]
    assert page_count(print_of_manual(manual_of(placed(steps=steps)))) > CHARTS / 3
    assert warned == []
