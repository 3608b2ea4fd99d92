/* The table of responsibilities for one role: who is chosen reads only what is theirs, in words. The choice is part of
   the address, to be sent or kept; the table holds all of it without this. Only its page loads
   it; instant navigation runs it again each time that the page comes. */
(() => {
  "use strict";

  const learning = window.khumueLearning;
  const CHOSEN = "role";

  function show() {
    for (const form of document.querySelectorAll("[data-matrix-choose]")) {
      if (form.dataset.ready) continue;
      form.dataset.ready = "yes";
      form.hidden = false;
      const select = form.querySelector("select");
      const asked = new URLSearchParams(location.search).get(CHOSEN);
      if ([...select.options].some((option) => option.value === asked)) select.value = asked;
      select.addEventListener("change", () => {
        choose(form, select);
        const address = new URL(location.href);
        if (select.value) address.searchParams.set(CHOSEN, select.value);
        else address.searchParams.delete(CHOSEN);
        history.replaceState(history.state, "", address);
      });
      choose(form, select);
    }
  }

  function choose(form, select) {
    const matrix = document.querySelector(".matrix");
    const place = select.selectedIndex;
    let count = 0;
    matrix.classList.toggle("matrix--one", place > 0);
    for (const row of matrix.querySelectorAll("tbody tr")) {
      const cells = [...row.querySelectorAll("td")];
      cells.forEach((cell, index) => {
        cell.hidden = place > 0 && index !== place - 1;
      });
      row.hidden = place > 0 && cells[place - 1].childElementCount === 0;
      if (!row.hidden) count += 1;
    }
    const status = form.querySelector("[role=status]");
    status.textContent = place > 0 ? learning.fill(form.dataset.matrixChoose, { count }) : "";
    const hint = document.querySelector(".matrix__scroll");
    if (hint) hint.hidden = matrix.scrollWidth <= matrix.clientWidth;
  }

  show();
})();
