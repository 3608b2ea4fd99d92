/* The search begins when somebody reaches for it: until then no page fetches the engine or the index.

   The theme asks for the index on every page that has a form named "search", and starts a worker. Our form has no name,
   and this stands in the worker's place until it is needed. Browsers run no workers on pages opened as files: there
   the engine runs on the page. */
const isFile = location.protocol === "file:", Engine = window.Worker;
const settings = () => JSON.parse(document.getElementById("__config").textContent);

const load = (src) => new Promise((onload, onerror) => {
  document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror }));
});

class LateWorker extends EventTarget {
  constructor(url) {
    super();
    const box = document.getElementById("__search");
    const reach = () => {
      if (box.checked) this.begun ||= this.begin(url).catch(() => { this.begun = null; });
    };
    box.addEventListener("change", reach);
    reach();
  }

  /* The theme asks nothing before it is told that the index is read. */
  async begin(url) {
    const base = new URL(settings().base, location), tell = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
    let data;
    if (isFile) {
      window.engine = [(_, listener) => { this.postMessage = (message) => setTimeout(listener, 0, { data: message }); }, tell];
      await Promise.all([load(url), load(new URL("search/search_index.js", base))]);
      data = window.__index;
    } else {
      const worker = new Engine(url);
      worker.addEventListener("message", (message) => tell(message.data));
      this.postMessage = (message) => worker.postMessage(message);
      data = await (await fetch(new URL("search/search_index.json", base))).json();
    }
    this.postMessage({ type: 0, data });
  }
}

window.Worker = new Proxy(Engine, {
  construct: (_, given) => (given[0] === settings().search ? new LateWorker(given[0]) : new Engine(...given)),
});
