"""Write anew what is left of common words without a mark and may be meant.

That is ``generator/thai/data/sound_without_mark.txt``. Run it (``python -m scripts.sound_without_mark``, a minute) when
the dictionary is another; its result is committed. Looked for are the forms of `generator.thai.lost_marks` in the
dictionaries, the lists of names and the titles of an encyclopedia that PyThaiNLP brings: one that stands there where
its word would be told is listed. So is one that is made of common words.
"""

import re
from importlib.metadata import distribution
from pathlib import Path

from generator.thai.clusters import can_end
from generator.thai.known_words import best_reading
from generator.thai.lexicon import common_words_as_set
from generator.thai.lost_marks import is_likelier, without_one_mark
from generator.thai.names import is_in_name

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "generator" / "thai" / "data" / "sound_without_mark.txt"
HEAD = """# What is left of common words without a mark and may be meant, so that it is never told: ขอเสนอ of ข้อเสนอ.
# Written by `python -m scripts.sound_without_mark`.
"""
CORPUS = "pythainlp/corpus"
LISTS = (
    "words_th.txt",
    "wikipedia_titles_th.txt",
    "volubilis_words_th.txt",
    "orst_words_th.txt",
    "words_th_thai2fit_201810.txt",
    "icubrk_th.txt",
    "family_names_th.txt",
    "person_names_female_th.txt",
    "person_names_male_th.txt",
    "etcc.txt",
    "syllables_th.txt",
)
BY_HAND = ("การณ", "ข้นไป", "คดมาก")
"""Forms of which a part is a rare word that may be meant."""
MOST_PLACES = 300
"""What stands in more places is something of its own."""


def main() -> None:
    """Look for every form, and write the list."""
    folder = Path(str(distribution("pythainlp").locate_file(CORPUS)))
    text = "\n".join((folder / name).read_text(encoding="utf-8") for name in LISTS)
    sound = sorted(left for left, word in without_one_mark() if is_sound(text, left, word))
    LIST.write_text(HEAD + "".join(f"{left}\n" for left in sound), encoding="utf-8", newline="\n")
    print(f"{len(sound)} forms")


def is_sound(text: str, left: str, word: str) -> bool:
    """Whether a form may be meant: made of common words, or where its word would be told, or more often than slips."""
    if left in BY_HAND or is_made_of_common_words(left):
        return True
    places = [match.start() for match in re.finditer(re.escape(left), text)]
    whole = [at for at in places if can_end(text, at + len(left)) and can_end(text, at)]
    return len(whole) > MOST_PLACES or any(
        is_likelier(text, at, at + len(left), word) and not is_in_name(text, at) for at in whole
    )


def is_made_of_common_words(left: str) -> bool:
    """Whether a form may be meant as several common words: ขอ|เสนอ, ส่ง|การ, จด|การ."""
    reading = best_reading(left)
    pieces = [left[start:end] for start, end in reading.known]
    return not reading.unknown and all(piece in common_words_as_set() for piece in pieces)


if __name__ == "__main__":
    main()
