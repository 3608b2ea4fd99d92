/* Browsers run no workers on pages opened as files: there the worker's part runs on the page. */
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor() {
      super();
      worker((_, listener) => { this.postMessage = (data) => setTimeout(listener, 0, { data }); }, (data) => this.dispatchEvent(new MessageEvent("message", { data })));
    }
  };
}
