"""Markers in the Markdown, and the finished HTML that takes their places."""

from generator.writers.pieces import Pieces, chart_marker, place_charts, place_pieces


def test_pieces_return_to_their_places() -> None:
    pieces = Pieces()
    first, second = pieces.keep("<p>1</p>\n"), pieces.keep("<p>2</p>")
    assert place_pieces(f"a\n\n{second}\n\n{first}\n", pieces.by_key) == "a\n\n<p>2</p>\n\n<p>1</p>\n"


def test_unknown_markers_stay() -> None:
    assert place_pieces("a<!--khumue:9-->b", {"1": "x"}) == "a<!--khumue:9-->b"
    assert place_pieces("a<!--other-->b<!--khumue:", {"1": "x"}) == "a<!--other-->b<!--khumue:"


def test_charts_are_placed_after_the_pieces() -> None:
    pieces = Pieces()
    page = pieces.keep(f"<figure>{chart_marker('')}</figure>")
    placed = place_pieces(page, pieces.by_key)
    assert place_charts(placed, {"": "<svg/>", "draft": "<svg>2</svg>"}) == "<figure><svg/></figure>"


def test_a_piece_cannot_bring_another_piece_in() -> None:
    """What a piece holds is not looked at again: a text that looked like a marker would stay a text."""
    assert place_pieces("<!--khumue:1-->", {"1": "<!--khumue:2-->", "2": "x"}) == "<!--khumue:2-->"
