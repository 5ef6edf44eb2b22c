// The panel: one item with its facts, how it was derived, who reported it when, and the words in their articles.
import { address, announce, byId, clear, counted, el, label, plain, said } from "./dom.js";
import { FACTS, kindOf, LAST, nameOf, recordOf } from "./data.js";
import { forms } from "./history.js";
import { NOTHING, passing } from "./filters.js";
import { glyph } from "./list.js";
import { markedText } from "./marked.js";
import { go, state } from "./state.js";

const MAKERS = { event: eventParts, agreement: agreementParts, figure: figureParts, actor: actorParts, article: articleParts };
let opener = null; // where the focus goes back to
let shownKey = null;

export function setUpPanel() {
  byId("panel-close").addEventListener("click", shutPanel);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !byId("panel").hidden && !event.defaultPrevented && !document.querySelector(".facet-menu:not([hidden])")) shutPanel();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-key]");
    if (link && !byId("panel").contains(link)) opener = link;
    if (!link?.dataset.document) return;
    pending = [Number(link.dataset.document), Number(link.dataset.start), Number(link.dataset.end)];
    if (link.dataset.key !== state.item) return;
    shownKey = null; // its article is open already: show these words in it
    showPanel(shownModel);
  }, true);
}

let pending = null; // words to be shown once the article is open
let shownModel = null;

function shutPanel() {
  const key = state.item;
  go({ item: null });
  const target = opener?.isConnected ? opener : document.querySelector(`main [data-key="${key}"]`) ?? byId("main-content");
  target.focus({ preventScroll: true });
  opener = null;
}

// Bring the panel to the state.
export function showPanel(model, before) {
  shownModel = model;
  const panel = byId("panel");
  const found = state.item && recordOf(state.item, model.view);
  const open = Boolean(state.item);
  panel.hidden = !open;
  document.body.classList.toggle("has-panel", open);
  const covering = open && matchMedia("(max-width: 1099px)").matches;
  for (const part of document.querySelectorAll(".masthead, .asof, .bar, main")) part.inert = covering;
  panel.toggleAttribute("aria-modal", false);
  if (covering) panel.setAttribute("role", "dialog");
  else panel.removeAttribute("role");
  if (covering) panel.setAttribute("aria-modal", "true");
  if (!open) {
    shownKey = null;
    return;
  }
  const title = byId("panel-title");
  if (!found) {
    byId("panel-kind").textContent = "";
    clear(title, "Nothing of that name here");
    clear(byId("panel-content"), el("p", { class: "note" }, "The address names something that this page does not hold. It may stand in another edition of it."));
  } else {
    const kind = kindOf(state.item);
    byId("panel-kind").textContent = kind;
    clear(title, said(found.record.title ?? found.record.name ?? found.record.amount));
    if (kind === "figure") clear(title, said(`${capital(label(found.record.measure))}: ${found.record.amount}`));
    const notYet = !found.known && el("p", { class: "notice" }, `Not known by ${model.view.words ?? "then"}. This is how it came to be known later.`);
    clear(byId("panel-content"), notYet, MAKERS[kind](found.record, model));
  }
  if (shownKey !== state.item) {
    shownKey = state.item;
    byId("panel-scroll").scrollTop = 0;
    showPending();
    title.focus({ preventScroll: true });
  }
}

function showPending() {
  if (!pending) return;
  const [number, start] = pending;
  pending = null;
  const text = byId("panel-content").querySelector(`.article-text[data-document="${number}"]`);
  const marks = [...(text?.querySelectorAll("mark.cited") ?? [])];
  reveal(marks.findLast((mark) => Number(mark.dataset.start) <= start) ?? marks[0]);
}

// Scroll a mark into the panel's view and let it flash.
function reveal(mark) {
  if (!mark) return;
  mark.closest("details")?.setAttribute("open", "");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const place = byId("panel-scroll");
  const top = mark.getBoundingClientRect().top - place.getBoundingClientRect().top + place.scrollTop;
  place.scrollTo({ top: top - place.clientHeight / 3, behavior: still ? "auto" : "smooth" });
  for (const one of byId("panel").querySelectorAll("mark.shown")) one.classList.remove("shown");
  mark.classList.add("shown");
}

