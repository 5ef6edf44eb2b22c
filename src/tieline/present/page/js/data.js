// The facts in the page, and which of them were known by when.
import { fold, label, plain } from "./dom.js";

export const FACTS = JSON.parse(document.getElementById("data").textContent);
for (const kind of ["documents", "events", "agreements", "figures", "actors", "issues"]) FACTS[kind] ??= [];

// Fourteen types in five themes, which have the colours.
export const FAMILIES = {
  contact: { name: "Visits and meetings", types: ["visit", "meeting", "summit"] },
  accord: { name: "Agreements and ties", types: ["negotiation", "agreement", "partnership", "diplomatic_ties"] },
  economy: { name: "Projects, trade and aid", types: ["project", "trade_deal", "investment", "aid"] },
  dispute: { name: "Disputes", types: ["dispute"] },
  words: { name: "Statements and other", types: ["statement", "other"] },
};
export const TYPES = Object.values(FAMILIES).flatMap((family) => family.types);
export const STATUSES = ["occurred", "ongoing", "planned", "expected", "hypothetical", "cancelled", "denied"];
export const familyOf = Object.assign(Object.create(null), Object.fromEntries(Object.entries(FAMILIES).flatMap(([key, family]) => family.types.map((type) => [type, key]))));

export const KINDS = { __proto__: null, event: "events", agreement: "agreements", figure: "figures", actor: "actors", article: "documents" };
export const VIEW_OF = { __proto__: null, event: "timeline", agreement: "agreements", figure: "figures", actor: "network", article: "articles" };

export const kindOf = (key) => key.slice(0, Math.max(key.indexOf("-"), 0));

const DAY = 86400000;

// The first and the last moment that a time can mean, in milliseconds of UTC; null where it is open.
function bounds(time) {
  if (!time) return [null, null];
  return [time.a ? Date.parse(`${time.a}T00:00:00Z`) : null, time.b ? Date.parse(`${time.b}T00:00:00Z`) + DAY : null];
}

for (const event of FACTS.events) {
  [event.from, event.to] = bounds(event.time);
  event.family = familyOf[event.type] ?? "words";
  event.who ??= [];
  event.ev ??= [];
  event.text = [event.title, label(event.kind), event.st, event.place, event.by, event.topic, event.content, event.level, event.time?.w, ...event.who.map((one) => one[1])]
    .filter(Boolean).join(" ");
  event.text = fold(event.text);
}
for (const figure of FACTS.figures) {
  [figure.from, figure.to] = bounds(figure.period);
  figure.ev ??= [];
}
for (const agreement of FACTS.agreements) {
  agreement.stages ??= [];
  agreement.ev ??= [];
  for (const stage of agreement.stages) [stage.from, stage.to] = bounds(stage.time);
}
for (const actor of FACTS.actors) {
  actor.aliases ??= [];
  actor.acts ??= [];
  actor.ev ??= [];
}
for (const issue of FACTS.issues) issue.ev ??= [];
FACTS.documents.forEach((document, number) => Object.assign(document, { number, ev: document.ev ?? [] }));

// For each key the first record that has it: the one known in the end, where there is one.
const newest = new Map();
for (const kind of Object.values(KINDS)) for (const record of FACTS[kind]) if (!newest.has(record.k)) newest.set(record.k, record);

// What was known at one stop: the records themselves, and those of each key.
const views = [];
const NOTHING = { documents: [], events: [], agreements: [], figures: [], actors: [], issues: [], keys: new Map(), sources: new Set() };
export function known(number) {
  if (number < 0) return { ...NOTHING, words: "then" };
  if (!views[number]) {
    const own = FACTS.views[number];
    const view = { day: own.day, words: own.words, documents: own.documents.map((one) => FACTS.documents[one]) };
    for (const kind of ["events", "agreements", "figures", "actors", "issues"]) view[kind] = (own[kind] ?? []).map((one) => FACTS[kind][one]);
    view.keys = new Map();
    for (const kind of Object.values(KINDS)) for (const record of view[kind]) view.keys.set(record.k, record);
    view.sources = new Set(own.documents);
    views[number] = view;
  }
  return views[number];
}

export const STOPS = FACTS.views.length;
export const LAST = STOPS - 1;

// A record by its key: as it was known at a stop, or else as it came to be known; `known` says which.
export function recordOf(key, view) {
  const then = view.keys.get(key);
  return then ? { record: then, known: true } : newest.has(key) ? { record: newest.get(key), known: false } : null;
}

export const nameOf = (record) => plain(record.title ?? record.name ?? record.message ?? record.id);

// A day in words, from a number of milliseconds.
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
export function dayWords(moment) {
  const day = new Date(moment);
  return `${day.getUTCDate()} ${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}
