// The live preview loads a page anew when a file has changed. Only there: no page that is built has this.

const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
let shown = "";

for (;;) {
  try {
    const version = await (await fetch(new URL(`_vorschau/neu?${shown}`, import.meta.url))).text();
    if (shown && version !== shown) location.reload();
    shown = version;
  } catch {
    await wait(1);
  }
}
