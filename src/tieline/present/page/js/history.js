// How the knowledge of one event grew: its forms at each stop, told by the words that they share.
import { FACTS, known } from "./data.js";

// The forms of an event over the stops, one entry where title, time or status changed: {stop, view, event}.
export function forms(event) {
  const found = [];
  let last = null;
  for (let stop = 0; stop < FACTS.views.length; stop++) {
    const view = known(stop);
    const own = view.keys.get(event.k) ?? closest(event, view.events);
    const sign = own && `${own.title}|${own.time?.e}|${own.st}`;
    if (own && sign !== last) found.push({ stop, view, event: own });
    if (own) last = sign;
  }
  return found;
}

// Among the events of a view the one of the same type that shares most quotes with an event.
function closest(event, events) {
  const quotes = new Set(event.ev.map(String));
  let best = null;
  let most = 0;
  for (const other of events) {
    if (other.type !== event.type) continue;
    const shared = other.ev.reduce((count, quote) => count + quotes.has(String(quote)), 0);
    if (shared > most) [best, most] = [other, shared];
  }
  return best;
}
