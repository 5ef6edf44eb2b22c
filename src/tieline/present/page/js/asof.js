// The slider of what was known by a day of publication.
import { byId, clear, counted, el, plain } from "./dom.js";
import { FACTS, known, LAST, STOPS } from "./data.js";
import { go, state } from "./state.js";

export function setUpAsOf() {
  const slider = byId("asof");
  slider.max = LAST;
  slider.addEventListener("input", () => go({ stop: Number(slider.value) }, { replace: true }));
  byId("asof-back").addEventListener("click", () => go({ stop: Math.max(state.stop - 1, 0) }, { replace: true }));
  byId("asof-on").addEventListener("click", () => go({ stop: Math.min(state.stop + 1, LAST) }, { replace: true }));
  const few = STOPS <= 60;
  if (few) clear(byId("asof-ticks"), FACTS.views.map((_, number) => {
    const tick = el("span", { class: "tick" });
    tick.style.left = `${STOPS > 1 ? (100 * number) / LAST : 50}%`;
    return tick;
  }));
}

const day = (view) => view.words ?? (FACTS.known ? `${FACTS.known}` : "all articles");

// The articles that a stop adds to the one before, in words.
function added(stop) {
  const before = stop ? known(stop - 1).sources : new Set();
  return known(stop).documents.filter((one) => !before.has(one.number)).map((one) => (plain(one.title).length > 72 ? `${plain(one.title).slice(0, 70).replace(/\u2026$/, "")}\u2026` : plain(one.title)));
}

export function showAsOf(model) {
  const slider = byId("asof");
  slider.value = Math.max(state.stop, 0);
  const { view } = model;
  const whole = state.stop === LAST;
  const sources = `${view.documents.length} of ${counted(FACTS.documents.length, "article")}`;
  slider.setAttribute("aria-valuetext", `${day(view)}: ${sources}, ${counted(view.events.length, "event")}`);
  byId("asof-output").textContent = day(view);
  const news = state.stop < 0 ? [] : added(state.stop);
  byId("asof-note").textContent = state.stop < 0 ? "No article had been published by the day of this address." : whole
    ? `All ${counted(FACTS.documents.length, "article")}. Move the slider back to see what could be known before the later ones appeared.`
    : `${sources} had been published; ${counted(view.events.length, "event")} known. New by then: ${news.slice(0, 2).join("; ")}${news.length > 2 ? ` and ${news.length - 2} more` : ""}`;
  byId("asof-back").disabled = state.stop <= 0;
  byId("asof-on").disabled = whole;
  document.querySelector(".asof").classList.toggle("earlier", !whole);
}
