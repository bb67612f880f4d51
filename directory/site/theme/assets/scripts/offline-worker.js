// Serves the kept pages where there is no internet. offline.js in the root of the site says which, the same for
// everyone: nothing tells what somebody looked at. All copies are of one day, and kept under numbers.

/* global KEPT, DAY */
const worker = /** @type {any} */ (self);
const NAME = `offline ${DAY}`;
// What a browser asks for; never with a question mark, so that no word of a search is even looked at.
const addressOf = (address) => new URL(address, worker.registration.scope).href;
const numberOf = ({ url }) => KEPT.findIndex((address) => addressOf(address) === url.replace(/#.*/, ""));

async function keep() {
  const cache = await caches.open(NAME);
  await Promise.all(
    KEPT.map(async (address, number) => {
      const found = await fetch(addressOf(address), { cache: "reload", credentials: "omit" });
      if (!found.ok) throw new Error(`${found.status} ${address}`);
      // A new answer without the address of the old one.
      await cache.put(addressOf(`offline/${number}`), new Response(await found.blob(), { headers: { "Content-Type": found.headers.get("Content-Type") } }));
    }),
  );
}

async function forgetOthers() {
  for (const name of await caches.keys()) if (name.startsWith("offline ") && name !== NAME) await caches.delete(name);
}

async function copy(number) {
  const kept = await (await caches.open(NAME)).match(addressOf(`offline/${number}`));
  if (!kept?.headers.get("Content-Type").startsWith("text/html")) return kept ?? Response.error();
  const text = await kept.text();
  const note = `<p class="notice wrap" role="status">Kein Internet. Diese Seite ist vom ${DAY}. Manches kann jetzt anders sein.</p>`;
  return new Response(text.replace("<main>", `<main>${note}`), { headers: kept.headers });
}

worker.addEventListener("install", (event) => event.waitUntil(keep().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
worker.addEventListener("fetch", (event) => {
  const number = numberOf(event.request);
  if (number >= 0) event.respondWith(fetch(event.request).catch(() => copy(number)));
});
