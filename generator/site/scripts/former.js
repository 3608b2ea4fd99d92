/* A link to a place on a page leads on to what the place is called now, where its id was changed. */
(() => {
  "use strict";

  function leadOn() {
    const noted = document.querySelector("meta[name='khumue-former']");
    const before = decodeURIComponent(location.hash.slice(1));
    if (!noted || !before || document.getElementById(before)) return;
    const places = JSON.parse(noted.content);
    if (Object.hasOwn(places, before)) location.replace(places[before]);
  }

  window.addEventListener("hashchange", leadOn);
  if (window.document$) window.document$.subscribe(leadOn);
  else leadOn();
})();
