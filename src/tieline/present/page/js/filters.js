// Which events stay: within one filter any of the choices, between filters all of them.
import { fold } from "./dom.js";

// Filters that let everything through.
export const NOTHING = { actor: new Set(), type: new Set(), agreement: new Set(), status: new Set(), words: "" };

// The events of a view that the state lets through, in order of time.
export function passing(view, state) {
  const actors = state.actor.size ? actingFor(view, state.actor) : null;
  const words = fold(state.words).split(/\s+/).filter(Boolean);
  return view.events.filter(
    (event) =>
      (!state.type.size || state.type.has(event.type)) &&
      (!state.status.size || state.status.has(event.st)) &&
      (!state.agreement.size || state.agreement.has(event.agr)) &&
      (!actors || event.who.some((one) => actors.has(one[0]))) &&
      words.every((word) => event.text.includes(word)),
  );
}

// The chosen actors and those who act for them: a country takes in its president.
function actingFor(view, chosen) {
  const found = new Set(chosen);
  for (const actor of view.actors) if (actor.acts.some((key) => chosen.has(key))) found.add(actor.k);
  return found;
}

export const filtered = (state) => state.actor.size + state.type.size + state.agreement.size + state.status.size + (state.words ? 1 : 0) > 0;
