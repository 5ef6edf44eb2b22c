// Figures as small charts over time, all on one span, and as a table.
import { byId, clear, counted, el, fold, label, later, said } from "./dom.js";
import { state } from "./state.js";

const LOOSE = new Set(["quantity", "age", "other"]); // measures whose figures have little in common
const LISTED = 6; // values in words under a chart
const WIDE = 30; // charts at a time
let charts = [];
let signs = "";

// The figures that the filters leave: the actors' own, and those with the words asked for.
export function fitting(model) {
  const words = fold(state.words).split(/\s+/).filter(Boolean);
  return model.view.figures.filter(
    (one) =>
      (!state.actor.size || one.actors?.some((key) => state.actor.has(key))) && (!state.status.size || state.status.has(one.st)) &&
      words.every((word) => fold([one.name, one.amount, one.subject, one.object, one.about, one.detail].join(" ")).includes(word)),
  );
}

const dated = (one) => one.from !== null && one.to !== null && number(one) !== null;
const number = (one) => (one.unit === "ordinal" ? null : one.measure === "rank" ? one.rank ?? one.value ?? null : one.value ?? null);
export const whose = (one) => [...new Set([one.subject, one.object, one.about].filter(Boolean))].join(", ");
const series = (one) => `${one.measure}|${one.unit ?? ""}${LOOSE.has(one.measure) ? `|${whose(one)}` : ""}`;
const pair = (one) => [...(one.actors ?? [])].sort().join();

// One group for each measure; actors with three values or more of it have a group of their own.
function grouped(figures) {
  const wide = gather(figures, series);
  return [...wide.values()].flatMap((own) => {
    const narrow = [...gather(own, pair)].filter(([actors, some]) => actors && some.length > 2 && some.length < own.length);
    const apart = new Set(narrow.flatMap(([, some]) => some));
    const rest = own.filter((one) => !apart.has(one));
    return [...narrow.map(([, some]) => some), ...(rest.length ? [rest] : [])];
  });
}

function gather(figures, by) {
  const groups = new Map();
  for (const one of figures) groups.set(by(one), [...(groups.get(by(one)) ?? []), one]);
  return groups;
}

export function showCharts(model) {
  const figures = fitting(model);
  const most = grouped(figures.filter(dated)).sort((a, b) => b.length - a.length || (series(a[0]) < series(b[0]) ? -1 : 1));
  const sign = figures.map((one) => one.k).join() + document.documentElement.dataset.theme + byId("charts").clientWidth;
  if (sign === signs) return;
  signs = sign;
  for (const chart of charts) chart.destroy();
  charts = [];
  const place = byId("charts");
  const span = [Math.min(...figures.filter(dated).map((one) => one.from)), Math.max(...figures.filter(dated).map((one) => one.to))];
  const cards = most.slice(0, WIDE).map((own) => card(own));
  clear(place, cards.map((one) => one.card));
  place.hidden = !cards.length;
  for (const one of cards) charts.push(draw(one, span));
  showTable(figures, model);
}

function card(own) {
  const first = own[0];
  const canvas = el("div", { class: "chart-canvas", "aria-hidden": "true" });
  const shared = own.length > 2 && new Set(own.map(pair)).size === 1 && first.subject;
  const several = !shared && new Set(own.map(whose)).size > 1;
  const values = [...own].sort((a, b) => a.from - b.from).slice(0, LISTED).map((one) =>
    el("li", {}, el("a", { href: `#${one.k}`, data: { key: one.k } }, el("strong", {}, said(one.amount)), " ", el("span", { class: "soft" }, `${one.period.w}${one.st === "occurred" ? "" : `, ${label(one.st)}`}`)),
      whose(one) && said(whose(one), "span", { class: "chart-of" })));
  return { own, canvas, card: el("article", { class: "chart", data: { testid: "chart" } }, el("h3", {}, said(label(first.measure)), shared && el("span", { class: "soft" }, ": ", said([first.subject, first.object].filter(Boolean).join(", "))), several && el("span", { class: "soft" }, " of several")), canvas,
    el("ul", { class: "chart-values" }, values), own.length > LISTED && el("p", { class: "soft" }, `and ${own.length - LISTED} more in the table`)) };
}

const ink = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

// The first days of at most five years between two moments, in seconds.
function wholeYears(low, high) {
  const [first, last] = [low, high].map((one) => new Date(one * 1000).getUTCFullYear());
  const size = [1, 2, 5, 10, 20, 50, 100].find((years) => (last - first) / years <= 5) ?? 500;
  const years = Array.from({ length: Math.ceil((last - first + 1) / size) + 1 }, (_, at) => Math.ceil(first / size) * size + at * size);
  return years.map((year) => new Date(0).setUTCFullYear(year, 0, 1) / 1000).filter((one) => one >= low && one <= high);
}

const short = (value) => {
  const sizes = [[1e12, "tn"], [1e9, "bn"], [1e6, "m"], [1e3, "k"]];
  const [size, name] = sizes.find(([size]) => Math.abs(value) >= size) ?? [1, ""];
  return `${Number((value / size).toPrecision(4))}${name}`;
};

