// The articles with what is known of their origin, and the questions that stay open.
import { address, byId, clear, counted, el, said } from "./dom.js";
import { FACTS } from "./data.js";

let shownArticles = 60;

export function showArticles(model) {
  const counts = new Map();
  for (const event of model.view.events) for (const number of new Set(event.ev.map((one) => one[0]))) counts.set(number, (counts.get(number) ?? 0) + 1);
  const order = [...FACTS.documents].sort((a, b) => dayOf(a) - dayOf(b) || a.number - b.number);
  const rows = order.slice(0, shownArticles).map((one) => articleRow(one, model.view.sources.has(one.number), counts.get(one.number) ?? 0));
  clear(byId("article-list"), rows.length ? el("ol", { class: "cards" }, rows) : el("p", { class: "empty" }, "No article."),
    order.length > rows.length && el("button", { type: "button", class: "quiet more", onclick: () => { shownArticles += 200; showArticles(model); } }, `Show ${order.length - rows.length} more`));
}

const dayOf = (one) => (one.published?.b ? Date.parse(one.published.b) : 1e15);

function articleRow(one, known, count) {
  const origin = [one.publisher, one.place].filter(Boolean).join(", ");
  return el("li", { class: `card${known ? "" : " unknown"}` },
    el("h3", {}, el("a", { href: `#${one.k}`, data: { key: one.k } }, said(one.title))),
    el("p", { class: "soft" }, el("span", {}, one.on), origin && [" \u00b7 ", said(origin)], ` \u00b7 ${counted(count, "event")}`, !known && el("span", { class: "status is-open" }, "not yet published")),
    one.basis === "inferred" && one.published?.d && el("p", { class: "note" }, "Dated from the texts: ", said(one.published.d.join("; "))),
    el("p", { class: "file soft" }, said(one.id), one.url && [" \u00b7 ", address(one.url)]));
}

export function showQuestions(model) {
  const groups = new Map();
  for (const issue of model.view.issues) groups.set(issue.kind, [...(groups.get(issue.kind) ?? []), issue]);
  const parts = [...groups].map(([kind, issues]) =>
    el("section", {}, el("h3", {}, said(kind), el("span", { class: "soft" }, ` ${issues.length}`)), el("ul", { class: "cards" }, issues.map(questionRow))));
  clear(byId("question-list"), parts.length ? parts : el("p", { class: "empty" }, "Nothing stays open."));
}

function questionRow(issue) {
  const quotes = issue.ev.slice(0, 4).map(([number, start, end]) => {
    const document = FACTS.documents[number];
    return el("li", {}, el("a", { href: `#${document.k}`, data: { key: document.k, start, end, document: number } }, said(document.text.slice(start, end), "q")), el("span", { class: "soft" }, " ", said(document.name)));
  });
  return el("li", { class: "card" }, said(issue.message, "p"), quotes.length > 0 && el("ul", { class: "quotes" }, quotes));
}
