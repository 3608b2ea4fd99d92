"""Charts as whole files: a change of any byte is seen, and meant."""

from tests.charts.golden import GOLDEN_FOLDER, drawn_files


def test_charts_are_drawn_as_before() -> None:
    drawn = dict(drawn_files())
    assert sorted(drawn) == sorted(file.name for file in GOLDEN_FOLDER.iterdir())
    for name, text in drawn.items():
        assert text == (GOLDEN_FOLDER / name).read_text(encoding="utf-8"), name
