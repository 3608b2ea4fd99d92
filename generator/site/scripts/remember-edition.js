/* Notes for the portal one folder above which office's edition was read last. Without storage nothing is noted. */
(() => {
  "use strict";

  const script = document.currentScript;
  if (!script) return;
  const root = new URL("../../", script.src);
  const [, portal, edition] = /^(.*\/)([^/]+)\/$/.exec(root.pathname) || [];
  if (!edition) return;
  try {
    localStorage.setItem(`khumue-edition:${portal}`, decodeURIComponent(edition));
  } catch {
    /* storage is forbidden or full */
  }
})();
