"""Which entries of a catalogue have an error: they are left out, all others are not."""

from generator.project import ProjectFile
from generator.validation import parts_of


def entries_on_lines(document: ProjectFile, lines: frozenset[int]) -> set[str]:
    """The entries of a catalogue that lines of its file are in; lines before the first are in none."""
    if not lines:
        return set()
    starts = {path[0]: document.key_place(path).location.line for path in parts_of(document)}
    return {
        str(max((start, entry) for entry, start in starts.items() if start <= line)[1])
        for line in lines
        if any(start <= line for start in starts.values())
    }
