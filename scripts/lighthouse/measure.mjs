// Measures pages with Lighthouse as `scripts/measure_speed.py` asks: addresses in, a line of JSON for each out.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const { chromium, flags, runs, pages } = JSON.parse(process.argv[2]);
// A slow third generation: 400 kbit/s, 400 ms to and fro.
const SLOW = { rttMs: 400, throughputKbps: 400, requestLatencyMs: 1500, downloadThroughputKbps: 360, uploadThroughputKbps: 360, cpuSlowdownMultiplier: 4 };
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const middle = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const browser = await launch({ chromePath: chromium, chromeFlags: flags });
const options = { port: browser.port, logLevel: "error" };
for (const [name, address] of Object.entries(pages)) {
  const reports = [];
  for (let run = 0; run < runs; run++) {
    reports.push((await lighthouse(address, { ...options, onlyCategories: run ? ["performance"] : CATEGORIES })).lhr);
  }
  const slow = [];
  for (let run = 0; run < runs; run++) {
    const { lhr } = await lighthouse(address, { ...options, onlyAudits: ["first-contentful-paint"], throttlingMethod: "simulate", throttling: SLOW });
    slow.push(lhr.audits["first-contentful-paint"].numericValue);
  }
  const audit = (key) => middle(reports.map(({ audits }) => audits[key].numericValue));
  const asked = reports[0].audits["network-requests"].details.items.filter(({ url }) => !url.startsWith("data:"));
  const score = (key) => Math.round(100 * reports[0].categories[key].score);
  console.log(JSON.stringify({
    name,
    version: reports[0].lighthouseVersion,
    browser: reports[0].environment.hostUserAgent.match(/Chrome\/(\d+)/)[1],
    performance: middle(reports.map(({ categories }) => Math.round(100 * categories.performance.score))),
    accessibility: score("accessibility"),
    practices: score("best-practices"),
    seo: score("seo"),
    lcp: audit("largest-contentful-paint"),
    cls: audit("cumulative-layout-shift"),
    tbt: audit("total-blocking-time"),
    requests: asked.length,
    bytes: asked.reduce((sum, { transferSize }) => sum + transferSize, 0),
    slow: middle(slow),
  }));
}
await browser.kill();
