// The page comes to life: everything is shown from one model, which follows from the address.
import { announce, byId, counted } from "./dom.js";
import { known, LAST } from "./data.js";
import { arrive, follow, onChange, state } from "./state.js";
import { filtered, passing } from "./filters.js";
import { setUpFacets, showFacets } from "./facets.js";
import { setUpAsOf, showAsOf } from "./asof.js";
import { markRow, setUpList, showList } from "./list.js";
import { markItem, setUpTimeline, showTimeline } from "./timeline.js";
import { showLanes } from "./lanes.js";
import { redrawCharts, setUpCharts, showCharts } from "./charts.js";
import { setUpNetwork, showNetwork } from "./network.js";
import { showArticles, showQuestions } from "./articles.js";
import { setUpPanel, showPanel } from "./evidence.js";
import { searchIn, setUpSearch } from "./search.js";
import { setUpTheme } from "./theme.js";
import { setUpPrint } from "./print.js";

const SHOW = { agreements: showLanes, figures: showCharts, network: showNetwork, articles: showArticles, questions: showQuestions };
let model = null;
let fittedTo = null; // the filters to which the span of the timeline fits
let shownSign = ""; // which events the list and the timeline show
const stale = new Set(); // views that are behind the model

function modelOf() {
  const view = known(state.stop);
  return { view, events: passing(view, state), filtered: filtered(state), whole: state.stop === LAST, before: state.stop > 0 && state.stop < LAST ? known(state.stop - 1).sources : null };
}

const signOf = (own) => [own.stop, own.words, ...["actor", "type", "agreement", "status"].map((name) => [...own[name]].join(","))].join("|");

function show(_, before) {
  performance.mark("tieline:change");
  const sign = signOf(state);
  const changed = sign !== shownSign;
  if (changed) {
    const first = !shownSign;
    shownSign = sign;
    model = modelOf();
    for (const name of ["timeline", ...Object.keys(SHOW)]) stale.add(name);
    showFacets(model);
    showAsOf(model);
    searchIn(model);
    if (!first) announce(`${counted(model.events.length, "event")}`);
  }
  showView();
  if (!changed && state.view === "timeline" && state.item !== before?.item) {
    markRow();
    markItem();
  }
  showPanel(model, before);
  performance.measure("tieline:update", "tieline:change");
}

// Show the view of the state, and bring it up to date where it is behind.
function showView() {
  for (const link of document.querySelectorAll("[data-view]")) {
    const current = link.dataset.view === state.view;
    if (current) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
    const nav = byId("views");
    if (current && nav.scrollWidth > nav.clientWidth) nav.scrollLeft = link.offsetLeft - nav.offsetLeft - (nav.clientWidth - link.offsetWidth) / 2;
  }
  for (const section of document.querySelectorAll(".view")) section.hidden = section.id !== `view-${state.view}`;
  if (!stale.delete(state.view)) return;
  if (state.view === "timeline") {
    const filters = signOf({ ...state, stop: 0 });
    showTimeline(model, filters !== fittedTo); // the span stays where only the day of knowledge moves
    fittedTo = filters;
    showList(model);
  } else SHOW[state.view](model);
}

function start() {
  performance.mark("tieline:start");
  setUpTheme(() => {
    stale.add("network");
    if (state.view === "figures") redrawCharts(model);
    else stale.add("figures");
    if (state.view === "network") showView();
  });
  for (const run of [setUpFacets, setUpAsOf, setUpList, setUpTimeline, setUpNetwork, setUpPanel, setUpSearch]) run();
  setUpPrint(() => model);
  setUpCharts(() => model);
  document.addEventListener("click", follow);
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main-content").focus();
  });
  onChange(show);
  addEventListener("popstate", arrive);
  addEventListener("hashchange", () => location.hash !== "" && arrive());
  arrive();
  document.documentElement.dataset.ready = "true";
  performance.measure("tieline:boot", "tieline:start");
}

// After the first paint, so that the page stands before its parts move in.
requestAnimationFrame(() => setTimeout(start));
