function settings(form) {
  const status = form.querySelector("[role=status]");
  const radios = [...form.querySelectorAll("[type=radio]")];

  function choose(chosen, text) {
    applySettings(chosen);
    status.textContent = text;
    try {
      localStorage.setItem("ansicht", JSON.stringify(chosen));
    } catch {
      // Storage is forbidden.
    }
  }

  function reflect() {
    const { dataset } = document.documentElement;
    for (const radio of radios) radio.checked = radio.value === (dataset[radio.name] ?? "");
  }

  form.addEventListener("change", () => choose(Object.fromEntries(new FormData(form)), ""));
  form.querySelector(".reset").addEventListener("click", () => {
    choose({}, "Alles ist wieder normal.");
    reflect();
  });
  // Enter in a group of radio buttons would send the form, which leads nowhere.
  form.addEventListener("submit", (event) => event.preventDefault());
  reflect();
  // After settings.js, and after browsers that fill in forms anew.
  addEventListener("pageshow", reflect);
}

const folded = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(".menu, .settings"))];

// Opening another one is a click outside, with the keyboard too.
document.addEventListener("click", ({ target }) => {
  for (const details of folded) if (!details.contains(/** @type {Node} */ (target))) details.open = false;
  // When the address has changed.
  if (/** @type {Element} */ (target).closest("a[href*='#']")) setTimeout(unfold);
});

// A link to what is folded away, as the settings are in the menu: not all browsers open it by themselves.
function unfold() {
  const target = document.getElementById(location.hash.slice(1));
  let fold = target?.closest("details");
  for (; fold; fold = fold.parentElement.closest("details")) fold.open = true;
  if (target?.closest("details")) target.scrollIntoView();
  // The old address of a letter whose names are in another part now: without this script it ends at the letter itself.
  const letter = /** @type {HTMLAnchorElement} */ (target?.closest(".letters > li[id]")?.firstElementChild);
  if (letter) location.replace(letter.href);
}

document.addEventListener("keydown", ({ key }) => {
  const open = folded.findLast((details) => details.open);
  if (key !== "Escape" || !open) return;
  open.open = false;
  // Whoever is elsewhere by now stays there.
  const focused = document.activeElement;
  if (focused === document.body || open.contains(focused)) open.querySelector("summary").focus();
});

const told = document.querySelectorAll(".copied");
let forgetting;

// There is one number in the clipboard: one button at most may say so.
function tell(status, text) {
  clearTimeout(forgetting);
  for (const one of told) one.textContent = one === status ? text : "";
  if (text) forgetting = setTimeout(tell, 8000);
}

async function copy({ currentTarget: button }) {
  const status = button.nextElementSibling;
  try {
    await navigator.clipboard.writeText(button.dataset.number);
    tell(status, "Kopiert.");
  } catch {
    getSelection().selectAllChildren(button.previousElementSibling);
    tell(status, "Die Nummer ist markiert.");
  }
}

async function share({ currentTarget: button }) {
  const url = location.href.replace(/[?#].*/, "");
  // Whoever closes the choice wants nothing to be said.
  if (typeof navigator.share === "function") return navigator.share({ title: document.title, url }).catch(() => {});
  await navigator.clipboard.writeText(url);
  button.closest(".tools").querySelector(".read-status").textContent = "Kopiert. Sie können die Adresse jetzt verschicken.";
}

unfold();
document.querySelectorAll(".settings form").forEach(settings);
document.querySelectorAll(".share-page").forEach((button) => button.addEventListener("click", share));
document.querySelectorAll(".copy").forEach((button) => button.addEventListener("click", copy));
document.querySelectorAll(".print").forEach((button) => button.addEventListener("click", () => print()));
