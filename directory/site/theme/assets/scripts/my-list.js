// The reader's own list of offers. It lives in this tab: the browser keeps it from page to page and forgets it with the
// tab. Not in the address of every page: going back would bring an older list. The page of the list has it there.

const KEY = "liste";
const MOST = 30;
/** @type {HTMLAnchorElement} */
const link = document.querySelector(".my-list-link");
const status = document.querySelector(".my-list-status");
const buttons = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".pick"))];
const note = document.createElement("span");
note.className = "pick-note";

export const keeps = storageWorks();

function storageWorks() {
  try {
    return Boolean(sessionStorage);
  } catch {
    return false;
  }
}

// Whatever stands there, from an address too: names of offers, each once, not too many.
export function slugs(text) {
  const found = text.replace(/%2c/gi, ",").split(",");
  return [...new Set(found)].filter((slug) => /^[a-z0-9_-]{1,99}$/.test(slug)).slice(0, MOST);
}

export function listed() {
  return keeps ? slugs(sessionStorage.getItem(KEY) ?? "") : [];
}

export function show(list) {
  const address = link.href.split("#")[0];
  link.hidden = list.length === 0;
  link.href = list.length > 0 ? `${address}#${list}` : address;
  link.textContent = `Meine Liste (${list.length})`;
  for (const button of buttons) {
    const { slug, name } = offer(button);
    button.textContent = list.includes(slug) ? "Von meiner Liste nehmen" : "Auf meine Liste";
    button.setAttribute("aria-label", `${button.textContent}: ${name}`);
    button.classList.toggle("picked", list.includes(slug));
    button.hidden = !keeps;
  }
}

export function keep(list) {
  try {
    sessionStorage.setItem(KEY, list);
  } catch {
    // The list holds for this page.
  }
  show(list);
}

/** @returns {any} the offer around a button: its slug and its name */
function offer(button) {
  return button.closest("[data-slug]").dataset;
}

function toggle({ currentTarget: button }) {
  const { slug, name } = offer(button);
  const list = listed();
  const there = list.includes(slug);
  if (!there && list.length >= MOST) {
    status.textContent = `Auf Ihrer Liste stehen schon ${MOST} Angebote. Mehr geht nicht.`;
    note.textContent = status.textContent;
    button.after(note);
    return;
  }
  keep(there ? list.filter((one) => one !== slug) : [...list, slug]);
  status.textContent = there ? `Nicht mehr auf Ihrer Liste: ${name}.` : `Jetzt auf Ihrer Liste: ${name}.`;
  note.remove();
}

for (const button of buttons) button.addEventListener("click", toggle);
// Pages that come back from the browser's memory show an older list.
addEventListener("pageshow", ({ persisted }) => persisted && show(listed()));
show(listed());
