// Who meets whom: the actors that share events, as a network and as tables.
import { byId, clear, counted, el, label, plain, said } from "./dom.js";
import { open } from "./state.js";

const drawnMost = () => (innerWidth < 720 ? 16 : 40); // actors in the drawing; the tables hold all
const COLOURS = { country: "--accord", person: "--contact", organization: "--economy", company: "--economy", place: "--words", group: "--words" };
let network = null;
let drawnAs = "";

export function showNetwork(model) {
  const { pairs, counts } = shared(model.events);
  const actors = new Map(model.view.actors.map((actor) => [actor.k, actor]));
  const linked = new Set([...pairs.values()].flatMap((pair) => [pair.one, pair.other]));
  const chosen = [...linked].filter((key) => actors.has(key)).sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1)).slice(0, drawnMost());
  drawNetwork(chosen, actors, pairs, counts);
  byId("network-note").textContent = chosen.length
    ? `Two actors are joined where an event names both; a thicker line stands for more events.${linked.size > chosen.length ? ` Drawn are the ${chosen.length} that take part most of ${linked.size}.` : ""} Choose one to see its events.`
    : "";
  tables(model, pairs, counts, actors);
}

// For each pair of actors the number of events that name both, and for each actor the number of its events.
function shared(events) {
  const pairs = new Map();
  const counts = new Map();
  for (const event of events) {
    const keys = [...new Set(event.who.map((one) => one[0]))].sort();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    if (keys.length > 12) continue; // a long list of guests is no meeting of each with each
    for (let i = 0; i < keys.length; i++) {
      for (let j = i + 1; j < keys.length; j++) {
        const name = `${keys[i]} ${keys[j]}`;
        const pair = pairs.get(name) ?? { one: keys[i], other: keys[j], events: [] };
        pair.events.push(event);
        pairs.set(name, pair);
      }
    }
  }
  return { pairs, counts };
}

const paper = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function drawNetwork(chosen, actors, pairs, counts) {
  const place = byId("network-graphic");
  place.hidden = !chosen.length;
  const sign = chosen.join() + pairs.size + document.documentElement.dataset.theme + [...pairs.values()].reduce((sum, pair) => sum + pair.events.length, 0);
  if (sign === drawnAs || place.hidden) return;
  drawnAs = sign;
  const inside = new Set(chosen);
  const most = Math.max(...chosen.map((key) => counts.get(key)));
  const nodes = chosen.map((key) => {
    const actor = actors.get(key);
    const colour = paper(COLOURS[actor.kind] ?? "--words");
    const size = 8 + 16 * Math.sqrt(counts.get(key) / most);
    return { id: key, label: short(plain(actor.name)), shape: actor.kind === "country" ? "dot" : actor.kind === "person" ? "dot" : actor.kind === "place" ? "square" : "diamond",
      size: actor.kind === "country" ? size : size * 0.75, color: { background: colour, border: paper("--paper"), highlight: { background: colour, border: paper("--ink") } }, borderWidth: 2 };
  });
  const edges = [...pairs.values()].filter((pair) => inside.has(pair.one) && inside.has(pair.other)).map((pair) => ({
    from: pair.one, to: pair.other, width: Math.min(1 + 1.6 * Math.sqrt(pair.events.length - 1), 9), color: { color: paper("--edge"), highlight: paper("--accent") },
  }));
  network?.destroy();
  network = new vis.Network(place, { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(edges) }, {
    autoResize: true, layout: { randomSeed: 11, improvedLayout: true },
    nodes: { font: { color: paper("--ink"), size: 15, face: "system-ui, sans-serif", strokeWidth: 4, strokeColor: paper("--paper"), vadjust: -2 } },
    edges: { smooth: false, selectionWidth: 0 },
    interaction: { zoomView: false, dragView: !matchMedia("(pointer: coarse)").matches, hover: true, keyboard: false, tooltipDelay: 1e9 },
    physics: { solver: "forceAtlas2Based", forceAtlas2Based: { gravitationalConstant: -90, springLength: 110, avoidOverlap: 0.6 }, stabilization: { iterations: 260, fit: true } },
  });
  network.once("stabilizationIterationsDone", () => {
    network.setOptions({ physics: false });
    stretch();
    fitNetwork();
    network.setOptions({ nodes: { font: { size: Math.min(13 / network.getScale(), 48) } } });
  });
  network.on("selectNode", (hit) => open(hit.nodes[0]));
}

