/* How the pages about reading put words into a page: filled in, dated, as text and never as markup. Where nobody may
   break a line it is bound, as in the words that the manual itself is made of: ๆ belongs to what it repeats. */
(() => {
  "use strict";

  const bound = (text) => text.replace(/ ?ๆ/g, (sign) => (sign.length > 1 ? "\u00a0ๆ" : "\u2060ๆ"));

  window.khumueReadingWords = {
    fill: (words, values) => words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole),
    dateIn(locale, day) {
      const date = new Date(`${day}T00:00:00`);
      return Number.isNaN(date.getTime()) ? day : date.toLocaleDateString(locale, { dateStyle: "medium" });
    },
    element(name, className, ...content) {
      const made = document.createElement(name);
      if (className) made.className = className;
      made.append(...content.map((each) => (typeof each === "string" ? bound(each) : each)));
      return made;
    },
  };
})();
