// Agreements as lanes: their stages along one axis of time, and in words below it.
import { byId, clear, el, label, said } from "./dom.js";
import { glyph } from "./list.js";
import { state } from "./state.js";

const DAY = 86400000;
const SHOWN = 40;
const ENDS = new Set(["terminated", "lapsed", "suspended", "rejected", "severed", "cancelled"]);
let all = SHOWN;

// The agreements that the filters leave: those chosen, or those of the events that pass.
export function wanted(model) {
  const { view } = model;
  if (state.agreement.size) return view.agreements.filter((one) => state.agreement.has(one.k));
  if (!model.filtered) return view.agreements;
  const keys = new Set(model.events.map((event) => event.agr));
  return view.agreements.filter((one) => keys.has(one.k));
}

export function showLanes(model) {
  const agreements = wanted(model);
  const place = byId("lanes");
  if (!agreements.length) return clear(place, el("p", { class: "empty" }, model.filtered ? "No agreement passes the filters." : model.whole ? "The texts tell of no agreement." : "No agreement was known by then."));
  const moments = agreements.flatMap((one) => one.stages.flatMap((stage) => [stage.from, stage.to])).filter((one) => one !== null);
  const axis = moments.length ? axisOf(Math.min(...moments), Math.max(...moments)) : null;
  const order = [...agreements].sort((a, b) => firstOf(a) - firstOf(b) || (a.k < b.k ? -1 : 1));
  const shown = order.slice(0, all);
  clear(place,
    axis && el("div", { class: "lane-axis", "aria-hidden": "true" }, axis.ticks.map((tick) => at(el("span", { class: axis.part(tick.moment) > 94 ? "last" : null }, tick.words), axis.part(tick.moment)))),
    el("ul", { class: "lanes" }, shown.map((one) => lane(one, axis))),
    order.length > shown.length && el("button", { type: "button", class: "quiet more", onclick: () => { all += SHOWN; showLanes(model); } }, `Show ${order.length - shown.length} more`));
}

const isDated = (stage) => stage.from !== null || stage.to !== null;
const firstOf = (one) => Math.min(...one.stages.map((stage) => stage.from ?? stage.to ?? Infinity), Infinity);

// An axis with about six marks at whole years.
function axisOf(first, last) {
  const pad = Math.max((last - first) * 0.04, 40 * DAY);
  const [low, high] = [first - pad, last + pad];
  const years = (high - low) / (365.25 * DAY);
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((size) => years / size <= (window.innerWidth < 720 ? 4 : 9)) ?? 1000;
  const ticks = [];
  for (let year = Math.ceil(new Date(low).getUTCFullYear() / step) * step; ; year += step) {
    const moment = new Date(0).setUTCFullYear(year, 0, 1);
    if (moment > high) break;
    if (moment >= low) ticks.push({ moment, words: String(year) });
  }
  return { ticks, part: (moment) => (100 * (moment - low)) / (high - low) };
}

function at(element, left, width) {
  element.style.left = `${left.toFixed(3)}%`;
  if (width !== undefined) element.style.width = `${width.toFixed(3)}%`;
  return element;
}

function lane(agreement, axis) {
  const title = el("a", { href: `#${agreement.k}`, class: "lane-name", data: { key: agreement.k } }, said(agreement.name));
  const about = said([label(agreement.kind), agreement.parties?.join(", ")].filter(Boolean).join(" \u00b7 "), "p", { class: "soft" });
  const stages = agreement.stages.map((stage) =>
    el("li", {}, stageLink(stage, el("span", { class: "stage" }, glyph({ ...stage, family: "accord" }), said(stage.words + (stage.time ? "" : ", no date in the texts"))))));
  return el("li", { class: "lane", data: { key: agreement.k, testid: "lane" } },
    el("div", { class: "lane-head" }, el("h3", {}, title), about),
    axis && agreement.stages.some(isDated) && strip(agreement, axis),
    stages.length ? el("ol", { class: "stages" }, stages) : el("p", { class: "empty" }, "The texts name no stage of its life."));
}

function stageLink(stage, words) {
  return stage.event ? el("a", { href: `#${stage.event}`, data: { key: stage.event } }, words) : words;
}

// The drawn lane: a line from its first to its last stage, marks for days and bands for what is less precise.
function strip(agreement, axis) {
  const dated = agreement.stages.filter(isDated);
  const parts = axis.ticks.map((tick) => at(el("span", { class: "lane-tick" }), axis.part(tick.moment)));
  if (dated.length) {
    const [first, last] = [Math.min(...dated.map((one) => one.from ?? one.to)), Math.max(...dated.map((one) => one.to ?? one.from))];
    const ended = ENDS.has(dated.at(-1).stage) && dated.at(-1).st === "occurred";
    const done = dated.some((one) => one.st === "occurred" || one.st === "ongoing");
    parts.push(at(el("span", { class: `lane-life${ended ? " ended" : ""}${done ? "" : " is-planned"}` }), axis.part(first), axis.part(last) - axis.part(first)));
  }
  const taken = [[], [], []]; // the parts of each row that words have taken
  const letter = 720 / Math.max(byId("lanes").clientWidth - (window.innerWidth < 900 || document.body.classList.contains("has-panel") ? 0 : 290), 200);
  for (const stage of dated) {
    const [first, last] = [stage.from ?? stage.to - 200 * DAY, stage.to ?? stage.from + 200 * DAY];
    const left = axis.part(first);
    const shape = stage.time.p === "day" ? "mark" : "band";
    parts.push(at(el("span", { class: `lane-${shape} p-${stage.time.p} is-${stage.st} family-accord` }), left, shape === "band" ? axis.part(last) - left : undefined));
    const width = stage.name.length * letter + 1;
    const before = left + width > 99;
    const [begin, end] = before ? [left - width, left + 1] : [left, left + width];
    const row = taken.findIndex((parts) => parts.every((other) => end < other[0] || begin > other[1]));
    if (row < 0) continue; // no room: the words below the lane have it
    taken[row].push([begin, end]);
    parts.push(at(el("span", { class: `lane-words row-${row}${before ? " to-left" : ""}` }, stage.name), left));
  }
  return el("div", { class: `lane-strip rows-${taken.filter((parts) => parts.length).length}`, "aria-hidden": "true" }, parts);
}
