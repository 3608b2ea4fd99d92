/* Tabs, by the pattern of the ARIA practices: arrows go from one to the next, which is shown at once. */

import { html, useLayoutEffect, useRef } from "../vendor/preact.js";

export function Tabs({ name, tabs, chosen, choose, label }) {
  const list = useRef(null);
  useLayoutEffect(() => {
    const tab = list.current.querySelector("[aria-selected=true]"); // in sight, where there is no room for all
    list.current.scrollLeft = tab.offsetLeft - list.current.offsetLeft - (list.current.clientWidth - tab.offsetWidth) / 2;
  }, [chosen]);
  const keyDown = (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, Home: -tabs.length, End: tabs.length }[event.key];
    if (!by || event.altKey) return;
    event.preventDefault();
    const at = tabs.findIndex((tab) => tab.name === chosen);
    const to = Math.abs(by) > 1 ? (by < 0 ? 0 : tabs.length - 1) : (at + by + tabs.length) % tabs.length;
    choose(tabs[to].name);
    event.currentTarget.children[to].focus();
  };
  return html`<div class=${`tabs ${name}-tabs`} ref=${list} role="tablist" aria-label=${label} onKeyDown=${keyDown}>
    ${tabs.map(
      (tab) => html`<button
        type="button"
        role="tab"
        key=${tab.name}
        id=${`${name}-tab-${tab.name}`}
        aria-selected=${tab.name === chosen}
        aria-controls=${`${name}-panel`}
        tabindex=${tab.name === chosen ? 0 : -1}
        onClick=${() => choose(tab.name)}
      >${tab.title}${tab.count !== null && tab.count !== undefined && html` ${tab.count}`}${tab.problems > 0 && html`<b class="count">${tab.problems}</b>`}</button>`,
    )}
  </div>`;
}
