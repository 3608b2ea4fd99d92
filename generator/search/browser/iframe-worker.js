/* Browsers run no workers on pages opened as files: a hidden frame of the same page stands in for one. */
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      this.waiting = [];
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.addEventListener("load", () => this.start(frame, url), { once: true });
      document.documentElement.append(frame);
    }

    start(frame, url) {
      const inside = frame.contentWindow, script = frame.contentDocument.createElement("script");
      inside.postMessage = (data) => this.tell(data);
      script.addEventListener("load", () => {
        this.inside = inside;
        for (const data of this.waiting) this.postMessage(data);
      });
      script.src = url;
      frame.contentDocument.head.append(script);
    }

    postMessage(data) {
      if (this.inside) this.inside.dispatchEvent(new this.inside.MessageEvent("message", { data }));
      else this.waiting.push(data);
    }

    tell(data) {
      const event = new MessageEvent("message", { data });
      this.dispatchEvent(event);
      if (this.onmessage) this.onmessage(event);
    }

    terminate() {}
  };
}