// One chart: every figure lies over the whole time for which it holds; lines join figures of the same thing.
function draw({ own, canvas }, [first, last]) {
  const pad = Math.max((last - first) * 0.06, 120 * 86400000);
  const points = [...own].sort((a, b) => a.from - b.from);
  const middle = points.map((one) => (one.from + one.to) / 2000);
  const values = points.map(number);
  const ranks = points[0].measure === "rank";
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low) * 0.25 || Math.abs(high) * 0.4 || 1;
  const bottom = low >= 0 ? (ranks ? Math.max(low - 1, 0.5) : 0) : low - room;
  const options = {
    width: canvas.clientWidth || 300, height: 150, legend: { show: false }, cursor: { show: false }, select: { show: false },
    scales: { x: { time: true, range: [(first - pad) / 1000, (last + pad) / 1000] }, y: { dir: ranks ? -1 : 1, range: ranks ? [0.5, high + 0.5] : [bottom, high + room] } },
    axes: [
      { stroke: ink("--soft"), grid: { show: false }, ticks: { stroke: ink("--line"), size: 4 }, font: "12px system-ui, sans-serif", space: 60, size: 30,
        splits: (_, at, low, high) => wholeYears(low, high), values: (_, splits) => splits.map((one) => new Date(one * 1000).getUTCFullYear()) },
      { stroke: ink("--soft"), grid: { stroke: ink("--line"), width: 1 }, ticks: { show: false }, font: "12px system-ui, sans-serif", size: 52,
        incrs: ranks ? [1, 2, 5, 10] : undefined, values: (_, splits) => splits.map((one) => (points[0].unit === "percent" ? `${short(one)}%` : short(one))) },
    ],
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
    series: [{}, { show: true, stroke: "transparent", points: { show: false }, paths: () => null }],
    hooks: { draw: [(chart) => paint(chart, points, values)] },
  };
  return new uPlot(options, [middle, values], canvas);
}

function paint(chart, points, values) {
  const { ctx } = chart;
  const ratio = devicePixelRatio;
  const colour = ink("--economy");
  const x = (moment) => chart.valToPos(moment / 1000, "x", true);
  const y = (value) => chart.valToPos(value, "y", true);
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = colour;
  const before = new Map();
  points.forEach((one, at) => {
    const key = pair(one) ? `${one.subject}|${one.object}|${one.about}` : null;
    const last = key && before.get(key);
    const same = last && last.to <= one.from ? last.here : null; // values for the same time are versions and no course of things
    const here = [(x(one.from) + x(one.to)) / 2, y(values[at])];
    if (same) {
      ctx.globalAlpha = 0.6;
      ctx.lineWidth = 1.5 * ratio;
      ctx.setLineDash(one.st === "occurred" ? [] : [4 * ratio, 3 * ratio]);
      ctx.beginPath();
      ctx.moveTo(...same);
      ctx.lineTo(...here);
      ctx.stroke();
    }
    if (key) before.set(key, { here, to: one.to });
  });
  points.forEach((one, at) => {
    const [left, right, top] = [x(one.from), Math.max(x(one.to), x(one.from) + 6 * ratio), y(values[at])];
    const real = one.st === "occurred" || one.st === "ongoing";
    ctx.globalAlpha = 1;
    ctx.lineWidth = (real ? 4 : 2) * ratio;
    ctx.setLineDash(real ? [] : [4 * ratio, 3 * ratio]);
    ctx.beginPath();
    ctx.moveTo(left, top);
    ctx.lineTo(right, top);
    ctx.stroke();
    ctx.setLineDash([]);
    tip(ctx, one.q, (left + right) / 2, top, ratio);
  });
  ctx.restore();
}

// A small arrow for "over" and "under": the true value lies up or down from here.
function tip(ctx, qualifier, x, y, ratio) {
  const way = { over: -1, at_least: -1, under: 1, up_to: 1, nearly: 1 }[qualifier];
  if (!way) return;
  ctx.beginPath();
  ctx.moveTo(x - 4 * ratio, y + way * 5 * ratio);
  ctx.lineTo(x + 4 * ratio, y + way * 5 * ratio);
  ctx.lineTo(x, y + way * 11 * ratio);
  ctx.fill();
}

let rowsShown = 200;
const COLUMNS = ["When", "Measure", "Value", "Of", "Status"];

// A row with its roles said aloud: on a phone it is a block and no row for the browser.
const row = (cells) => el("tr", { role: "row" }, cells.map((cell, at) => el("td", { role: "cell", class: `of-${COLUMNS[at].toLowerCase()}` }, cell)));

function showTable(figures, model) {
  const place = byId("figure-table");
  if (!figures.length) return clear(place, el("p", { class: "empty" }, model.filtered ? "No figure passes the filters." : model.whole ? "The texts give no figure." : "No figure was known by then."));
  const order = [...figures].sort((a, b) => (a.from ?? Infinity) - (b.from ?? Infinity) || 0);
  const body = order.slice(0, rowsShown).map((one) =>
    row([
      one.period ? one.period.w : el("span", { class: "soft" }, "no date"), said(label(one.measure)),
      el("a", { href: `#${one.k}`, data: { key: one.k } }, said(one.amount || "see the words")), said([whose(one), one.detail].filter(Boolean).join(": ")),
      [one.st !== "occurred" && label(one.st), one.conflict && "sources differ"].filter(Boolean).join(", "),
    ]));
  clear(place, el("h3", {}, `${model.filtered ? "" : "All "}${counted(figures.length, "figure")}`),
    el("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": "Table of figures" },
      el("table", { role: "table" }, el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, COLUMNS.map((name) => el("th", { scope: "col", role: "columnheader" }, name)))), el("tbody", { role: "rowgroup" }, body))),
    order.length > rowsShown && el("button", { type: "button", class: "quiet more", onclick: () => { rowsShown += 500; showTable(figures, model); } }, `Show ${order.length - rowsShown} more`));
}

export function redrawCharts(model) {
  signs = "";
  showCharts(model);
}

// Drawn anew where the room for them changes.
export function setUpCharts(model) {
  let width = 0;
  new ResizeObserver(later(() => {
    const now = byId("charts").clientWidth;
    if (now && width && now !== width) showCharts(model());
    width = now;
  }, 120)).observe(byId("charts"));
}
