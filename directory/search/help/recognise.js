// Whether someone who types this may be in danger, and in which. It needs no other file and no network.
//
//   recognise("ich will nicht mehr leben") // { level: "acute", dangers: ["verzweiflung"] }
//
// level: "acute": numbers come first. "topic": one line is enough. "none". dangers: ids, the gravest first.
// The build puts the data here in place of the import; README.md beside this file tells how they are written.

import { letters, dangers, victims, topics, rules, languages } from "./data.js";

/** @typedef {{ start: string, more: number, plain: boolean, signs: number }} Word */
/** @typedef {{ all: string[][][], not: string[][][], alone: boolean, weak: boolean }} Rule */

/** @type {[RegExp, string][]} */
const SOUNDS = letters.map(([from, to]) => [new RegExp(from, "g"), to]);
export const fold = (/** @type {string} */ text) =>
  SOUNDS.reduce((folded, [from, to]) => folded.replace(from, to), text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, ""));

// Letters that dialects and learners exchange cost half.
const PAIRS = new Set("bp dt gk ei ou ao fb mn ae pb td kg ie uo oa bf nm ea".split(" "));
// Between two words of a phrase stand so many others.
const GAP = 3;
const MOST = 30;
// The build gives classes short names, these first. Words of the first five count only as they are written.
const [FILL, STOP, CONTEXT] = "ABC";
const PLAIN = 5;
const short = (at) => (at < 26 ? "" : String.fromCharCode(64 + at / 26)) + String.fromCharCode(65 + (at % 26));

// How far a typed word is from a known one (Damerau), which may have some `more` letters; Infinity if farther than `most`.
function distance(known, typed, most, more) {
  let before = [], row = Array.from({ length: typed.length + 1 }, (_, at) => at);
  for (let i = 1; i <= known.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= typed.length; j += 1) {
      const pair = known[i - 1] + typed[j - 1];
      next[j] = Math.min(row[j - 1] + (pair[0] === pair[1] ? 0 : PAIRS.has(pair) ? 0.5 : 1), row[j] + 1, next[j - 1] + 1);
      if (i > 1 && j > 1 && pair[0] === typed[j - 2] && known[i - 2] === pair[1]) next[j] = Math.min(next[j], before[j - 2] + 0.5);
    }
    if (Math.min(...next) > most + 0.5) return Infinity;
    [before, row] = [row, next];
  }
  return Math.min(...row.slice(-1 - more));
}

const allowed = ({ length }) => (length < 4 ? 0 : length < 5 ? 0.5 : length < 10 ? 1 : 2);

// Which letters a word has, as bits: that two words differ in many is seen at once.
const signs = (word) => [...word].reduce((bits, sign) => bits | (1 << sign.charCodeAt(0) % 32), 0);
const count = (bits) => (bits ? 1 + count(bits & (bits - 1)) : 0);

// A language, made ready: its words by how they begin or end, and classes: lists of phrases of words and other classes.
function prepare(text) {
  const words = new Map(), known = new Map(), tails = new Map();
  const word = (form, plain) => {
    if (/[A-Z]/.test(form)) return form;
    if (!words.has(form)) {
      const start = form.replace(/[~*=+]/, "");
      const tail = form[0] === "~";
      const more = form.endsWith("*") ? MOST : tail || form.endsWith("=") || (start.length < 7 && !form.endsWith("+")) ? 0 : 3;
      const made = { start, more, plain, signs: signs(start) };
      words.set(form, made);
      const where = tail ? tails : known;
      where.set(start, [...(where.get(start) ?? []), made]);
    }
    words.get(form).plain &&= plain;
    return words.get(form);
  };
  const classes = Object.fromEntries(text.split("\n").map((line, at) => [
    short(at), line ? line.split(" ").map((phrase) => phrase.split("_").map((form) => word(form, at < PLAIN))) : [],
  ]));
  return { known, tails, classes, words: [...words.values()].filter(({ plain, start }) => !plain || start.length > 7) };
}

// "A B|!" is two rules: A with B, and A with nothing else.
function ruled(/** @type {string} */ line) {
  const terms = line.split(" ");
  const list = (text) => text.split("|").filter((name) => name !== "!").map((name) => [name]);
  const all = terms.filter((term) => /^[A-Z]/.test(term));
  const rule = {
    all: all.map(list), not: terms.filter((term) => term[0] === "-").map((term) => list(term.slice(1))),
    alone: terms.includes("!"), weak: terms.includes("~"),
  };
  const open = all.findIndex((term) => term.includes("!"));
  return open < 0 ? [rule] : [rule, { ...rule, all: rule.all.toSpliced(open, 1), alone: true }];
}

const LANGUAGES = languages.map(prepare);
/** @type {[string[], Rule[]][]} */
const RULES = rules.map(([ids, ...lines]) => [ids.split(" "), lines.flatMap(ruled)]);

