/* Browsers run no workers on pages opened as files: a hidden frame of the same page stands in for one. */
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      const frame = document.createElement("iframe"), script = document.createElement("script");
      frame.hidden = true;
      document.documentElement.append(frame);
      const inside = frame.contentWindow;
      inside.isWorker = true;
      inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      script.src = url;
      this.inside = new Promise((resolve) => script.addEventListener("load", () => resolve(inside)));
      frame.contentDocument.documentElement.append(script);
    }

    postMessage(data) {
      this.inside.then((inside) => inside.dispatchEvent(new MessageEvent("message", { data })));
    }
  };
}
