/* Links of drawings have their addresses in `href`, where programs look for them. The theme assigns the attribute of every
   element that has it to itself, which these refuse with an error that would end its instant navigation. */
(() => {
  "use strict";

  const href = Object.getOwnPropertyDescriptor(SVGAElement.prototype, "href");
  Object.defineProperty(SVGAElement.prototype, "href", { ...href, set: () => {} });
})();
