// The quick way off a page that others should not see. The page is blank at once, and going back does not lead to it.
// What it cannot do stands in the frame of the page, in easy words.

const TIMES = 3;
const WITHIN = 1500;
/** @type {HTMLAnchorElement} */
const exit = document.querySelector("[data-exit]");
let pressed = [];

// Esc belongs to menus and to screen readers; three times Shift alone means nothing anywhere else.
function press({ key, repeat, timeStamp }) {
  if (repeat) return;
  pressed = key === "Shift" ? [...pressed.filter((before) => timeStamp - before < WITHIN), timeStamp] : [];
  if (pressed.length >= TIMES) leave();
}

function leave(event) {
  event?.preventDefault();
  document.title = exit.hostname;
  document.body.replaceChildren();
  try {
    sessionStorage.clear();
  } catch {
    // Storage is forbidden: nothing is in it.
  }
  history.replaceState(null, "");
  location.replace(exit.href);
}

// From here each page takes the place of the one before.
function follow(event) {
  const link = event.target.closest("a[href]");
  const elsewhere = event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey;
  if (!link || elsewhere || link.target || link.hasAttribute("download")) return;
  const samePage = link.pathname === location.pathname && link.hash;
  if (link === exit || link.origin !== location.origin || samePage) return;
  event.preventDefault();
  location.replace(link.href);
}

const offered = () => document.body.classList.contains("has-exit");

// For pages that are sensitive only with some content: results, the own list.
export function offerExit(needed) {
  if (exit) document.body.classList.toggle("has-exit", needed);
}

exit?.addEventListener("click", leave);
addEventListener("keydown", (event) => offered() && press(event));
document.addEventListener("click", (event) => offered() && follow(event));
