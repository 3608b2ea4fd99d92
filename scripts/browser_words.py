"""Write anew which words browsers keep whole: ``generator/thai/data/whole_in_browsers.txt``.

Run it (``python -m scripts.browser_words``, minutes) when browsers have learnt to read Thai differently; its result is
committed, since builds run no browser. Browsers tell words by a model that reads letters in their context: it cuts most
compounds always, and simple words behind some others (การก|ลุ่ม). So each of the common words is shown to Chromium behind
many others. One that is hardly ever cut there is listed, with those behind which it is: texts need nothing for it
elsewhere.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from generator.thai.kept_together import LONGEST, SHORTEST
from generator.thai.lexicon import common_words, is_word, office_words
from generator.thai.segmentation import Segmenter
from scripts.chromium import ARGUMENTS, find_chromium

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "generator" / "thai" / "data" / "whole_in_browsers.txt"
HEAD = """# Words that browsers keep whole, but behind those named with them; all others of their length they may cut.
# Written by `python -m scripts.browser_words`.
"""
NEIGHBOURS = 800
"""How many of the commonest words each word is shown behind, beside those of offices."""
MOST_EXCEPTIONS = 12
"""Behind how many of them a listed word is cut at most."""
AT_ONCE = 20_000
SEED = 1

_CUT = """texts => {
  const segmenter = new Intl.Segmenter("th", { granularity: "word" });
  return texts.map(([before, word, after]) => Array.from(segmenter.segment(before + word + after))
    .some(({ index }) => index > before.length && index < before.length + word.length));
}"""

Shown = tuple[str, str, str]
"""A word between two others."""


def main() -> None:
    """Ask the browser, and write the list."""
    common = [word for word in (*common_words(), *written_words()) if is_thai(word)]
    listed = [word for word in common if SHORTEST <= len(word) <= LONGEST]
    own = [word for word in common if word in office_words()]
    near = [*[word for word in common if word not in own][:NEIGHBOURS], *own]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        page = browser.new_page()
        alone = {word for _, word, _ in cut(page, (("", word, "") for word in listed))}
        listed = [word for word in listed if word not in alone]
        behind: dict[str, list[str]] = {word: [] for word in listed}
        for before, word, _ in cut(page, shown_between(listed, near)):
            behind[word].append(before)
        browser.close()
    kept = {word: before for word, before in behind.items() if len(before) <= MOST_EXCEPTIONS}
    lines = (f"{word}: {' '.join(before)}" if before else word for word, before in kept.items())
    LIST.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(kept)} of {len(common)} common words stay whole\n")


def is_thai(word: str) -> bool:
    """Whether a word is written in Thai letters, and not shortened."""
    return not word.isascii() and "." not in word


def written_words() -> list[str]:
    """Further words of the texts that authors read, which are on every site."""
    segmenter, known = Segmenter(), frozenset(common_words())
    texts = (path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs" / "authors").glob("*.md")))
    counted = Counter(word for text in texts for word in segmenter.words(text) if is_word(word))
    return [word for word, count in counted.most_common() if count > 1 and word not in known]


def shown_between(words: Sequence[str], near: Sequence[str]) -> Iterator[Shown]:
    """Each word behind each of its neighbours, and before one of them."""
    chance = random.Random(SEED)  # noqa: S311 - the same each time is what is wanted
    for word in words:
        for before in near:
            yield before, word, chance.choice(near)


def cut(page: Page, shown: Iterator[Shown]) -> Iterator[Shown]:
    """Those in which the browser cuts the word."""
    while batch := list(islice(shown, AT_ONCE)):
        answers: list[bool] = page.evaluate(_CUT, batch)
        yield from (each for each, is_cut in zip(batch, answers, strict=True) if is_cut)


if __name__ == "__main__":
    main()
