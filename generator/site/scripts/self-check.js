/* Makes the questions of a self-check answerable. What they say is read from the page, which holds them without this.
   Only pages with questions load it; instant navigation runs it again each time that one comes. */
(() => {
  "use strict";

  const learning = window.khumueLearning;
  let questionCount = 0;

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.append(...(text.cloneNode?.(true).childNodes ?? [text]));
    return made;
  }

  function show() {
    for (const root of document.querySelectorAll("[data-self-check]")) {
      if (root.dataset.ready) continue;
      root.dataset.ready = "yes";
      const words = JSON.parse(root.dataset.selfCheck);
      const questions = [...root.querySelectorAll("[data-question]")];
      const score = element("p", "self-check__score");
      score.setAttribute("role", "status");
      root.append(score);
      for (const question of questions) {
        enliven(question, words, () => {
          const right = questions.filter((each) => each.classList.contains("question--right")).length;
          score.textContent = learning.fill(words.score, { right, all: questions.length });
          const answered = questions.filter((each) => each.dataset.done).length;
          const detail = { right, all: questions.length, answered };
          root.dispatchEvent(new CustomEvent("khumue:score", { bubbles: true, detail }));
        });
      }
    }
  }

  function enliven(question, words, afterCheck) {
    questionCount += 1;
    const text = question.querySelector(".question__text");
    const list = question.querySelector(".question__options");
    const options = [...list.children];
    const right = question.dataset.right.split(" ").map(Number);
    const status = element("p", "question__feedback");
    status.setAttribute("role", "status");
    const isOrder = question.dataset.question === "order";
    const name = `self-check-${questionCount}`;
    const field = isOrder ? orderField(options, words, status) : choiceField(options, name);
    text.id = `${name}-text`;
    field.element.setAttribute("aria-labelledby", text.id);
    /* Another answer is neither right nor wrong before it is checked. */
    field.element.addEventListener("click", () => {
      question.classList.remove("question--right", "question--wrong");
      if (!isOrder) status.textContent = "";
    });
    const check = element("button", "learning-button", words.check);
    check.type = "button";
    check.addEventListener("click", () => {
      const given = field.answer();
      const isRight = given.length === right.length && given.every((each, place) => each === right[place]);
      const isGiven = given.length > 0;
      question.classList.toggle("question--right", isGiven && isRight);
      question.classList.toggle("question--wrong", isGiven && !isRight);
      if (isGiven) question.dataset.done = "yes";
      status.textContent = isGiven ? (isRight ? words.right : words.wrong) : words.choose;
      if (isGiven && isRight) question.querySelector(".question__answer").open = true;
      afterCheck();
    });
    list.replaceWith(field.element);
    field.element.after(check, status);
  }

  /* One of several: radio buttons. */
  function choiceField(options, name) {
    const group = element("div", "question__choices");
    group.setAttribute("role", "radiogroup");
    const inputs = options.map((option, index) => {
      const label = element("label", "question__choice");
      const input = element("input", "");
      input.type = "radio";
      input.name = name;
      input.value = String(index);
      label.append(input, element("span", "", option));
      group.append(label);
      return input;
    });
    return {
      element: group,
      answer: () => inputs.filter((input) => input.checked).map((input) => Number(input.value)),
    };
  }

  /* Things to put in order: each can be moved up and down. */
  function orderField(options, words, status) {
    const list = element("ol", "question__order");
    const items = options.map((option, index) => {
      const item = element("li", "");
      item.dataset.option = String(index);
      const buttons = element("span", "question__moves");
      buttons.append(
        mover(item, option, -1, words.up, "↑"),
        mover(item, option, 1, words.down, "↓"),
      );
      item.append(element("span", "question__item", option), buttons);
      return item;
    });
    list.append(...items);

    function mover(item, option, way, wording, sign) {
      const button = element("button", "question__move", sign);
      button.type = "button";
      button.setAttribute("aria-label", learning.fill(wording, { text: option.textContent }));
      button.addEventListener("click", () => {
        const other = way < 0 ? item.previousElementSibling : item.nextElementSibling;
        if (other) other[way < 0 ? "before" : "after"](item);
        button.focus();
        const number = [...list.children].indexOf(item) + 1;
        status.textContent = learning.fill(words.moved, { text: option.textContent, number, all: options.length });
      });
      return button;
    }

    return { element: list, answer: () => [...list.children].map((item) => Number(item.dataset.option)) };
  }

  show();
})();
