// Elements from words. Nothing here or elsewhere turns text into markup: words become text nodes, always.

// What a reader could not see or what would turn the words around: controls, bidirectional marks, byte order marks.
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/;
const EVERY_HIDDEN = new RegExp(HIDDEN.source, "g");
const SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// Trusted types: in browsers that know them, whatever a library wants to have read as markup is escaped first.
if (window.trustedTypes && window.trustedTypes.createPolicy) {
  window.trustedTypes.createPolicy("default", {
    createHTML: (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;"),
    createScript: () => null,
    createScriptURL: () => null,
  });
}

export const byId = (id) => document.getElementById(id);

// An element with properties and children; strings become text nodes.
export function el(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "class") made.className = value;
    else if (key === "data") Object.assign(made.dataset, value);
    else if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

// Words of others on one line, without anything that a reader could not see: for attributes, options and canvases.
export function plain(text) {
  return String(text ?? "").replace(EVERY_HIDDEN, "").replace(SURROGATE, "\ufffd").replace(/\s+/g, " ").trim();
}

// Words of others as nodes: their direction stays their own, and what is hidden shows as a small sign.
export function said(text, name = "bdi", properties = {}) {
  return el(name, { dir: "auto", ...properties }, pieces(String(text ?? "")));
}

// The pieces of a text, hidden characters as signs with their number.
export function pieces(text) {
  if (!HIDDEN.test(text)) return [text];
  return text.split(new RegExp(`(${HIDDEN.source})`)).filter(Boolean).map((part) => (HIDDEN.test(part) ? sign(part) : part));
}

function sign(character) {
  const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return el("span", { class: "hidden-sign", role: "img", "aria-label": `hidden character ${code}`, title: `hidden character ${code}`, data: { code } });
}

// Letters without case and accents; as many of them as before, so that places stay.
export function fold(text) {
  const lower = text.toLowerCase();
  return /^[\u0000-\u007f]*$/.test(lower) ? lower : lower.replace(/[^\u0000-\u007f]/g, (c) => (c.normalize("NFD")[0] + " ").slice(0, c.length));
}

export function clear(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(Boolean));
  return element;
}

// Say something to a screen reader.
export function announce(text) {
  const live = byId("live");
  live.textContent = "";
  setTimeout(() => (live.textContent = plain(text)), 30);
}

// "1 event", "3 events".
export function counted(number, name, several = `${name}s`) {
  return `${number.toLocaleString("en")} ${number === 1 ? name : several}`;
}

export const label = (word) => String(word).replaceAll("_", " ");

// The same call, at most once within so many milliseconds, after the last one. `drop` forgets a call that still waits, `now` makes it at once.
export function later(run, wait) {
  let timer = 0;
  let waiting = null;
  const drop = () => {
    clearTimeout(timer);
    waiting = null;
  };
  const now = () => {
    const given = waiting;
    drop();
    if (given) run(...given);
  };
  const soon = (...given) => {
    drop();
    waiting = given;
    timer = setTimeout(now, wait);
  };
  return Object.assign(soon, { drop, now });
}

// An address as a link where it is one of the web, as text where it is anything else.
export function address(text) {
  let url = null;
  try {
    url = new URL(text);
  } catch {
    return said(text);
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") return said(text);
  return said(text, "a", { href: url.href, rel: "noopener noreferrer", target: "_blank" });
}
