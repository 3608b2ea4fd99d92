/* What outlives an answer that is opened. On its page the words of the query are marked; whoever comes back finds query,
   answers and place again. It is kept in the tab, so that addresses stay clean. */

/* What is kept, or from now on is. */
const kept = (all) => JSON.parse(all ? (sessionStorage.finder = JSON.stringify(all)) : sessionStorage.finder || "{}");

/* The entry of the history: the same whenever one comes back to it; older browsers tell none. */
const here = () => window.navigation?.currentEntry.key;

/* Mark the words where they stand as whole words, once, in the passage that was opened: a block, or what stands below a
   heading. A word may go through several elements. */
function arrive() {
  const { words: [joints, ...asked] = [], ...rest } = kept();
  if (!joints || rest.to !== location.href) return;
  kept(rest);
  const at = document.getElementById(decodeURIComponent(location.hash.slice(1))), walker = document.createTreeWalker(one(".md-content"), 5), nodes = [];
  const words = [];
  let text = "", node, isIn = !at;
  while ((node = walker.nextNode())) {
    if (node.data) {
      /* drawings have no height */
      if ((isIn || at.contains(node)) && node.parentElement.offsetHeight >= 0) {
        if (node.parentElement.className === "word") words.push([text.length, text.length + node.length]);
        nodes.push([node, text.length]);
        text += node.data;
      }
    } else if (at && node.tagName[0] === "H") isIn = node === at || isIn && node.tagName > at.tagName;
  }
  /* what the page keeps whole has no words inside, but for roots that something makes a noun of, and behind signs */
  const edges = new Set(Array.from(new Intl.Segmenter("th", { granularity: "word" }).segment(`${text} `), ({ index }) => index).filter((edge) => words.every(([start, end]) => edge <= start || edge >= end || RegExp(`^(${joints}|.*[^ก-๎])$`).test(text.slice(start, edge)))).concat(...words));
  for (const { 0: word, index } of [...text.matchAll(RegExp(asked.map((each) => each.replace(/[^\p{L}\p{M}\d]/gu, ".")).join("|"), "gi"))].reverse()) {
    const end = index + word.length;
    if (edges.has(index) && edges.has(end)) for (const [node, start] of nodes) {
      const first = Math.max(index - start, 0), last = Math.min(end - start, node.length), mark = make("mark");
      if (first >= last) continue;
      node.splitText(last);
      node.after(mark);
      mark.append(node.splitText(first));
    }
  }
}

const frame = () => one(".md-search__scrollwrap");

function comeBack() {
  const { from, text, top } = kept();
  /* the theme shows more answers the further one goes; those that stood there before go when the new ones come */
  const settle = (times) => {
    frame().scrollTop = top;
    if (times > 85 || (times && frame().scrollTop < top - 1)) setTimeout(settle, 50, times - 1);
  };
  /* the theme closes the box a little after each change of the address */
  if (from && from === here()) setTimeout(() => {
    field.value = text;
    if (!box().checked) box().click();
    press();
    settle(99);
  }, 200);
}

function travel() {
  addEventListener("click", ({ target }) => {
    const link = target.closest(".md-search-result__link");
    if (link) kept({ from: here(), to: link.href, text: field.value, top: frame().scrollTop, words: marks });
  }, true);
  window.document$.subscribe(arrive);
  addEventListener("hashchange", arrive);
  addEventListener("popstate", comeBack);
  addEventListener("pageshow", comeBack);
}