const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);
const link = (record, words) => el("a", { href: `#${record.k}`, data: { key: record.k } }, said(words ?? nameOf(record)));
const part = (title, ...content) => el("section", { class: "part" }, el("h3", {}, title), ...content);

function facts(pairs) {
  const rows = pairs.filter(([, value]) => value && (!Array.isArray(value) || value.length)).flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]);
  return el("dl", { class: "facts" }, rows);
}

const withCommas = (nodes) => nodes.flatMap((node, at) => (at ? [", ", node] : [node]));

const HOW_SURE = {
  day: "a known day", span: "lasted from the first to the last of these days", within: "some time in this span; the texts do not say when exactly", about: "about then", open: "one end is not known",
};
const HOW = { explicit: "stated in the text", relative: "counted from the day of publication", derived: "worked out from several words", inferred: "inferred from the texts together" };

// How precise a time is, in words: what the texts give, and what they do not.
function howSure(time) {
  if (time.p !== "within") return HOW_SURE[time.p];
  if (/^\d{4}-\d\d-XX$/.test(time.e)) return "one day of this month; the texts do not say which";
  return { month: "in this month; the day is not given", year: "in this year; month and day are not given", decade: "in this decade" }[time.g] ?? HOW_SURE.within;
}

function when(time) {
  if (!time) return "The texts do not say when.";
  return [el("strong", {}, time.w), el("span", { class: "soft" }, ` \u00b7 ${howSure(time)}`), el("code", { class: "edtf", title: "EDTF, ISO 8601-2" }, time.e)];
}

function derivation(record, time) {
  const steps = [...new Set([...(time?.d ?? []), ...(record.why ?? []), ...(record.merged ?? []).map((one) => `brought together: ${one}`)])];
  const rules = (record.rules ?? []).length > 0 && el("p", { class: "rules soft" }, `Read by rule `, withCommas(record.rules.map((rule) => el("code", {}, rule))));
  const basis = time && el("p", {}, `The time is ${HOW[time.x]}.`);
  if (!steps.length && !rules && !basis) return null;
  return el("section", { class: "part", data: { testid: "derivation" } }, el("h3", {}, "How it was derived"), basis, steps.length > 0 && stepList(steps), rules);
}

// A few steps as they are; many behind their number.
function stepList(steps) {
  const list = el("ol", { class: "steps" }, steps.map((one) => said(one, "li")));
  return steps.length > 4 ? el("details", { class: "more-steps" }, el("summary", {}, counted(steps.length, "step")), list) : list;
}

// Who reported it when: each article once, in order of publication, with its words.
function reports(citations, ...between) {
  const byDocument = new Map();
  for (const [number, start, end] of citations) byDocument.set(number, [...(byDocument.get(number) ?? []), [start, end]]);
  const order = [...byDocument.keys()].map((number) => FACTS.documents[number]).sort((a, b) => dayOf(a) - dayOf(b) || a.number - b.number);
  const rows = order.map((document) =>
    el("li", {}, el("p", { class: "report-source" }, el("span", { class: "report-day" }, document.on), link(document, document.publisher ? `${plain(document.publisher)}: ${plain(document.title)}` : document.title)),
      el("ul", { class: "quotes" }, byDocument.get(document.number).map(([start, end]) => el("li", {}, quoteButton(document, start, end))))));
  const texts = order.map((document, at) =>
    el("details", { class: "source", open: at === 0 }, el("summary", {}, el("span", { class: "soft" }, `${document.on} \u00b7 `), said(document.title)), origin(document), markedText(document, byDocument.get(document.number))));
  return [
    order.length > 0 && el("section", { class: "part", data: { testid: "reports" } }, el("h3", {}, order.length > 1 ? `Reported by ${order.length} articles` : "Reported by"), el("ol", { class: "reports" }, rows)),
    ...between,
    texts.length > 0 && part(texts.length > 1 ? "The articles" : "The article", texts),
  ];
}

