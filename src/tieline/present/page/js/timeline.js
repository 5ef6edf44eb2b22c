// The timeline: vis-timeline draws; this decides what stands in the window, and how sure it looks.
import { announce, byId, counted, el, label, later, plain } from "./dom.js";
import { dayWords, FACTS, FAMILIES, STATUSES, TYPES, familyOf } from "./data.js";
import { open, state } from "./state.js";

const DAY = 86400000;
const MANY = 140; // events in the window above which near ones are drawn as one
const LABEL = 250; // widest words of an item, in pixels
let timeline = null;
let items = null;
let groups = null;
let events = []; // dated, in order
let drawn = "";
let beyond = null; // the end of the day by which all of this was known
let moved = false; // whether the reader has left the whole span
let chosen = null; // the event that the arrow keys have reached

const narrow = () => window.innerWidth < 720;
const drawable = FACTS.events.some((event) => event.from !== null || event.to !== null); // else there is nothing to draw, by any day

export function setUpTimeline() {
  for (const part of document.querySelectorAll("#timeline-graphic, #legend, #view-timeline .tools")) part.hidden = !drawable;
  byId("tl-rows").value = narrow() ? "none" : "family";
  byId("timeline-graphic").addEventListener("keydown", keys);
  byId("tl-in").addEventListener("click", () => zoom(0.5));
  byId("tl-out").addEventListener("click", () => zoom(2));
  byId("tl-fit").addEventListener("click", () => fit(true));
  byId("tl-earlier").addEventListener("click", () => shift(-0.4));
  byId("tl-later").addEventListener("click", () => shift(0.4));
  byId("tl-rows").addEventListener("change", () => {
    byId("timeline-graphic").classList.toggle("bare", byId("tl-rows").value === "none");
    drawn = "";
    draw();
  });
}

// Made when it is first seen; it fits its items by itself once, and takes our window after that.
function makeTimeline() {
  byId("timeline-graphic").classList.add("settling");
  items = new vis.DataSet();
  groups = new vis.DataSet();
  timeline = new vis.Timeline(byId("timeline-graphic"), items, groups, {
    height: "100%", width: "100%", stack: true, orientation: { axis: "top", item: "top" }, align: "auto", showCurrentTime: false, showTooltips: false,
    zoomKey: "ctrlKey", zoomMin: 4 * DAY, selectable: false, horizontalScroll: false, verticalScroll: true, margin: { item: { horizontal: 10, vertical: 5 }, axis: 8 },
    moment: (day) => vis.moment(day).utc(), locale: "en", groupOrder: "order", autoResize: true,
    onInitialDrawComplete: settle,
    preferZoom: false, groupHeightMode: "auto",
  });
  const names = byId("timeline-graphic").querySelector(".vis-left"); // the part with the scroll bar: keys have to reach it too
  for (const [name, value] of [["tabindex", "0"], ["role", "group"], ["aria-label", "Rows of the timeline; up and down arrows scroll"]]) names.setAttribute(name, value);
  timeline.on("click", (hit) => hit.item && pick(hit.item));
  timeline.on("rangechanged", later(() => draw(), 40));
  timeline.on("rangechange", (change) => (moved ||= change.byUser));
  let width = 0;
  new ResizeObserver(later(() => {
    const now = byId("timeline-graphic").clientWidth;
    if (now && width && now !== width && !moved) fit();
    width = now || width;
  }, 120)).observe(byId("timeline-graphic"));
}

// It shows itself once it stands in our window, so that nothing moves before the reader's eyes.
function settle() {
  fit();
  setTimeout(() => byId("timeline-graphic").classList.remove("settling"), 60);
}

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const motion = () => (still() ? false : { duration: 220, easingFunction: "easeOutQuad" });

function zoom(factor) {
  moved = true;
  const { start, end } = timeline.getWindow();
  const middle = (+start + +end) / 2;
  const half = Math.max(((end - start) / 2) * factor, 2 * DAY);
  timeline.setWindow(middle - half, middle + half, { animation: motion() });
}

function shift(part) {
  moved = true;
  const { start, end } = timeline.getWindow();
  const by = (end - start) * part;
  timeline.setWindow(+start + by, +end + by, { animation: motion() });
}

// The window that holds all events, with room for the words of the last one.
function fit(animated = false) {
  moved = false;
  const span = whole();
  timeline.setWindow(...span, { animation: animated && motion() });
  if (timeline.initialDrawDone) draw(span);
}

