// The events as a list: the same as the timeline for eyes, ears and keyboards. Rows are made as they are asked for.
import { byId, clear, counted, el, label, said } from "./dom.js";
import { state } from "./state.js";

const STEP = 60;
let events = [];
let before = null; // the articles known at the stop before, where the reader looks back
let shown = 0;
let group = null; // the list of the year that is being filled
let year = null;

export function setUpList() {
  byId("list-more").addEventListener("click", () => {
    const first = shown;
    more();
    rowsOf()[first]?.focus();
  });
  byId("event-list").addEventListener("keydown", walk);
  byId("event-list").shownKeys = () => events.map((event) => event.k); // all that pass, made into rows or not
}

const rowsOf = () => [...byId("event-list").querySelectorAll("[data-testid=event-row]")];

// Arrow keys walk through the rows; at the end more are made.
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
  const row = event.target.closest("[data-testid=event-row]");
  if (!step || !row || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  let rows = rowsOf();
  const wanted = rows.indexOf(row) + step;
  if (wanted >= rows.length && shown < events.length && step === 1) {
    more();
    rows = rowsOf();
  }
  const next = rows[Math.min(Math.max(wanted, 0), rows.length - 1)];
  row.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function headingOf(event) {
  if (!event.time) return "No date in the texts";
  const first = event.time.a?.slice(0, 4);
  const last = event.time.b?.slice(0, 4);
  if (!first && !last) return event.time.w;
  if (!first || !last) return first ? `From ${Number(first)} on` : last ? `Up to ${Number(last)}` : "At an unknown time";
  return first === last ? String(Number(first)) : `${Number(first)} to ${Number(last)}`;
}

function more() {
  const place = byId("event-list");
  const until = Math.min(shown + STEP, events.length);
  const parts = document.createDocumentFragment();
  for (; shown < until; shown++) {
    const event = events[shown];
    const heading = headingOf(event);
    if (heading !== year) {
      year = heading;
      group = el("ol", { class: "rows-of-year", "aria-label": heading });
      parts.append(el("section", { class: event.time ? "year" : "year undated" }, el("h4", {}, heading, !event.time && undatedNote()), group));
    }
    group.append(rowOf(event));
  }
  place.append(parts);
  const left = events.length - shown;
  const button = byId("list-more");
  button.hidden = !left;
  button.textContent = left > STEP ? `Show ${STEP} more (${left.toLocaleString("en")} left)` : `Show the other ${left}`;
}

const undatedNote = () => el("span", { class: "soft" }, ` ${counted(events.filter((one) => !one.time).length, "event")}`);

// Whether every article that tells of an event appeared since the stop before.
const isNew = (event) => before && event.ev.length > 0 && event.ev.every((one) => !before.has(one[0]));

function rowOf(event) {
  const parts = [
    isNew(event) && el("span", { class: "status is-new" }, "new"),
    event.st !== "occurred" && el("span", { class: `status is-${event.st}` }, label(event.st)),
    event.conflict && el("span", { class: "status is-conflict" }, "sources differ"),
    event.plan && el("span", { class: "status is-open" }, "not confirmed"),
  ];
  const about = [label(event.kind), event.place, event.by && `according to ${event.by}`, reports(event)].filter(Boolean).join(" \u00b7 ");
  return el("li", {},
    el("a", { href: `#${event.k}`, class: `row family-${event.family} is-${event.st}`, tabindex: "-1", data: { key: event.k, testid: "event-row" } },
      el("span", { class: "row-when" }, glyph(event), el("span", {}, event.time ? event.time.w : "no date")),
      el("span", { class: "row-what" }, said(event.title, "span", { class: "row-title" }), parts, said(about, "span", { class: "row-about" }))));
}

const reports = (event) => {
  const sources = new Set(event.ev.map((one) => one[0])).size;
  return sources > 1 ? `${sources} articles` : "";
};

// The small sign of how precise and how real an event is; the same as on the timeline.
export function glyph(event) {
  const form = event.time?.p === "day" ? "dot" : event.time ? "band" : "none";
  return el("span", { class: `glyph ${form} p-${event.time?.p ?? "none"} family-${event.family} is-${event.st}`, "aria-hidden": "true" });
}

export function showList(model) {
  events = model.events;
  before = model.before;
  shown = 0;
  group = year = null;
  const place = byId("event-list");
  clear(place);
  if (!events.length) clear(place, el("p", { class: "empty" }, model.filtered ? "No event passes the filters." : model.whole ? "The texts tell of no event." : "Nothing was known by that day."));
  byId("list-more").hidden = true;
  if (events.length) more();
  const first = rowsOf()[0];
  if (first) first.tabIndex = 0;
  markRow();
}

// Show which row is open in the panel.
export function markRow() {
  for (const row of rowsOf()) {
    const current = row.dataset.key === state.item;
    row.classList.toggle("current", current);
    if (current) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
}
