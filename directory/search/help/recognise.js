// Whether someone who types this may be in danger, and in which. It needs no other file and no network.
//
//   recognise("ich will nicht mehr leben") // { level: "acute", dangers: ["verzweiflung"] }
//
// level: "acute": numbers come first. "topic": one line is enough. "none". dangers: ids, the gravest first. ruled: whether
// a rule says so.
// The build puts the data here in place of the import; README.md beside this file tells how they are written.

import { letters, dangers, victims, topics, hints, rules, languages, base, rule, packed } from "./data.js";

/** @typedef {{ start: string, more: number }} Word */
/** @typedef {{ all: string[][][], not: string[][][], alone: boolean, weak: boolean }} Rule */

/** @type {[RegExp, string][]} */
const SOUNDS = letters.map(([from, to]) => [new RegExp(from, "g"), to]);
export const fold = (/** @type {string} */ text) =>
  SOUNDS.reduce((folded, [from, to]) => folded.replace(from, to), text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, ""));

export const words = (/** @type {string} */ query) => fold(query).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

// Between two words of a phrase stand so many others.
const GAP = 3;
const MOST = 30;
// The build gives classes short names, these first.
const [FILL, STOP, CONTEXT] = "ABC";
const short = (at) => (at < 26 ? "" : String.fromCharCode(64 + at / 26)) + String.fromCharCode(65 + (at % 26));

// A language, made ready: its words by how they begin or end, and classes: lists of phrases of words and other classes.
function prepare(text) {
  const made = new Map(), known = new Map(), tails = new Map();
  const word = (form) => {
    if (/[A-Z]/.test(form)) return form;
    if (!made.has(form)) {
      const start = form.replace(/[~*=+]/, "");
      const tail = form[0] === "~";
      const more = form.endsWith("*") ? MOST : tail || form.endsWith("=") || (start.length < 7 && !form.endsWith("+")) ? 0 : 3;
      const one = { start, more };
      made.set(form, one);
      const where = tail ? tails : known;
      where.set(start, [...(where.get(start) ?? []), one]);
    }
    return made.get(form);
  };
  const classes = Object.fromEntries(text.split("\n").map((line, at) => [
    short(at), line ? line.split(" ").map((phrase) => phrase.split("_").map(word)) : [],
  ]));
  return { known, tails, classes };
}

// "A B|!" is two rules: A with B, and A with nothing else.
function read(/** @type {string} */ line) {
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
const RULES = rules.map(([ids, ...lines]) => [ids.split(" "), lines.flatMap(read)]);

/** @returns {Word[]} */
function exactly({ known, tails }, token) {
  const found = [];
  for (let at = 0; at < token.length; at += 1) {
    found.push(...(tails.get(token.slice(at)) ?? []));
    found.push(...(known.get(token.slice(0, at + 1)) ?? []).filter(({ more }) => token.length - at - 1 <= more));
  }
  return found;
}

// What each bucket weighs: -1, 0 or 1. What is packed tells how far it is to the next one and its sign, in bits.
const weights = new Int8Array(32768);
const bits = [...atob(packed)].map((byte) => byte.charCodeAt(0).toString(2).padStart(8, "0")).join("");
let place = -1;
for (const [, many, one, sign] of bits.matchAll(/(1*)0(.)(.)/g)) {
  place += 1 + 2 * many.length + Number(one);
  weights[place] = Number(sign) * 2 - 1;
}

// How much the groups of letters in all words speak for danger: scripts/learn_help.py found what each weighs.
// How many words there are is one more word.
export function learned(/** @type {string[]} */ typed) {
  const found = new Set();
  for (const word of [...typed, String(Math.min(typed.length, 6))]) {
    for (const size of [4, 5]) {
      for (let at = 0; at < word.length + 3 - size; at += 1) {
        let number = 0;
        for (const letter of `_${word}_`.slice(at, at + size)) number = (Math.imul(number, 31) + letter.charCodeAt(0)) | 0;
        number = Math.imul(number ^ (number >>> 15), 0x85ebca6b);
        found.add((number ^ (number >>> 13)) & 32767);
      }
    }
  }
  return [...found].reduce((sum, bucket) => sum + weights[bucket], base);
}

// What a language knows of the words typed: `match` says which places a list of phrases covers, as bits.
function look(language, typed) {
  const tokens = typed.slice(0, MOST);
  const places = new Map();
  const put = (words, bits) => words.forEach((word) => places.set(word, [...(places.get(word) ?? []), bits]));
  let filling = 0, sure = 0;
  tokens.forEach((token, at) => {
    put(exactly(language, token), 1 << at);
    const next = tokens[at + 1] ?? "";
    const two = next && fold(token + next);
    // "er trinkt" is not "ertrinkt".
    if (two.length > 5 && !(exactly(language, token).length && exactly(language, next).length)) put(language.known.get(two) ?? [], 3 << at);
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
  const typed = words(query);
  const known = LANGUAGES.map((language) => typed.filter((token) => exactly(language, token).length).length);
  const likely = known.map((many) => many === Math.max(...known));
  const seen = LANGUAGES.map((language) => look(language, typed));
  const has = (names) => seen.some(({ match }, at) => likely[at] && match(names.split(" ").map((name) => [name])).length);
  const stopped = has(STOP), distant = has(CONTEXT);
  const ruled = new Set(), topic = new Set();
  for (const [ids, lines] of RULES) {
    for (const rule of lines) {
      if (seen.some((one) => fits(rule, one))) for (const id of ids) (stopped || (distant && rule.weak) ? topic : ruled).add(id);
    }
  }
  // Words of courses, groups and films speak against what was only learned.
  const acute = learned(typed) + (ruled.size ? rule : stopped || distant ? -1 : 0) > 0;
  const named = (of) => Object.keys(of).filter((id) => has(of[id]));
  for (const id of named(topics)) topic.add(id);
  const found = new Set([...ruled, ...(ruled.size ? [] : acute ? ["unfall", "verzweiflung", ...named(hints)] : topic)]);
  if (found.has("gewalt")) {
    const hurt = named(victims);
    for (const id of hurt.length ? hurt : ["gewalt-frau", "gewalt-mann"]) found.add(id);
  }
  return {
    level: acute ? "acute" : found.size ? "topic" : "none", dangers: dangers.filter((id) => found.has(id)), ruled: ruled.size,
  };
}
