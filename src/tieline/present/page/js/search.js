// The search box: whatever carries the words, best first.
import { announce, byId, clear, counted, el, fold, label, later, said } from "./dom.js";
import { KINDS, nameOf } from "./data.js";
import { putRight } from "./spelling.js";
import { open } from "./state.js";

const EACH = { event: 8, actor: 6, agreement: 6, figure: 5, article: 6 };
const NAMES = { event: "Events", actor: "Actors", agreement: "Agreements", figure: "Figures", article: "Articles" };
let current = null; // the model
let options = [];
let active = -1;
const lookSoon = later(look, 60);

export function setUpSearch() {
  const input = byId("search-input");
  input.addEventListener("input", lookSoon);
  input.addEventListener("focus", () => {
    input.select();
    look();
  });
  input.addEventListener("keydown", keyed);
  byId("search").addEventListener("focusout", (event) => {
    if (!byId("search").contains(event.relatedTarget)) hide();
  });
  byId("search-results").addEventListener("pointerdown", (event) => event.preventDefault());
  byId("search-results").addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) take(option);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    event.preventDefault();
    input.focus();
  });
}

export function searchIn(model) {
  current = model;
}

const folded = new WeakMap();
function wordsOf(record, kind) {
  if (!folded.has(record)) {
    const own = [nameOf(record), record.text && kind === "event" ? record.text : "", ...(record.aliases ?? []), record.office, record.measure && label(record.measure), record.amount, record.subject, record.object, record.about, record.publisher];
    folded.set(record, { name: fold(nameOf(record)), all: fold(own.filter(Boolean).join(" ")), body: kind === "article" ? fold(record.text) : null });
  }
  return folded.get(record);
}

// How well a record fits: a name that begins with the words, one that holds them, other fields, the article's text.
function rank(record, kind, words, whole) {
  const own = wordsOf(record, kind);
  if (own.name.startsWith(whole)) return 4;
  if (words.every((word) => own.name.includes(word))) return 3;
  if (words.every((word) => own.all.includes(word))) return 2;
  return own.body && words.every((word) => own.body.includes(word)) ? 1 : 0;
}

// Every word of what can be found, with its count; made once for a view.
const vocabularies = new WeakMap();
function vocabulary(view) {
  if (!vocabularies.has(view)) {
    const counts = new Map();
    for (const [kind, field] of Object.entries(KINDS)) {
      for (const record of view[field]) {
        for (const word of `${wordsOf(record, kind).all} ${wordsOf(record, kind).body ?? ""}`.split(/[^\p{L}\p{N}]+/u)) if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
    vocabularies.set(view, counts);
  }
  return vocabularies.get(view);
}

function found(whole) {
  const words = whole.split(/\s+/).filter(Boolean);
  const groups = [];
  for (const [kind, field] of Object.entries(KINDS)) {
    const fitting = current.view[field].map((record, at) => [rank(record, kind, words, whole), at, record]).filter(([fit]) => fit > 0);
    fitting.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    if (fitting.length) groups.push({ kind, best: fitting[0][0], left: Math.max(fitting.length - EACH[kind], 0), records: fitting.slice(0, EACH[kind]).map(([, , record]) => record) });
  }
  const order = ["actor", "agreement", "event", "figure", "article"];
  return groups.sort((a, b) => (b.best === 4) - (a.best === 4) || order.indexOf(a.kind) - order.indexOf(b.kind));
}

function look() {
  const asked = fold(byId("search-input").value.trim());
  if (!asked || !current) return hide();
  const exact = found(asked);
  const right = exact.length ? null : putRight(asked.split(/\s+/), vocabulary(current.view));
  const whole = right ?? asked;
  const groups = right ? found(right) : exact;
  options = [];
  const place = clear(byId("search-results"), right && groups.length > 0 && el("p", { class: "empty", role: "presentation" }, "Nothing carries these words. For ", el("strong", {}, right), ":"), groups.map(({ kind, records, left }) =>
    el("div", { role: "group", "aria-labelledby": `found-${kind}` }, el("div", { class: "found-kind", id: `found-${kind}`, role: "presentation" }, NAMES[kind], left ? el("span", { class: "soft" }, ` and ${left} more`) : ""),
      records.map((record) => optionOf(record, kind, whole)))),
    !groups.length && el("p", { class: "empty" }, "Nothing carries these words."));
  place.hidden = false;
  byId("search-input").setAttribute("aria-expanded", "true");
  point(-1);
  announce(groups.length ? `${counted(options.length, "result")}${right ? ` for ${right}` : ""}` : "Nothing found");
}

function optionOf(record, kind, whole) {
  const detail = kind === "event" ? (record.time?.w ?? "no date") : kind === "article" ? snippet(record, whole) ?? record.on : kind === "actor" ? [record.kind, record.office].filter(Boolean).join(", ") : kind === "figure" ? [record.subject, record.period?.w].filter(Boolean).join(", ") : record.kind;
  const title = kind === "figure" ? `${label(record.measure)}: ${record.amount}` : record.title ?? record.name;
  const made = el("div", { role: "option", id: `option-${options.length}`, "aria-selected": "false", class: "option", data: { key: record.k } }, said(title, "span", { class: "option-title" }), said(detail, "span", { class: "option-detail soft" }));
  options.push(made);
  return made;
}

// The words of an article around what was looked for.
function snippet(document, whole) {
  const at = fold(document.text).indexOf(whole.split(" ")[0]);
  return at < 0 ? null : `${at > 40 ? "\u2026" : ""}${document.text.slice(Math.max(at - 40, 0), at + 60)}\u2026`;
}

function point(at) {
  options[active]?.setAttribute("aria-selected", "false");
  active = at;
  options[active]?.setAttribute("aria-selected", "true");
  options[active]?.scrollIntoView({ block: "nearest" });
  if (active >= 0) byId("search-input").setAttribute("aria-activedescendant", options[active].id);
  else byId("search-input").removeAttribute("aria-activedescendant");
}

function keyed(event) {
  if (event.key === "Escape") {
    if (!byId("search-results").hidden) event.preventDefault();
    hide();
    return;
  }
  if (event.key === "Enter") {
    event.preventDefault();
    lookSoon.now(); // the words of the last key too
    if (options.length && !byId("search-results").hidden) take(options[Math.max(active, 0)]);
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !options.length) return;
  event.preventDefault();
  point((active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length);
}

function take(option) {
  hide();
  open(option.dataset.key);
}

function hide() {
  lookSoon.drop(); // what still waits would open the list again
  byId("search-results").hidden = true;
  byId("search-input").setAttribute("aria-expanded", "false");
  options = [];
  point(-1);
}
