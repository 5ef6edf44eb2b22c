// Where the reader is: all of it stands in the address after "#", so that back, forward and links just work.
import { FACTS, KINDS, kindOf, LAST, VIEW_OF } from "./data.js";

const VIEWS = ["timeline", "agreements", "figures", "network", "articles", "questions"];
const SETS = ["actor", "type", "agreement", "status"];
const listeners = [];

export const state = read("");

// The state that an address means.
function read(hash) {
  const [path, query = ""] = hash.replace(/^#/, "").split("?", 2);
  const given = new URLSearchParams(query);
  const item = KINDS[kindOf(path)] ? path : null;
  const view = VIEWS.includes(path) ? path : VIEWS.includes(given.get("in")) ? given.get("in") : item ? VIEW_OF[kindOf(item)] : "timeline";
  const sets = Object.fromEntries(SETS.map((name) => [name, new Set((given.get(name) ?? "").split(",").filter(Boolean))]));
  return { view, item, ...sets, words: given.get("q") ?? "", stop: stopOf(given.get("by")) };
}

// The address of a state, shortest form.
export function addressOf(own) {
  const query = [];
  for (const name of SETS) if (own[name].size) query.push(`${name}=${[...own[name]].map(encodeURIComponent).join(",")}`);
  if (own.words) query.push(`q=${encodeURIComponent(own.words)}`);
  if (own.stop !== LAST) query.push(`by=${FACTS.views[own.stop]?.day ?? "0001"}`);
  if (own.item && VIEW_OF[kindOf(own.item)] !== own.view) query.push(`in=${own.view}`);
  return `#${own.item ?? own.view}${query.length ? `?${query.join("&")}` : ""}`;
}

// The last stop on or before a day; -1 where nothing had been published by then.
function stopOf(day) {
  if (!day || !/^\d{4}(-\d\d){0,2}$/.test(day)) return LAST;
  const limit = day.length === 10 ? day : `${day}-99`;
  let stop = -1;
  FACTS.views.forEach((view, number) => {
    if (view.day && view.day <= limit) stop = number;
  });
  return stop;
}

// Change the state; with `replace` the step back skips it.
export function go(change, { replace = false } = {}) {
  const next = { ...state, ...change };
  if (addressOf(next) === addressOf(state) && location.hash) return;
  write(); // what the last change left to be written belongs to the step before
  take(next);
  if (replace) waiting = setTimeout(write, 250);
  else history.pushState(null, "", addressOf(state));
}

// The address follows a moving slider and typed words with a delay: browsers refuse hundreds of changes in a row.
let waiting = 0;
function write() {
  if (waiting) history.replaceState(null, "", addressOf(state));
  clearTimeout(waiting);
  waiting = 0;
}

export function onChange(listener) {
  listeners.push(listener);
}

// Take the state from the address and tell everybody.
export function arrive() {
  clearTimeout(waiting);
  waiting = 0;
  take(read(location.hash));
}

function take(next) {
  const before = { ...state };
  Object.assign(state, next);
  for (const listener of listeners) listener(state, before);
}

// Go to an item, staying in the view where the reader is.
export const open = (key) => go({ item: key });

// A link to an item that stays in the view: the address is right for copying, a plain click does not leave the page's state.
export function follow(event) {
  const link = event.target.closest?.("a[data-key], a[data-view]");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.dataset.view) go({ view: link.dataset.view, item: null });
  else go({ item: link.dataset.key });
}