// Spread over the room that is there.
function stretch() {
  const { clientWidth, clientHeight } = byId("network-graphic");
  const factor = Math.min(Math.max((0.85 * clientWidth) / clientHeight, 1), 2);
  const tall = Math.min(Math.max((0.8 * clientHeight) / clientWidth, 1), 1.7);
  for (const [key, { x, y }] of Object.entries(network.getPositions())) network.moveNode(key, x * factor, y * tall);
}

// All of it, with room for the names at the edges.
function fitNetwork() {
  network?.fit({ animation: false });
  network?.moveTo({ scale: Math.min(network.getScale() * (innerWidth < 720 ? 0.74 : 0.86), 1.4), animation: false });
}

const zoomNetwork = (factor) => network?.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.1), 6), animation: false });

// A name on two lines where it is long, cut where it is longer than that.
function short(name) {
  if (name.length <= 20) return name;
  const middle = [...name.matchAll(/ /g)].map((gap) => gap.index).sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0];
  const lines = middle === undefined ? [name] : [name.slice(0, middle), name.slice(middle + 1)];
  return lines.map((line) => (line.length > 26 ? `${line.slice(0, 25)}\u2026` : line)).join("\n");
}

function tables(model, pairs, counts, actors) {
  const byCount = [...actors.values()].filter((actor) => !model.filtered || counts.has(actor.k)).sort((a, b) => (counts.get(b.k) ?? 0) - (counts.get(a.k) ?? 0) || (a.name < b.name ? -1 : 1));
  const actorRows = byCount.map((actor) => [link(actor), said([actor.kind, actor.office].filter(Boolean).join(" \u00b7 ")), String(counts.get(actor.k) ?? 0)]);
  const order = [...pairs.values()].filter((pair) => actors.has(pair.one) && actors.has(pair.other)).sort((a, b) => b.events.length - a.events.length || (a.one + a.other < b.one + b.other ? -1 : 1));
  const pairRows = order.map((pair) => [el("span", {}, link(actors.get(pair.one)), " and ", link(actors.get(pair.other))), types(pair.events), String(pair.events.length)]);
  long(byId("actor-table"), `Actors (${byCount.length.toLocaleString("en")})`, ["Name", "What", "Events"], actorRows);
  long(byId("pair-table"), `Pairs (${order.length.toLocaleString("en")})`, ["Who", "In", "Events"], pairRows);
}

const link = (actor) => el("a", { href: `#${actor.k}`, data: { key: actor.k } }, said(actor.name));

const types = (events) => {
  const seen = new Map();
  for (const event of events) seen.set(event.type, (seen.get(event.type) ?? 0) + 1);
  const most = [...seen].sort((a, b) => b[1] - a[1]).slice(0, 3);
  const others = events.length - most.reduce((sum, [, count]) => sum + count, 0);
  const words = most.map(([type, count]) => counted(count, label(type), `${label(type)}s`.replace(/ys$/, "ies").replace(/ss$/, "s"))).join(", ");
  return others ? `${words}, ${counted(others, "other")}` : words;
};

// A table that shows its first rows, and the others when asked to.
function long(place, title, columns, rows, most = 25) {
  if (!rows.length) return clear(place, el("h3", {}, title), el("p", { class: "empty" }, "None here."));
  const cells = (row) => el("tr", {}, row.map((cell, at) => el("td", { class: at === row.length - 1 ? "number" : null }, cell)));
  const body = el("tbody", {}, rows.slice(0, most).map(cells));
  const button = rows.length > most && el("button", { type: "button", class: "quiet more", onclick: () => { body.append(...rows.slice(most).map(cells)); button.remove(); } }, `Show ${rows.length - most} more`);
  clear(place, el("h3", {}, title), el("table", {}, el("thead", {}, el("tr", {}, columns.map((name) => el("th", { scope: "col" }, name)))), body), button);
}

export function setUpNetwork() {
  byId("nw-in").addEventListener("click", () => zoomNetwork(1.4));
  byId("nw-out").addEventListener("click", () => zoomNetwork(1 / 1.4));
  byId("nw-fit").addEventListener("click", fitNetwork);
  const kinds = { accord: "country", contact: "person", economy: "organization, company", words: "place, group" };
  clear(byId("network-legend"), Object.entries(kinds).map(([family, words]) => el("li", {}, el("span", { class: `swatch family-${family}`, "aria-hidden": "true" }), words)));
}
