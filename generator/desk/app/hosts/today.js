/* The day in the offices' time, wherever the browser is: the day by which the generator judges too. */

const BUDDHIST_ERA = 543;
const BANGKOK_IS_AHEAD = 7 * 60 * 60 * 1000;

/** The day as 2026-12-31. */
export function today() {
  return new Date(Date.now() + BANGKOK_IS_AHEAD).toISOString().slice(0, 10);
}

/** The day as authors write it, of the Buddhist era. */
export function todayAsWritten() {
  const [year, ...rest] = today().split("-");
  return [Number(year) + BUDDHIST_ERA, ...rest].join("-");
}
