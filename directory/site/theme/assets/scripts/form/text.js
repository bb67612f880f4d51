// What people type, made ready for a file: one line without anything invisible, single sentences, dates, times, names.

const BLANKS = /[^\S\ufeff]+/g;
// What the loader refuses: control characters, halves of characters, direction marks, soft hyphens, zero width.
const REFUSED =
  /[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|[\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]/gu;
const JOINERS = /[\u200c\u200d]/g;
const LETTERS = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", æ: "ae", ø: "o", ł: "l", đ: "d" };
const MONTHS = "januar februar märz april mai juni juli august september oktober november dezember".split(" ");
const LONGEST_SLUG = 60;
// A short word before a dot is most likely an abbreviation.
const SENTENCE_ENDS =
  /(?<=\p{L}{3}[.!?]|\p{L}[!?])(?<!\b(?:Str|str|bzw|usw|evtl|inkl|Tel|ggf|vgl|max|min|ehem|gegr|kath|evang?|Prof|Dipl|Abs|Art)\.)\s+(?=\p{Lu})/u;

export function line(text) {
  return text.replace(BLANKS, " ").replace(REFUSED, "").normalize("NFC").replace(BLANKS, " ").trim();
}

export const name = (text) => line(text.replace(JOINERS, ""));

const filled = (texts) => texts.filter((text) => text !== "");

export const lines = (text, one = line) => filled(text.split("\n").map((part) => one(part)));

// A sentence that stands in the file already stays as it is.
export function sentences(text, known = []) {
  return lines(text).flatMap((part) => (known.includes(part) ? [part] : part.split(SENTENCE_ENDS)));
}

// The same as in directory/easy_language/text.py and rules/length.py: a word with hyphens is one, and so are an address
// and a phone number; "10 000" is one number, a mark is no word.
const WORD_CHARACTER = "[\\p{L}\\p{N}_]";
const LETTER = "\\p{L}";
const COUNTED = new RegExp(
  [
    `(?:https?://|www\\.)\\S*(?:${WORD_CHARACTER}|/)`,
    `(?:${WORD_CHARACTER}|[.+-])+@(?:${WORD_CHARACTER}|-)+(?:\\.(?:${WORD_CHARACTER}|-)+)+`,
    `(?<!${WORD_CHARACTER})(?:${WORD_CHARACTER}|-)+(?:\\.(?:${WORD_CHARACTER}|-)+)*\\.(?:de|org|com|net|eu|info|at|ch)(?!${WORD_CHARACTER})(?:/\\S*(?:${WORD_CHARACTER}|/))?`,
    `(?<!${WORD_CHARACTER}|[.,])(?:(?:\\+|00)\\d{2}(?: ?\\(0\\))? ?\\d{1,5}|\\(0\\d{2,5}\\)|0\\d{2,5})(?:(?: ?[/–-] ?| )\\d+)*(?: ?[/–-] ?| )\\d{2,}(?![.,:]?\\d|${WORD_CHARACTER})`,
    `[1-9]\\d{0,2}(?: \\d{3})+(?![\\d.,:])`,
    `\\d+(?:[.,:]\\d+)*(?!${WORD_CHARACTER}|[-‐]${LETTER}|[.,]\\d+[-‐]${LETTER})`,
    `(?:\\d+[.,](?=\\d+[-‐]${LETTER}))?${WORD_CHARACTER}+(?:[-‐·•\u00ad'’]${WORD_CHARACTER}+|[*:](?:innen|in|nen|n|r|e|m|s)(?!${WORD_CHARACTER})|/-?(?:innen|in)(?!${WORD_CHARACTER}))*`,
  ].join("|"),
  "gu",
);
export const wordCount = (text) => text.match(COUNTED)?.length ?? 0;

export const words = (text) => filled(line(text).split(/[,;]?\s+|[,;]$/));

// In small letters of the alphabet and digits, with hyphens between words.
export const plain = (text) =>
  text
    .toLowerCase()
    .replace(/[äöüßæøłđ]/g, (letter) => LETTERS[letter])
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

export function slug(text) {
  const whole = plain(text);
  const short = whole.slice(0, LONGEST_SLUG);
  return (whole === short ? whole : short.replace(/-[^-]*$/, "")) || "angebot";
}

const two = (number) => String(number).padStart(2, "0");
const written = (year, month, day) => `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;

// The day as year-month-day, or the text where there is no such day: 6.12.2026, 6. Dezember 2026, 2026-12-06.
export function date(text) {
  const german = /^(\d{1,2})\.\s?(?:(\d{1,2})\.|(\p{L}+))\s?(\d{4})$/u.exec(text);
  if (!german) return text;
  const [, day, month, word, year] = german;
  const iso = written(year, month ?? MONTHS.indexOf(word.toLowerCase()) + 1, day);
  return isDay(iso) ? iso : text;
}

export function isDay(iso) {
  const day = new Date(`${iso}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(iso);
}

