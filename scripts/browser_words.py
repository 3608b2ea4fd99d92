"""Write anew which words browsers keep whole: ``generator/thai/data/whole_in_browsers.txt``.

Run it (``python -m scripts.browser_words``, minutes) when browsers have learnt to read Thai differently; its result is
committed, since builds run no browser. Browsers tell words by a model that reads letters in their context: it cuts
most compounds always, and simple words behind some others (การก|ลุ่ม). So each of the common words is shown to Chromium
between many others. One that it never cuts there is listed: texts need nothing for it.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from generator.thai.kept_together import LONGEST, SHORTEST
from generator.thai.lexicon import common_words, office_words
from scripts.chromium import ARGUMENTS, find_chromium

LIST = Path(__file__).resolve().parent.parent / "generator" / "thai" / "data" / "whole_in_browsers.txt"
HEAD = """# Words that browsers keep whole wherever they stand; all others of this length they may cut.
# Written by `python -m scripts.browser_words`.
"""
NEIGHBOURS = 400
"""How many of the commonest words each word is shown behind."""
SPOKEN = frozenset(("น่ะ", "ล่ะ", "คะ", "ค่ะ", "นะ", "ครับ", "ฉัน", "เธอ"))
"""Common words that no office writes."""
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
    common = [
        word for word in common_words() if word.isprintable() and not word.isascii() and "." not in word
    ]
    listed = [word for word in common if SHORTEST <= len(word) <= LONGEST]
    own = frozenset(office_words())
    near = [word for word in common if word not in own and word not in SPOKEN][:NEIGHBOURS]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        page = browser.new_page()
        alone = cut_words(page, [("", word, "") for word in listed])
        listed = [word for word in listed if word not in alone]
        cut = cut_words(page, list(shown_between(listed, near)))
        browser.close()
    kept = [word for word in listed if word not in cut]
    LIST.write_text(HEAD + "\n".join(kept) + "\n", encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(kept)} of {len(common)} common words stay whole\n")


def shown_between(words: Sequence[str], near: Sequence[str]) -> Iterator[Shown]:
    """Each word behind each of its neighbours, and before one of them."""
    chance = random.Random(SEED)  # noqa: S311 - the same each time is what is wanted
    for word in words:
        for before in near:
            yield before, word, chance.choice(near)
        yield "", word, ""


def cut_words(page: Page, shown: Sequence[Shown]) -> set[str]:
    """The words that the browser cuts in one of the texts."""
    cut = set[str]()
    for start in range(0, len(shown), AT_ONCE):
        batch = shown[start : start + AT_ONCE]
        answers: list[bool] = page.evaluate(_CUT, batch)
        cut.update(word for (_, word, _), is_cut in zip(batch, answers, strict=True) if is_cut)
    return cut


if __name__ == "__main__":
    main()
