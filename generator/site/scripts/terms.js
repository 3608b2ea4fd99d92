/* Lets go of a word's meaning: by Escape, or by touching anything else. It comes and goes without this file too. */
(() => {
  "use strict";

  const WORD = ".explained";
  const DISMISSED = "explained--dismissed";

  function dismiss(word) {
    word.classList.add(DISMISSED);
    for (const parting of ["pointerleave", "blur", "click"]) {
      word.addEventListener(parting, () => word.classList.remove(DISMISSED), { once: true });
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.querySelectorAll(`${WORD}:is(:hover, :focus)`).forEach(dismiss);
    /* Keys and programs that read out press it: its meaning is said. */
    const word = event.target.closest?.(WORD);
    if (!word || !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    word.click();
  });

  document.addEventListener("click", ({ target }) => {
    const word = target.closest?.(WORD);
    const spoken = document.querySelector("[data-spoken]");
    if (word && spoken) spoken.textContent = word.getAttribute("aria-description");
  });

  document.addEventListener("pointerdown", (event) => {
    const focused = document.activeElement;
    if (focused?.matches(WORD) && !focused.contains(event.target)) focused.blur();
  });
})();
