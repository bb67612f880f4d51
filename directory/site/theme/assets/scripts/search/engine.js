// The search without its page.
//
//   const engine = createEngine(new URL("suche/daten/", root), { byArea: false }); // loads nothing yet
//   engine.load(); // optional: begin while someone types
//   const found = await engine.search("gruppe dienstag lobeda", filters);
//
// filters: what readers have set, [{ type, value }]: gebiet (id of an area), ortsteil (id), wochentag ("1", or "56" for
//   one of two; Monday is 0), tag ("0" is today), kostenlos ("1"), zugang (id of a feature), merkmal (a fact as the
//   index has it: "m=aufsuchend"), plz.
// found.results: best first, each { entry, score, when, why, cityWide, unsure, unmet }. entry: name, slug, url (below the root),
//   teaser, where, kind and area (names), kindId, areaId, areas, localities, weekdays, free, access ("~" for in part) …
//   when: its times, on the weekday that was asked for. why: [{ label, word, how }]: they typed `word`; how: "wort" (it stands in the offer; label is ""), "begriff" (it
//   means the label) or "aehnlich" (spelt like the label). cityWide: not in that area, but for everyone.
//   unsure: conditions of which nobody knows whether they hold; unmet: those that do not.
// found.further: what fits in part only; with more words nothing leaves results and further together.
// found.unproved: conditions that no result is known to meet.
// found.filters: those in the query, [{ type, value, label, word }]; search without `word` to take one away.
// found.relaxed: filters that nothing fits; the results are without them, so say it.
// found.unknown: words that are nowhere. found.suggestion: the query in likely spelling, or "".
// found.pages: what has the name but is no offer of today, { url, name, note }: closed offers, providers.
// found.help: whether someone may be in danger; see help.js. found.sensitive: others should not see these words.

import { NOTHING_FOREIGN, readLexicon, readShard, withWords } from "./data.js";
import { namedPages } from "./named.js";
import { foreignFile, joinedUp, readQuery } from "./query.js";
import { rank } from "./ranking.js";

// `byArea`: there is an index for each area, and one for all.
export function createEngine(base, { byArea = false } = {}) {
  const loaded = {};
  const once = (name, make) => (loaded[name] ??= make());
  const get = (name) => once(name, async () => (await fetch(new URL(name, base))).json());
  // Most words of the vocabulary stand in some offer. Those that stand in none are loaded when someone types one, and so
  // is what knows how words are misspelt.
  const lexicon = (every, foreign = "") =>
    once(`lexicon ${every} ${foreign}`, async () => {
      if (!every) return readLexicon(await get("sprache.json"), {});
      const other = foreign ? get(`fremd-${foreign}.json`) : NOTHING_FOREIGN;
      return readLexicon(...(await Promise.all([get("sprache.json"), get("worte.json"), get("anliegen.json"), other, import("./rarer.js")])));
    });
  const shard = (area) =>
    once(`shard ${area}`, async () => {
      const files = [get(`index${area}.json`), get(`titel${area}.json`), lexicon(false)];
      return readShard(...(await Promise.all(files)));
    });
  async function answer(text, filters, every) {
    if (!byArea) shard("");
    let words = await lexicon(every);
    let query = readQuery(text, words);
    const foreign = every ? foreignFile(query, words) : "";
    if (foreign) {
      words = await lexicon(every, foreign);
      query = readQuery(text, words);
    }
    const view = (area) => once(`view ${area} ${every} ${foreign}`, async () =>
      withWords(...(await Promise.all([shard(area), words, ...(every ? [get(`antworten${area}.json`)] : [])]))));
    const place = [...filters, ...query.filters].find(({ type }) => type === "gebiet" || type === "ortsteil");
    const area = byArea && place ? `-${words.areaOf[place.value] ?? place.value}` : "";
    const rankedIn = async (part) => {
      const seen = await view(part);
      if (every && !query.languages.length) {
        const { respell } = await import("./respell.js");
        query = readQuery(text, words, respell(query.asked, words, seen));
      }
      return { ...rank(joinedUp(query, seen, words), filters, seen, words), pages: namedPages(query, seen) };
    };
    const found = await rankedIn(area);
    return area && found.relaxed.length ? rankedIn("") : found;
  }
  // What was likely meant is said only if it finds more, and knows every word that was known.
  async function better(found, text, filters) {
    if (!found.suggestion || found.suggestion === text) return "";
    const likely = await answer(found.suggestion, filters, true);
    return likely.results.length > found.results.length && likely.unknown.length <= found.unknown.length ? found.suggestion : "";
  }
  return {
    load: () => shard(""),
    async search(text, filters = []) {
      const found = await answer(text, filters, false);
      const known = found.foreign ? await answer(text, filters, true) : found;
      return { ...known, suggestion: await better(known, text, filters) };
    },
  };
}
