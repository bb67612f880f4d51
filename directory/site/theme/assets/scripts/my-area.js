// Finds the area of a street or a locality, in spite of typing errors. The lists of the page are the data: nothing is
// stored, sent, or put into the address.

const MOST = 8;
const HOUSE_NUMBER = /\s\d+\s?[a-z]?$/i;
const form = document.querySelector(".my-area form");
const field = form.querySelector("input");
const asking = form.querySelector(".asking");
/** @type {HTMLElement} */
const result = document.querySelector(".my-area .result");
/** @type {HTMLElement} */
const outcome = result.querySelector(".outcome");

// What sounds alike is written alike: ä, ae and a; ss and ß; one letter or two; "Straße" and "Str."
function plain(text) {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "s")
    .replace(/([aou])e/g, "$1")
    .replace(/ph/g, "f")
    .replace(/th/g, "t")
    .replace(/ck/g, "k")
    .replace(/y/g, "i")
    .replace(/([a-z])\1+/g, "$1")
    .replace(/\bsankt\b/g, "st")
    .replace(/str(a(se?)?)?\b/g, "strase")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

const glued = (text) => plain(text).replaceAll(" ", "");

// A name without blanks from its first word on, from its second word on, …: "Marx-Allee" is found too.
function starts(name) {
  const words = plain(name).split(" ");
  return words.map((_, number) => words.slice(number).join(""));
}

const known = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".my-area .places > li"))].map((item) => {
  const [name] = item.firstChild.textContent.split(":");
  const areas = [...item.querySelectorAll("a")].map((link) => link.textContent).join(" oder ");
  return { item, name, areas, names: [name, ...(item.dataset.names?.split("|") ?? [])].map(starts) };
});

// How many letters are wrong, missing, too many or swapped: in the whole name, and in a beginning of it.
function errors(query, name) {
  let older;
  let old;
  let row = [...name, ""].map((_, column) => column);
  for (let line = 1; line <= query.length; line += 1) {
    [older, old, row] = [old, row, [line]];
    for (let column = 1; column <= name.length; column += 1) {
      const same = query[line - 1] === name[column - 1];
      const swapped = query[line - 1] === name[column - 2] && query[line - 2] === name[column - 1];
      row[column] = Math.min(old[column] + 1, row[column - 1] + 1, old[column - 1] + (same ? 0 : 1));
      if (swapped) row[column] = Math.min(row[column], older[column - 2] + 1);
    }
  }
  return { whole: row.at(-1), begun: Math.min(...row) };
}

// The lower, the better; from 2 on there is an error.
function rank(query, start, late) {
  if (start === query) return late;
  return start.startsWith(query) ? 1 + late : Infinity;
}

function lenientRank(query, start, late) {
  const allowed = [0, 0, 0, 0, 1, 1, 1][query.length] ?? 2;
  if (start.length < query.length - allowed) return Infinity;
  const { whole, begun } = errors(query, start);
  if (whole <= allowed) return 2 + whole + late;
  return begun <= allowed && query.length > 5 ? 2.25 + begun + late : Infinity;
}

function ranked(query, by) {
  return known
    .map((one) => {
      const ranks = one.names.flatMap((parts) => parts.map((start, number) => by(query, start, number > 0 ? 0.5 : 0)));
      return { ...one, rank: Math.min(...ranks) };
    })
    .filter((one) => one.rank < Infinity)
    .sort((one, other) => one.rank - other.rank);
}

function find(text) {
  const query = glued(text.trim().replace(HOUSE_NUMBER, ""));
  if (query.length < 2) return [];
  const good = ranked(query, rank);
  return good.length > 0 ? good : ranked(query, lenientRank);
}

// "Markt 3, 20095 Musterstadt" is an address: first as it is, then its best part, then without its last words.
function search(text) {
  const whole = find(text);
  if (whole.length > 0) return whole;
  const parts = text.split(/[,;/]/).map(find).filter((found) => found.length > 0);
  if (parts.length > 0) {
    return parts.sort(([one, ...more], [other, ...others]) => one.rank - other.rank || more.length - others.length)[0];
  }
  const words = text.split(/\s+/);
  while (words.pop() && words.length > 0) {
    const found = find(words.join(" "));
    if (found.length > 0) return found.length > MOST ? [] : found;
  }
  return [];
}

// The heading of the result: where there is one answer, it says the area.
function said([best, ...others], count) {
  if (!best) return "Das haben wir nicht gefunden. Suchen Sie in den Listen auf dieser Seite.";
  if (count > MOST) return `Wir zeigen ${MOST} von ${count} Ergebnissen. Schreiben Sie mehr Buchstaben.`;
  const guess = best.rank >= 2;
  if (others.length) return guess ? "Meinen Sie das hier?" : `Wir haben ${count} Ergebnisse.`;
  const first = guess ? `Meinen Sie ${best.name}? Das` : best.name;
  return `${first} gehört zu ${best.areas}.`;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = field.value.trim().slice(0, 80);
  const found = search(text);
  result.querySelector("ul").replaceChildren(...found.slice(0, MOST).map(({ item }) => item.cloneNode(true)));
  outcome.textContent = said(found, found.length);
  asking.textContent = text ? "" : "Schreiben Sie zuerst Ihre Straße oder Ihren Ortsteil.";
  result.hidden = !text;
  // As after a search: on to what was found.
  (text ? outcome : field).focus();
});