// Where there is little room words are narrower; items are made anew then, as they keep the height that they had.
function setSlim(slim) {
  const place = byId("timeline-graphic");
  if (place.classList.contains("slim") === slim) return;
  place.classList.toggle("slim", slim);
  drawn = "";
}

function whole() {
  const [first, last] = extent(events);
  const width = roomWidth();
  const span = Math.max(last - first, 20 * DAY);
  setSlim(width < 720);
  const room = Math.min(((width < 720 ? 165 : LABEL) + 35) / width, 0.5);
  return [first - span * 0.03, first + span / (1 - room)];
}

// The width in which items stand: without the names of the rows.
function roomWidth() {
  const place = byId("timeline-graphic");
  return place.querySelector(".vis-panel.vis-center")?.clientWidth || place.clientWidth || 800;
}

function extent(some) {
  let first = Infinity;
  let last = -Infinity;
  for (const event of some) {
    first = Math.min(first, event.from ?? event.to - 400 * DAY);
    last = Math.max(last, event.to ?? event.from + 400 * DAY);
  }
  return some.length ? [first, last] : [Date.UTC(2000, 0), Date.UTC(2025, 0)];
}

function rowOfEvent(event) {
  const by = byId("tl-rows").value;
  return by === "family" ? event.family : by === "type" ? event.type : by === "status" ? event.st : "all";
}

function rows() {
  const by = byId("tl-rows").value;
  const names = { family: Object.fromEntries(Object.entries(FAMILIES).map(([key, one]) => [key, one.name])) }[by];
  const keys = by === "family" ? Object.keys(FAMILIES) : by === "type" ? TYPES : by === "status" ? STATUSES : ["all"];
  const used = new Set(events.map(rowOfEvent));
  return keys.filter((key) => used.has(key)).map((key) => ({
    id: key, order: keys.indexOf(key), className: by === "family" ? `family-${key}` : by === "type" ? `family-${familyOf[key]}` : "",
    content: by === "none" ? "" : el("span", { class: "row-name" }, names ? names[key] : label(key)),
  }));
}

// What stands in the window and a window's width to either side; near events become one where there are too many.
function draw([start, end] = Object.values(timeline.getWindow()).map(Number)) {
  const width = end - start;
  const inside = events.filter((event) => (event.to ?? Infinity) >= +start - width && (event.from ?? -Infinity) <= +end + width);
  const visible = inside.filter((event) => (event.to ?? Infinity) >= +start && (event.from ?? -Infinity) <= +end).length;
  const own = visible > MANY ? clustered(inside, width) : inside.map(itemOf);
  const sign = `${byId("tl-rows").value}|${own.map((one) => one.id).join(",")}|${state.item}`;
  if (sign === drawn) return;
  drawn = sign;
  const wanted = rows();
  groups.clear();
  groups.add(wanted);
  items.clear();
  items.add(beyond ? [...own, { id: "beyond", type: "background", start: beyond, end: beyond + 400 * 365 * DAY, className: "beyond", content: "" }] : own);
}

// Events of one row that stand close together as one item with their number.
function clustered(inside, width) {
  const columns = Math.max(Math.floor(roomWidth() / 110), 3);
  const size = 2 ** Math.round(Math.log2(Math.max(width / columns, DAY)));
  const cells = new Map();
  for (const event of inside) {
    const cell = `${rowOfEvent(event)}|${Math.floor((event.from ?? event.to) / size)}`;
    if (!cells.has(cell)) cells.set(cell, []);
    cells.get(cell).push(event);
  }
  const most = Math.max(...[...cells.values()].map((own) => own.length));
  return [...cells].flatMap(([cell, own]) => (own.length > 2 ? [clusterOf(cell, own, size, width, own.length / most)] : own.map(itemOf)));
}

// It fills its part of time but for a gap to the next one; the more events, the stronger.
function clusterOf(cell, own, size, width, share) {
  const start = Number(cell.slice(cell.lastIndexOf("|") + 1)) * size;
  const gap = (14 * width) / roomWidth();
  return {
    id: `cluster|${cell}|${size}|${own.length}`, group: rowOfEvent(own[0]), start, end: start + Math.max(size - gap, size / 2), type: "range",
    className: `cluster family-${own[0].family}${share > 0.66 ? " most" : share > 0.33 ? " much" : ""}`, content: el("span", { class: "tl-words", title: counted(own.length, "event") }, (size * roomWidth()) / width < 100 ? own.length.toLocaleString("en") : counted(own.length, "event")), own,
  };
}

