/*
 * Questions to the server that follow what is typed: asked a little later, one at a time, and an answer that came too late
 * is dropped, for the question after it is asked already.
 */

/** `ask()` is called `wait` ms after the last `again()`; `tell(answer)` only while no newer question waits. */
export class Following {
  #timer = 0;
  #isAsking = false;
  #isStale = false;

  constructor(wait, ask, tell, fail) {
    Object.assign(this, { wait, ask, tell, fail });
  }

  again(wait = this.wait) {
    clearTimeout(this.#timer);
    this.#isStale = this.#isAsking;
    this.#timer = setTimeout(() => this.#now(), wait);
  }

  async #now() {
    this.#timer = 0;
    if (this.#isAsking) return;
    this.#isAsking = true;
    this.#isStale = false;
    const [told, answer] = await this.ask().then(
      (each) => [this.tell, each],
      (error) => [this.fail, error],
    );
    this.#isAsking = false;
    if (!this.#isStale) told(answer);
    else if (!this.#timer) this.#now();
  }
}
