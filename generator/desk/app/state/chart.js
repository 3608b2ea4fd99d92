/* A chart as the server draws it, made safe to stand in the page: only drawing is left, and links lead to steps only. */

const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";
const DRAWN = new Set(["svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "title", "desc", "a", "defs", "marker", "clipPath", "use"]);
const OF_LINKS = new Set(["href", "xlink:href"]);
const COLOUR = /^role-/;

/** The drawings as figures, and the colours of who acts, by the anchors of steps; `charts` are `{ title, svg }`. */
export function readCharts(charts) {
  const colours = new Map();
  const figures = charts.flatMap(({ title, svg: text }, at) => {
    const svg = readOne(text, colours);
    if (!svg) return [];
    const figure = document.createElement("figure");
    if (at > 0 && title) {
      const caption = document.createElement("figcaption");
      caption.textContent = title;
      figure.append(caption);
    }
    figure.append(svg);
    return [figure];
  });
  return { figures, colours };
}

function readOne(text, colours) {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
  const svg = parsed.documentElement;
  if (svg.nodeName !== "svg" || parsed.querySelector("parsererror")) return null;
  clean(svg);
  for (const link of svg.querySelectorAll("a")) {
    const anchor = anchorOf(link);
    const colour = [...link.querySelectorAll("*")].flatMap((each) => [...each.classList]).find((name) => COLOUR.test(name));
    if (anchor && colour && !colours.has(anchor)) colours.set(anchor, colour);
  }
  return document.importNode(svg, true);
}

/** The step to which a link of the drawing leads; empty for any other link. */
export function anchorOf(link) {
  const href = link.getAttribute("href") ?? link.getAttributeNS(XLINK, "href") ?? link.getAttribute("xlink:href") ?? "";
  return href.startsWith("#") ? decodeURIComponent(href.slice(1)) : "";
}

function clean(svg) {
  for (const element of [...svg.querySelectorAll("*")])
    if (element.namespaceURI !== SVG || !DRAWN.has(element.localName)) element.remove();
  for (const element of [svg, ...svg.querySelectorAll("*")])
    for (const { name, value } of [...element.attributes]) {
      const isForeignLink = OF_LINKS.has(name) && !value.startsWith("#");
      if (name.startsWith("on") || name === "style" || isForeignLink) element.removeAttribute(name);
    }
}