const dayOf = (one) => (one.published?.b ? Date.parse(one.published.b) : 1e15);

function quoteButton(document, start, end) {
  const show = (event) => {
    const text = event.currentTarget.closest("#panel-content").querySelector(`.article-text[data-document="${document.number}"]`);
    const marks = [...text.querySelectorAll("mark.cited")];
    reveal(marks.findLast((mark) => Number(mark.dataset.start) <= start) ?? marks[0]);
  };
  return el("button", { type: "button", class: "quote", title: "Show it in the article", data: { testid: "quote", start, end, document: document.number }, onclick: show }, said(document.text.slice(start, end), "q"));
}

function origin(document) {
  const lines = [document.publisher, document.place].filter(Boolean).join(", ");
  return el("p", { class: "origin soft" }, lines && [said(lines), " \u00b7 "], said(document.id), document.url && [" \u00b7 ", address(document.url)]);
}

function eventParts(event, model) {
  const people = event.who.map(([key, name, role]) => [recordOf(key, model.view) ? el("a", { href: `#${key}`, data: { key } }, said(name)) : said(name), el("span", { class: "soft" }, ` (${role})`)]);
  const agreement = event.agr && recordOf(event.agr, model.view);
  const trouble = [...(event.conflict ?? []).map((one) => ["Sources differ. ", one]), ...(event.plan ?? []).map((one) => ["Not confirmed. ", one])];
  return [
    el("p", { class: "panel-status" }, glyph(event), el("span", { class: `status is-${event.st}` }, label(event.st)), el("span", { class: "soft" }, ` ${label(event.kind)}`)),
    trouble.map(([lead, words]) => el("p", { class: "notice" }, el("strong", {}, lead), said(words))),
    facts([["When", when(event.time)], ["Who", withCommas(people)], ["Where", event.place && said(event.place)], ["Agreement", agreement && link(agreement.record)], ["Level", event.level && said(event.level)],
      ["About", event.topic && said(event.topic)], ["Said by", event.by && said(event.by)], ["First reported", event.first]]),
    event.content && event.type === "statement" && said(event.content, "blockquote"),
    ...reports(event.ev, grown(event), derivation(event, event.time)),
  ];
}

// What was known of an event by the days of publication, where that changed.
function grown(event) {
  const found = forms(event);
  if (found.length < 2) return null;
  const rows = found.map(({ stop, view, event: form }) =>
    el("li", { class: stop === state.stop ? "current" : null },
      el("button", { type: "button", class: "link", onclick: () => go({ stop, item: form.k }) }, view.words ? `By ${view.words}` : "With all articles"),
      el("span", {}, " ", el("span", { class: `status is-${form.st}` }, label(form.st)), " ", said(form.title), el("span", { class: "soft" }, form.time ? `, ${form.time.w}` : ", no date"))));
  return el("section", { class: "part", data: { testid: "history" } }, el("h3", {}, "How it became known"), el("ol", { class: "history" }, rows));
}

function agreementParts(agreement, model) {
  const events = model.view.events.filter((event) => event.agr === agreement.k);
  const stages = agreement.stages.map((stage) => {
    const words = el("span", {}, glyph({ ...stage, family: "accord" }), said(stage.words));
    return el("li", {}, stage.event ? el("a", { href: `#${stage.event}`, data: { key: stage.event } }, words) : words);
  });
  return [
    facts([["Kind", said(agreement.kind)], ["Parties", agreement.parties && said(agreement.parties.join(", "))], ["Also called", agreement.aliases && said(agreement.aliases.join(", "))]]),
    filterButton("agreement", agreement.k),
    stages.length > 0 && part("Stages", el("ol", { class: "stages" }, stages)),
    eventList(events),
    reports(agreement.ev.length ? agreement.ev : agreement.stages.flatMap((stage) => stage.ev ?? [])),
  ];
}

