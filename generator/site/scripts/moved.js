/* Leads on from where a page stood before its id was changed, to the same place on the page that it is now. */
(() => {
  "use strict";

  location.replace(new URL(document.currentScript.dataset.to + location.hash, location.href));
})();
