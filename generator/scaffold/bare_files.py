"""New files without what explains them: for who fills them in by forms, and for who reads what was written.

In a terminal the explanations are the form; at the desk they would only stand in the way of reviewers.
"""

_HEAD = "---"


def bare(text: str) -> str:
    """A file that the skeletons begin, with nothing in it but what it says.

    Args:
        text: YAML, or Markdown with a head; comments behind something on its line stay.

    Returns:
        The same keys and values, with an empty line before each key of the file that holds a list or a mapping.
    """
    begun, mark, rest = text.removeprefix(f"{_HEAD}\n").partition(f"\n{_HEAD}\n")
    if not text.startswith(_HEAD):
        return _said(text)
    return f"{_HEAD}\n{_said(begun)}{_HEAD}\n{rest}" if mark else text


def _said(text: str) -> str:
    lines = [each for each in text.splitlines() if each.strip() and not each.lstrip().startswith("#")]
    below = [*lines[1:], ""]
    parted = [
        f"\n{line}" if at and not line.startswith((" ", "-")) and after.startswith((" ", "-")) else line
        for at, (line, after) in enumerate(zip(lines, below, strict=True))
    ]
    return "\n".join(parted) + "\n"