function figureParts(figure, model) {
  return [
    el("p", { class: "panel-status" }, el("span", { class: `status is-${figure.st}` }, label(figure.st))),
    (figure.conflict ?? []).map((words) => el("p", { class: "notice" }, el("strong", {}, "Sources differ. "), said(words))),
    facts([["When", figure.period ? when(figure.period) : "The texts do not say when."], ["Whose", figure.subject && said(figure.subject)], ["Towards", figure.object && said(figure.object)], ["About", figure.about && said(figure.about)],
      ["Further", figure.detail && said(figure.detail)], ["Said by", figure.by && said(figure.by)], ["First reported", figure.first]]),
    ...reports(figure.ev, derivation(figure, figure.period)),
  ];
}

function actorParts(actor, model) {
  const events = model.view.events.filter((event) => event.who.some((one) => one[0] === actor.k));
  const agreements = model.view.agreements.filter((one) => one.parties?.includes(actor.name));
  return [
    facts([["Kind", actor.kind], ["Office", actor.office && said(actor.office)], ["Country", actor.country && said(actor.country)], ["Also called", actor.aliases.length && said(actor.aliases.join(", "))]]),
    filterButton("actor", actor.k, passing(model.view, onlyOf(actor.k)).length - events.length),
    eventList(events),
    agreements.length > 0 && part("Agreements", el("ul", { class: "plain-list" }, agreements.slice(0, 60).map((one) => el("li", {}, link(one))))),
    reports(actor.ev.filter(([number]) => model.view.sources.has(number)).slice(0, 60)),
  ];
}

// The state in which nothing but an actor is asked for.
const onlyOf = (key) => ({ ...NOTHING, actor: new Set([key]) });

// `others`: events that the filter takes in beside its own, as those of its officials.
function filterButton(facet, key, others = 0) {
  if (state[facet].has(key)) return null;
  const more = others > 0 && el("span", { class: "soft" }, ` and ${others.toLocaleString("en")} of those who act for it`);
  return el("p", {}, el("button", { type: "button", class: "quiet", onclick: () => go({ [facet]: new Set([...state[facet], key]) }) }, "Show only its events everywhere"), more);
}

function eventList(events, most = 40) {
  if (!events.length) return null;
  const rows = events.slice(0, most).map((event) =>
    el("li", {}, el("a", { href: `#${event.k}`, data: { key: event.k } }, glyph(event), el("span", { class: "mini-when" }, event.time ? event.time.w : "no date"), " ", said(event.title))));
  return part(`Events (${events.length})`, el("ol", { class: "mini" }, rows), events.length > most && el("p", { class: "soft" }, `and ${events.length - most} more: filter for them`));
}

function articleParts(document, model) {
  const events = model.view.events.filter((event) => event.ev.some((one) => one[0] === document.number));
  const cited = events.flatMap((event) => event.ev).filter((one) => one[0] === document.number).map(([, start, end]) => [start, end]);
  const asked = pending?.[0] === document.number ? [pending.slice(1)] : null; // the words by which the reader came
  return [
    facts([["Published", [el("strong", {}, document.on), document.published && el("code", { class: "edtf" }, document.published.e)]], ["Dated by", document.basis && label(document.basis)], ["Publisher", document.publisher && said(document.publisher)],
      ["Dateline", document.place && said(document.place)], ["File", said(document.id)], ["Address", document.url && address(document.url)]]),
    document.published?.d?.length && part("How it was dated", el("ol", { class: "steps" }, document.published.d.map((one) => said(one, "li")))),
    part("The article", el("p", { class: "soft" }, `Marked are the words ${asked ? "you followed, and more lightly those " : ""}of ${counted(events.length, "event")}.`), asked ? markedText(document, asked, cited) : markedText(document, cited)),
    eventList(events),
  ];
}
