// The filters: four menus of choices with counts, words, and the choices in use as chips.
import { byId, clear, counted, el, label, later, plain, said } from "./dom.js";
import { recordOf, STATUSES, TYPES } from "./data.js";
import { NOTHING } from "./filters.js";
import { go, state } from "./state.js";

const FACETS = {
  actor: { name: "Actor", many: true },
  type: { name: "Type" },
  agreement: { name: "Agreement", many: true },
  status: { name: "Status" },
};
const SHOWN = 80; // choices in a menu at a time; the field above them narrows

export function setUpFacets() {
  for (const [facet, one] of Object.entries(FACETS)) {
    const place = document.querySelector(`[data-facet="${facet}"]`);
    one.button = place.querySelector("button");
    one.button.addEventListener("click", () => toggle(facet));
    one.list = el("div", { class: "facet-list", role: "group", "aria-label": one.name });
    one.narrow = one.many && el("input", { type: "search", "aria-label": `Find in: ${one.name}`, placeholder: "Find", oninput: () => fill(facet) });
    one.menu = el("div", { class: "facet-menu", id: `menu-${facet}`, hidden: true }, one.narrow, one.list);
    one.place = place;
    place.append(one.menu);
    place.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !one.menu.hidden) {
        event.stopPropagation();
        shut(facet);
        one.button.focus();
      }
    });
    place.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !place.contains(event.relatedTarget)) shut(facet);
    });
  }
  document.addEventListener("pointerdown", (event) => {
    for (const facet of Object.keys(FACETS)) if (!FACETS[facet].place.contains(event.target)) shut(facet);
  });
  const words = byId("filter-text");
  words.addEventListener("input", later(() => go({ words: words.value.trim() }, { replace: true }), 80));
  byId("filter-reset").addEventListener("click", () => {
    go(NOTHING);
    byId("filters-toggle").offsetParent ? byId("filters-toggle").focus() : FACETS.actor.button.focus();
  });
  byId("filters-toggle").addEventListener("click", (event) => {
    const wide = byId("filters").classList.toggle("wide-open");
    event.currentTarget.setAttribute("aria-expanded", wide);
  });
}

function toggle(facet) {
  const one = FACETS[facet];
  if (!one.menu.hidden) return shut(facet);
  if (one.narrow) one.narrow.value = "";
  one.menu.hidden = false;
  one.button.setAttribute("aria-expanded", "true");
  fill(facet);
  (one.narrow || one.list.querySelector("input"))?.focus();
}

function shut(facet) {
  FACETS[facet].menu.hidden = true;
  FACETS[facet].button.setAttribute("aria-expanded", "false");
}

let shownView = null;

// How many events of the view each choice would give by itself.
function choices(facet, view) {
  const counts = new Map();
  const add = (key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  if (facet === "actor") {
    const masters = new Map(view.actors.map((actor) => [actor.k, [actor.k, ...actor.acts]]));
    for (const event of view.events) for (const key of new Set(event.who.flatMap((one) => masters.get(one[0]) ?? [one[0]]))) add(key);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }
  for (const event of view.events) {
    const key = facet === "type" ? event.type : facet === "status" ? event.st : event.agr;
    if (key) add(key);
  }
  const order = facet === "type" ? TYPES : facet === "status" ? STATUSES : null;
  return order ? order.filter((key) => counts.has(key)).map((key) => [key, counts.get(key)]) : [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function titleOf(facet, key) {
  if (facet === "type" || facet === "status") return label(key);
  const found = recordOf(key, shownView);
  return found ? plain(found.record.name) : key;
}

function fill(facet) {
  const one = FACETS[facet];
  const wanted = one.narrow ? one.narrow.value.toLowerCase().trim() : "";
  const all = choices(facet, shownView).map(([key, count]) => [key, count, titleOf(facet, key)]);
  const fitting = all.filter(([key, , title]) => !wanted || title.toLowerCase().includes(wanted) || state[facet].has(key));
  const rows = fitting.slice(0, SHOWN).map(([key, count, title]) =>
    el("label", { class: "choice" },
      el("input", { type: "checkbox", value: key, checked: state[facet].has(key), onchange: (event) => choose(facet, key, event.target.checked) }),
      said(title, "span"), " ", el("span", { class: "number" }, count.toLocaleString("en"))),
  );
  const left = fitting.length - rows.length;
  clear(one.list, rows.length ? rows : el("p", { class: "empty" }, "Nothing to choose."), left > 0 && el("p", { class: "empty" }, `${left} more: type to find them.`));
}

function choose(facet, key, wanted) {
  const chosen = new Set(state[facet]);
  if (wanted) chosen.add(key);
  else chosen.delete(key);
  go({ [facet]: chosen }, { replace: true });
}

// Bring the filters to the state.
export function showFacets(model) {
  shownView = model.view;
  const chips = [];
  for (const [facet, one] of Object.entries(FACETS)) {
    const chosen = state[facet];
    one.button.classList.toggle("used", chosen.size > 0);
    clear(one.button, one.name, chosen.size > 0 && el("span", { class: "badge" }, String(chosen.size)));
    for (const box of one.list.querySelectorAll("input")) box.checked = chosen.has(box.value);
    for (const key of chosen) {
      chips.push(el("button", { type: "button", class: "chip", "aria-label": `Remove filter ${one.name}: ${titleOf(facet, key)}`, onclick: () => choose(facet, key, false) },
        el("span", { class: "soft" }, `${one.name} `), said(titleOf(facet, key), "span"), el("span", { "aria-hidden": "true" }, " \u00d7")));
    }
  }
  const words = byId("filter-text");
  if (document.activeElement !== words) words.value = state.words;
  clear(byId("chips"), chips).hidden = !chips.length;
  byId("filter-reset").hidden = !model.filtered;
  const whole = model.view.events.length;
  byId("result-count").textContent = model.filtered ? `${model.events.length.toLocaleString("en")} of ${counted(whole, "event")}` : counted(whole, "event");
  const used = state.actor.size + state.type.size + state.agreement.size + state.status.size + (state.words ? 1 : 0);
  byId("filters-toggle").textContent = used ? `Filters (${used})` : "Filters";
}
