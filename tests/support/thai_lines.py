"""Where a browser has broken the Thai of a page over lines, read from where its letters stand."""

from collections.abc import Iterator

from playwright.sync_api import Page

from generator.thai import Segmenter
from generator.thai.kept_together import LONGEST

_SEGMENTER = Segmenter()
_BROKEN = """() => {
  const broken = [], letters = document.createRange(), flows = new Map();
  const isApart = (element) => /^(A|DEL|INS)$/.test(element.tagName);
  const isInline = (element) => !isApart(element) && getComputedStyle(element).display === "inline";
  const flowOf = (element) => {
    while (isInline(element)) element = element.parentElement;
    return element;
  };
  const ends = new Set(["BR", "INPUT", "IMG", "SVG", "svg"]);
  let flow = null, run = "", breaks = [], bottom = null;
  const end = () => {
    if (breaks.length) broken.push([run, breaks]);
    run = ""; breaks = []; bottom = null;
  };
  // Letters that stand in one box stand on one line: only what stands in several is halved, down to single letters.
  const read = (node, from, to) => {
    letters.setStart(node, from); letters.setEnd(node, to);
    const boxes = [...letters.getClientRects()].filter((box) => box.width > 0);
    if (boxes.length > 1 && to - from > 1) {
      const middle = (from + to) >> 1;
      read(node, from, middle); read(node, middle, to);
    } else if (boxes.length) {
      const box = boxes[boxes.length - 1];
      if (bottom !== null && box.top >= bottom - 2) breaks.push(run.length + from);
      bottom = box.bottom;
    }
  };
  for (const each of document.querySelectorAll("details")) each.open = true;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === 1) {
      if (ends.has(node.tagName) || !isInline(node)) end();
      continue;
    }
    const owner = node.parentElement;
    if (!owner.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (owner.closest("svg, script, style, code, pre, noscript, [hidden]")) continue;
    const own = flowOf(owner);
    if (own !== flow) end(), flow = own;
    if (own.offsetWidth <= 1) continue;
    read(node, 0, node.length);
    run += node.data;
  }
  end();
  return broken;
}"""


def cut_words(page: Page) -> list[str]:
    """The words of a page, as it is shown, that begin on one line and end on the next: ``รับผิด|ชอบ``.

    What an author links, and what a comparison marks, is read apart from what stands around it.
    """
    return [cut for text, breaks in page.evaluate(_BROKEN) for cut in _cut(text, breaks)]


def _cut(text: str, breaks: list[int]) -> Iterator[str]:
    start = 0
    for word in _SEGMENTER.words(text):
        for part in _SEGMENTER.parts(word):
            end = start + len(part)
            if "ก" <= part[0] <= "ไ" and len(part) <= LONGEST:
                yield from (f"{text[start:at]}|{text[at:end]}" for at in breaks if start < at < end)
            start = end
