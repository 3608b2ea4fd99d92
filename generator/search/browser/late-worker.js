/* The search begins when somebody reaches for it: until then no page fetches the engine or the index.

   The theme asks for the index on every page that has a form named "search", and starts a worker. Our form has no name,
   and this stands in the worker's place until it is needed. Browsers run no workers on pages opened as files: there
   the engine runs on the page. */
const isFile = location.protocol === "file:", Engine = window.Worker;
/* The first element, and a new one. */
const one = (selector) => document.querySelector(selector);
const make = (kind, properties) => Object.assign(document.createElement(kind), properties);
/* What opens the search when it is checked. */
const box = () => one("#__search");
const settings = () => JSON.parse(one("#__config").textContent);
const siteUrl = (address) => new URL(address, new URL(settings().base, location));
const load = (src) => new Promise((onload, onerror) => { document.head.append(make("script", { src, onload, onerror })); });

class LateWorker extends EventTarget {
  constructor(url) {
    super();
    const reach = () => {
      if (box().checked) this.begun ||= this.begin(url).catch(() => { this.begun = null; });
    };
    box().addEventListener("change", reach);
    reach();
  }

  /* The theme asks nothing before it is told that the index is read. */
  async begin(url) {
    const tell = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
    let data;
    if (isFile) {
      window.engine = [(_, listener) => { this.postMessage = (message) => setTimeout(listener, 0, { data: message }); }, tell];
      await Promise.all([load(url), load(siteUrl("search/search_index.js"))]);
      data = window.__index;
    } else {
      const worker = new Engine(url);
      worker.addEventListener("message", (message) => tell(message.data));
      this.postMessage = (message) => worker.postMessage(message);
      data = await (await fetch(siteUrl("search/search_index.json"))).json();
    }
    this.postMessage({ type: 0, data });
  }
}

window.Worker = new Proxy(Engine, {
  construct: (_, given) => (given[0] === settings().search ? new LateWorker(given[0]) : new Engine(...given)),
});
