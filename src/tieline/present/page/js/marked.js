// A whole article with words marked in it: every character of the text, in its place.
import { el, pieces } from "./dom.js";

// `strong` are the stretches to stand out, `soft` others that are cited somewhere; [start, end] each.
export function markedText(document, strong, soft = []) {
  const own = (some) => some.filter(([start, end]) => start < end).sort((a, b) => a[0] - b[0]);
  const marks = [...own(strong).map((one) => [...one, "cited"]), ...own(soft).map((one) => [...one, "also"])];
  const cuts = [...new Set([0, document.text.length, ...marks.flatMap(([start, end]) => [start, end])])].sort((a, b) => a - b);
  const parts = [];
  let open = [];
  let next = 0;
  const order = marks.sort((a, b) => a[0] - b[0]);
  for (let at = 0; at + 1 < cuts.length; at++) {
    const [start, end] = [cuts[at], cuts[at + 1]];
    while (next < order.length && order[next][0] <= start) open.push(order[next++]);
    open = open.filter((one) => one[1] > start);
    const words = pieces(document.text.slice(start, end));
    const name = open.some((one) => one[2] === "cited") ? "cited" : open.length ? "also" : null;
    const last = parts.at(-1);
    if (name && last?.className === name && last.joined) last.append(...words);
    else if (name) parts.push(Object.assign(el("mark", { class: name, data: { start } }, words), { joined: true }));
    else parts.push(...words);
  }
  return el("div", { class: "article-text", dir: "auto", data: { testid: "article-text", document: document.number } }, parts);
}
