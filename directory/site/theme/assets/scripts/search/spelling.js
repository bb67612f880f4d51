// How near two spellings are.

import { sound } from "./language.js";

// Words with fewer consonants have too many that sound alike.
const CONSONANTS = 3;
const LONG = 8;

// Returns the words of the vocabulary that are nearest to one of the forms. By letters: at most so many apart. By sound:
// alike, or only the vowels differ, or one sound in a long word; that counts like two letters.
export function nearest(forms, most, vocabulary) {
  const [one] = forms;
  const heard = forms.map(soundOf);
  const long = one.length >= LONG;
  let least = Math.max(most, one.length > 4 ? 2 : 1);
  let near = [];
  for (const term of beginningAlike(forms, vocabulary)) {
    if (term.length < 4 || /\d/.test(term) || Math.abs(term.length - one.length) > (long ? 3 : 2)) continue;
    let distance = Math.min(...forms.map((form) => edits(form, term, most)));
    if (distance > 1) {
      const own = soundOf(term);
      if (heard.includes(own)) distance = 1;
      else if (least > 1 && heard.some((sounds, at) => alike(sounds, own, long) && edits(forms[at], term, long ? 3 : 2) < 99)) distance = Math.min(distance, 2);
    }
    if (distance < least) near = [];
    if (distance > least) continue;
    least = distance;
    near.push(term);
  }
  return near.slice(0, 5);
}

function alike(one, other, long) {
  const bare = (sounds) => sounds[0] + sounds.slice(1).replace(/[aeiou]/g, "");
  const consonants = bare(one);
  return (consonants.replace(/^[aeiou]/, "").length >= CONSONANTS && consonants === bare(other)) || (long && edits(one, other, 1) <= 1);
}

// Which first letters sound alike.
const FIRST = { b: "p", d: "t", g: "k", c: "k", q: "k", x: "k", v: "f", w: "f", y: "i", z: "s" };
const first = (letter) => FIRST[letter] ?? letter;

const sorted = new WeakMap();
function beginningAlike(forms, vocabulary) {
  if (!sorted.has(vocabulary)) {
    const groups = new Map();
    for (const term of vocabulary) {
      const letter = first(term[0]);
      if (!groups.has(letter)) groups.set(letter, []);
      groups.get(letter).push(term);
    }
    sorted.set(vocabulary, groups);
  }
  // The first two letters may be swapped; "Phahrrad" begins like "Fahrrad".
  const letters = new Set(forms.flatMap((form) => [form[0], form[1] ?? form[0], ...(/^(ph|pf)/.test(form) ? ["f"] : [])]).map(first));
  return [...letters].flatMap((letter) => sorted.get(vocabulary).get(letter) ?? []);
}

const sounds = new Map();
function soundOf(term) {
  if (!sounds.has(term)) sounds.set(term, sound(term));
  return sounds.get(term);
}

// Damerau: how many letters are missing, too many, wrong or swapped; 99 for more than `most`.
export function edits(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return 99;
  if (one[0] !== other[0] && (one[0] !== other[1] || one[1] !== other[0])) return 99;
  let [before, last] = [[], [...other, ""].map((_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + Number(one[i - 1] !== other[j - 1]));
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return 99;
    [before, last] = [last, row];
  }
  return last[other.length];
}