function itemOf(event) {
  const time = event.time;
  const open = time.p === "open" ? (event.from === null ? " open-start" : " open-end") : "";
  const shape = `family-${event.family} is-${event.st} p-${time.p}${open}${event.conflict ? " conflict" : ""}${event.k === state.item ? " current" : ""}`;
  const words = el("span", { class: "tl-words", dir: "auto", title: `${time.w}: ${plain(event.title)}`, data: { key: event.k } }, event.conflict && el("span", { class: "tl-flag" }, "\u2260 "), plain(event.title));
  const base = { id: event.k, group: rowOfEvent(event), className: shape, content: words };
  if (time.p === "day") return { ...base, type: "point", start: event.from + DAY / 2 };
  const start = event.from ?? event.to - 300 * DAY;
  return { ...base, type: "range", start, end: Math.max(event.to ?? start + 300 * DAY, start + DAY) };
}

function pick(id) {
  const item = items.get(id);
  if (!item.own) return open(id);
  moved = true;
  const [first, last] = extent(item.own);
  const pad = Math.max((last - first) * 0.15, 3 * DAY);
  timeline.setWindow(first - pad, last + pad, { animation: motion() });
  announce(`${counted(item.own.length, "event")}, ${dayWords(first)} to ${dayWords(last - DAY)}`);
}

function keys(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const run = {
    ArrowRight: () => step(1), ArrowLeft: () => step(-1), "+": () => zoom(0.5), "=": () => zoom(0.5), "-": () => zoom(2), 0: () => fit(true), Home: () => step(-Infinity),
    End: () => step(Infinity), Enter: () => chosen && open(chosen.k),
  }[event.key];
  if (!run) return;
  event.preventDefault();
  run();
}

// Walk to the next event, bring it into the window and say it.
function step(by) {
  if (!events.length) return;
  const at = events.indexOf(chosen);
  const wanted = by === -Infinity ? 0 : by === Infinity ? events.length - 1 : at < 0 ? (by > 0 ? 0 : events.length - 1) : at + by;
  chosen = events[Math.min(Math.max(wanted, 0), events.length - 1)];
  const moment = chosen.from ?? chosen.to;
  const { start, end } = timeline.getWindow();
  moved = true;
  if (moment < +start || moment > +end - (end - start) * 0.2) timeline.moveTo(moment, { animation: motion() });
  say(`${chosen.time.w}: ${chosen.title}${chosen.st === "occurred" ? "" : ` (${label(chosen.st)})`}`);
  mark();
}

const say = (text) => (byId("timeline-said").textContent = plain(text));

function mark() {
  for (const one of byId("timeline-graphic").querySelectorAll(".tl-words")) one.classList.toggle("reached", one.dataset.key === chosen?.k);
}

// Bring the timeline to the model; `fitting` when other events are to be seen.
export function showTimeline(model, fitting) {
  events = model.events.filter((event) => event.from !== null || event.to !== null);
  const last = model.view.day ?? model.view.documents.map((one) => one.published?.b ?? "").sort().at(-1);
  beyond = last ? Date.parse(`${last}T00:00:00Z`) + DAY : null;
  if (!events.includes(chosen)) chosen = null;
  byId("timeline-graphic").classList.toggle("bare", byId("tl-rows").value === "none");
  drawn = "";
  if (!drawable) return say(model.events.length ? "None of the events has a date in the texts." : "No dated event.");
  byId("timeline-graphic").classList.toggle("nothing", !events.length);
  if (!timeline) makeTimeline();
  const fits = fitting && events.length > 0; // with nothing to show the window stays
  if (fits) fit();
  draw(fits ? whole() : undefined); // before its first drawing the window is not ours yet
  const undated = model.events.length - events.length;
  const words = events.length ? `${counted(events.length, "dated event")}${undated ? `; ${undated} more without a date in the texts stand at the end of the list` : ""}.` : "No dated event.";
  say(words);
}

// Show which event is open, and bring it into the window.
export function markItem() {
  if (!timeline) return;
  drawn = "";
  const event = events.find((one) => one.k === state.item);
  const { start, end } = timeline.getWindow();
  if (event && ((event.to ?? event.from) < +start || (event.from ?? event.to) > +end)) timeline.moveTo(event.from ?? event.to, { animation: motion() });
  draw();
}
