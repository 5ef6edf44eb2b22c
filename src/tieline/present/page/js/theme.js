// Light or dark: as the system says, until the reader chooses.
import { byId } from "./dom.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
let chosen = null;

export function setUpTheme(changed) {
  const apply = () => {
    const theme = chosen ?? (dark.matches ? "dark" : "light");
    document.documentElement.dataset.theme = theme;
    byId("theme-toggle").setAttribute("aria-pressed", theme === "dark");
  };
  apply();
  dark.addEventListener("change", () => {
    apply();
    changed();
  });
  byId("theme-toggle").addEventListener("click", () => {
    chosen = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    apply();
    changed();
  });
}