export function today() {
  const now = new Date();
  return written(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

export const said = (iso) => iso.split("-").map(Number).reverse().join(".");

// Monday is 0.
export const weekday = (iso) => (new Date(`${iso}T00:00:00Z`).getUTCDay() + 6) % 7;

// The time of day as 18:00, or the text where there is no such time.
export function clock(text) {
  const found = /^(\d{1,2})(?:[:.](\d{2}))?(?:\s*uhr)?$/i.exec(text);
  if (!found) return text;
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? 0)];
  return minutes < 60 && hours * 60 + minutes <= 24 * 60 ? `${two(hours)}:${two(minutes)}` : text;
}

// A line of an address in its parts, as directory/model/address.py and directory/intake/addresses.py read it. Which
// localities there are is known to the check alone: what stands behind the city is taken for one.
const NUMBER = "\\d{1,4}\\s?[a-zA-Z]?(?:\\s?[-–/+]\\s?\\d{1,4}\\s?[a-zA-Z]?)?";
const STREET_AND_NUMBER = new RegExp(`^(.*?\\p{L}[.)]?)\\s*,?\\s+(?:Nr\\.?\\s*)?(${NUMBER})$`, "u");
const INSIDE_A_HOUSE = /^(?:haus|raum|zimmer|etage|stock|gebäude|block|eingang|aufgang|hinterhaus)$/i;

function withoutCity(piece, city) {
  const isCity = piece.toLowerCase().startsWith(city.toLowerCase()) && !/^\p{L}/u.test(piece.slice(city.length));
  if (!isCity) return piece;
  return piece.slice(city.length).replace(/^\s*(?:[-/(]|OT\b|Ortsteil\b)?\s*|[)\s]+$/g, "");
}

export function address(text, city) {
  const whole = line(text);
  const [postal = "", plz, town = ""] = /(?:\bD-)?\b(\d{5})\b\s*([^,;]*)/.exec(whole) ?? [];
  const pieces = filled(whole.replace(postal, "").split(/[,;]/).map((piece) => piece.trim()));
  const parts = pieces.map((piece) => (/post-?fach/i.test(piece) ? null : STREET_AND_NUMBER.exec(piece)));
  const found = parts.find((part) => part && !INSIDE_A_HOUSE.test(part[1]));
  if (!found) return { strasse: whole };
  const [street, strasse, hausnummer] = found;
  const isHere = !town || withoutCity(town.trim(), city) !== town.trim();
  const others = pieces.filter((piece) => piece !== street).map((piece) => withoutCity(piece, city));
  const values = {
    strasse: strasse.trim(),
    hausnummer: hausnummer.replace(/\s+/g, "").replace("–", "-"),
    plz,
    stadt: isHere ? "" : town.trim(),
    ortsteil: isHere ? withoutCity(town.trim(), city) : "",
    so_finden_sie_uns: filled(others).map((other) => `${other.replace(/\.$/, "")}.`),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value && value.length > 0));
}

export const url = (text) => (/^[\w.-]+\.[a-z]{2,}(?:[/?#]|$)/i.test(text) ? `https://${text}` : text);
