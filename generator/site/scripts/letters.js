/* The page that a reader opens first is not moved by letters that come late: it keeps those that the device has. From the
   next page on all are the manual's. */
(() => {
  "use strict";

  const LATE = "Sarabun Late";
  let pages = 0, isReady = false;

  addEventListener("load", async () => {
    await Promise.all(["400", "700"].map((weight) => document.fonts.load(`${weight} 1em "${LATE}"`, "กa")));
    isReady = true;
  });

  window.document$?.subscribe(() => {
    if (pages++ && isReady) document.documentElement.classList.add("has-letters");
  });
})();