/** @returns {Word[]} */
function exactly({ known, tails }, token) {
  const found = [];
  for (let at = 0; at < token.length; at += 1) {
    found.push(...(tails.get(token.slice(at)) ?? []));
    found.push(...(known.get(token.slice(0, at + 1)) ?? []).filter(({ more }) => token.length - at - 1 <= more));
  }
  return found;
}

/** @returns {Word[]} */
function nearly({ words }, token) {
  const typed = signs(token);
  return words.filter(({ start, more, signs: known }) => {
    const most = Math.min(allowed(start), allowed(token), more > 3 ? 1 : 2) - (start[0] !== token[0] && start.length < 6 ? 0.5 : 0);
    const longer = start.length - token.length;
    return most > 0 && count(known & ~typed) <= 2 * most && longer <= most && -longer <= most + more && distance(start, token, most, more) <= most;
  });
}

// "ichwillnicht": the fewest known words that it is made of. A letter that ends one and begins the next may be there once.
function apart({ known }, token) {
  const best = [[]];
  for (let end = 2; end <= token.length; end += 1) {
    for (let start = 0; start < end - 1; start += 1) {
      const part = token.slice(start, end);
      if ((start && part.length < 3) || !best[start] || !known.has(part)) continue;
      for (const at of [end, end - 1]) if (at > start + 1 && !(best[at]?.length <= best[start].length + 1)) best[at] = [...best[start], part];
    }
  }
  return best[token.length]?.length > 2 ? best[token.length] : [token];
}

// What a language knows of the words typed: `match` says which places a list of phrases covers, as bits.
// Words spelt nearly so count only in the languages that know most of the others.
function look(language, typed, likely) {
  const find = (token) => {
    const found = exactly(language, token);
    return found.length || !likely ? found : nearly(language, token);
  };
  const tokens = typed.flatMap((token) => (token.length > 6 && !find(token).length ? apart(language, token) : [token])).slice(0, MOST);
  const places = new Map();
  const put = (words, bits) => words.forEach((word) => places.set(word, [...(places.get(word) ?? []), bits]));
  let filling = 0, sure = 0;
  tokens.forEach((token, at) => {
    put(find(token), 1 << at);
    const two = at + 1 < tokens.length ? fold(token + tokens[at + 1]) : "";
    if (two.length > 5) put(language.known.get(two) ?? [], 3 << at);
    if (token.length < 3 || exactly(language, token).length) sure |= 1 << at;
    if (token.length < 3) filling |= 1 << at;
  });
  const matched = {};
  const part = (one) => (typeof one === "string" ? (matched[one] ??= match(language.classes[one])) : (places.get(one) ?? []));
  const match = (phrases) => phrases.flatMap(([first, ...rest]) => rest.reduce((ways, next) => ways.flatMap((way) => part(next).filter((bits) => {
    const between = Math.clz32(way) - Math.clz32(bits & -bits) - 1;
    return between >= 0 && between <= GAP;
  }).map((bits) => way | bits)), part(first)));
  for (const bits of match([[FILL]])) filling |= bits;
  return { match, filling: filling & sure, every: 2 ** tokens.length - 1 };
}

// Whether each part of a rule has a place of its own.
function fits({ all, not, alone }, { match, filling, every }) {
  const terms = all.map(match);
  const take = (at, bits) => (at < terms.length
    ? terms[at].some((way) => !(way & bits) && take(at + 1, bits | way))
    : not.flatMap(match).every((way) => !(way & ~bits)) && !(alone && every & ~bits & ~filling));
  return terms.every((ways) => ways.length) && take(0, 0);
}

export function recognise(/** @type {string} */ query) {
  const typed = fold(query).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const known = LANGUAGES.map((language) => typed.filter((token) => exactly(language, token).length).length);
  const likely = known.map((many) => many === Math.max(...known));
  const seen = LANGUAGES.map((language, at) => look(language, typed, likely[at]));
  const has = (names) => seen.some(({ match }, at) => likely[at] && match(names.split(" ").map((name) => [name])).length);
  const stopped = has(STOP), distant = has(CONTEXT);
  const acute = new Set(), topic = new Set();
  for (const [ids, lines] of RULES) {
    for (const rule of lines) {
      if (!seen.some((one) => fits(rule, one))) continue;
      for (const id of ids) (stopped || (distant && rule.weak) ? topic : acute).add(id);
    }
  }
  for (const [id, names] of Object.entries(topics)) if (has(names)) topic.add(id);
  const found = acute.size ? acute : topic;
  if (found.has("gewalt")) {
    const hurt = Object.keys(victims).filter((id) => has(victims[id]));
    for (const id of hurt.length ? hurt : ["gewalt-frau", "gewalt-mann"]) found.add(id);
  }
  return { level: acute.size ? "acute" : topic.size ? "topic" : "none", dangers: dangers.filter((id) => found.has(id)) };
}
