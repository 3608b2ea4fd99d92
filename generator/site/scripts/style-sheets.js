/* A style sheet that is told its own address is read again, and all of the page is styled anew. The theme tells it to every
   element of each page that opens, to compare heads by whole addresses: so it is compared by its own, and read once. */
(() => {
  "use strict";

  const link = HTMLLinkElement.prototype;
  const href = Object.getOwnPropertyDescriptor(link, "href");
  const written = Object.getOwnPropertyDescriptor(Element.prototype, "outerHTML");

  Object.defineProperty(link, "href", {
    ...href,
    set(address) {
      if (address !== this.sheet?.href) href.set.call(this, address);
    },
  });
  Object.defineProperty(link, "outerHTML", {
    ...written,
    get() {
      const whole = this.cloneNode();
      href.set.call(whole, this.sheet?.href ?? this.href);
      return written.get.call(whole);
    },
  });
})();
