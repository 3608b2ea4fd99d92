/* Questions to the server that follow what is typed: asked a little later, and an answer that came too late is dropped. */

/** `ask()` is called `wait` ms after the last `again()`; `tell(answer)` only while no newer question was asked. */
export class Following {
  #timer = 0;
  #asked = 0;

  constructor(wait, ask, tell, fail) {
    Object.assign(this, { wait, ask, tell, fail });
  }

  again(wait = this.wait) {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.#timer = setTimeout(() => this.#now(this.#asked), wait);
  }

  async #now(question) {
    try {
      const answer = await this.ask();
      if (question === this.#asked) this.tell(answer);
    } catch (error) {
      if (question === this.#asked) this.fail(error);
    }
  }
}
