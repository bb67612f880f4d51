// Keeps the pages that work without internet, or forgets them: only when somebody wants it.

const box = document.querySelector(".offline");
const status = box.querySelector("[role=status]");
const [keep, forget] = box.querySelectorAll("button");
const root = new URL(/** @type {HTMLElement} */ (box).dataset.root, location.href).href;

async function registration() {
  const all = await navigator.serviceWorker.getRegistrations();
  return all.find(({ scope }) => scope === root);
}

function done(installing) {
  return new Promise((resolve, reject) => {
    if (!installing) resolve(true);
    installing?.addEventListener("statechange", () => {
      if (installing.state === "activated") resolve(true);
      if (installing.state === "redundant") reject(new Error("not installed"));
    });
  });
}

async function show(text = "") {
  const kept = Boolean(await registration());
  keep.hidden = kept;
  forget.hidden = !kept;
  status.textContent = text || (kept ? "Die Seiten sind auf diesem Gerät." : "");
}

keep.addEventListener("click", async () => {
  status.textContent = "Bitte warten.";
  try {
    const { installing } = await navigator.serviceWorker.register(`${root}offline.js`, { scope: root });
    await done(installing);
    await show("Fertig. Die Seiten sind auf diesem Gerät.");
  } catch {
    await (await registration())?.unregister();
    await show("Das hat nicht geklappt. Ist das Internet an?");
  }
});

forget.addEventListener("click", async () => {
  await (await registration())?.unregister();
  for (const name of await caches.keys()) if (name.startsWith("offline ")) await caches.delete(name);
  await show("Alles ist gelöscht.");
});

if ("serviceWorker" in navigator) show();
else status.textContent = "Das geht in diesem Browser nicht.";
