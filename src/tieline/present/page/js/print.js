// The printed page: the chronology that passes the filters, with its words and sources, then agreements, figures and articles.
import { byId, clear, counted, el, label, said } from "./dom.js";
import { FACTS, LAST } from "./data.js";
import { state } from "./state.js";
import { wanted } from "./lanes.js";
import { fitting, whose } from "./charts.js";

const MOST = 3000; // events on paper

export function setUpPrint(model) {
  addEventListener("beforeprint", () => fillSheet(model()));
  byId("print-button").addEventListener("click", () => print());
}

export function fillSheet(model) {
  const { view, events } = model;
  const known = state.stop === LAST ? [] : [el("p", {}, `What was known by ${view.words}.`)];
  const narrowed = model.filtered ? [el("p", {}, `${events.length} of ${counted(view.events.length, "event")}, as filtered.`)] : [];
  const [agreements, figures] = [wanted(model), fitting(model)];
  clear(byId("print-sheet"), known, narrowed,
    sheet("Chronology", events.length && el("ol", { class: "print-events" }, events.slice(0, MOST).map(printed)), events.length > MOST && el("p", {}, `and ${events.length - MOST} more`)),
    sheet("Agreements", agreements.length && el("ul", {}, agreements.map((one) => el("li", {}, el("strong", {}, said(one.name)), `: ${one.stages.map((stage) => stage.words).join("; ") || "no stage told"}`)))),
    sheet("Figures", figures.length && el("ul", {}, figures.map(printedFigure))),
    sheet("Sources", el("ol", {}, view.documents.map((one) => el("li", {}, said(one.name), " ", said(one.id, "span", { class: "soft" }))))));
}

const sheet = (title, ...content) => (content[0] ? el("section", {}, el("h2", {}, title), ...content) : null);

function printed(event) {
  const quotes = event.ev.slice(0, 6).map(([number, start, end]) => el("li", {}, said(FACTS.documents[number].text.slice(start, end), "q"), " ", said(FACTS.documents[number].name, "span", { class: "soft" })));
  return el("li", {}, el("strong", {}, event.time ? event.time.w : "No date in the texts"), " ", said(event.title), howSure(event), el("ul", {}, quotes));
}

function printedFigure(one) {
  return el("li", {}, `${label(one.measure)}: `, el("strong", {}, said(one.amount)), " ", said(whose(one)), one.period ? `, ${one.period.w}` : "", howSure(one));
}

// What a reader has to know of a fact that did not simply happen.
function howSure(one) {
  const words = [one.st !== "occurred" && label(one.st), one.conflict && "sources differ"].filter(Boolean);
  return words.length ? ` (${words.join(", ")})` : "";
}
