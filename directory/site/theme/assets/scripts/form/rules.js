// The rules of the model, for one file, in words for people who fill in a form. Each fault names the control it is about.

import { CITY_WIDE, FIELDS } from "./data.js";
import { featureIn } from "./fields.js";
import { isDay, weekday } from "./text.js";

const LONGEST = 1000;
const LONGEST_NIGHT = 14; // hours
const DAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
const SHORT_NUMBER = /^1(?:10|12|15|16\d{3}|18\d{2,3})$/;
const MISSING = {
  name: "Schreiben Sie den Namen vom Angebot.",
  art: "Wählen Sie die Art vom Angebot.",
  themen: "Wählen Sie mindestens 1 Thema.",
  beschreibung: "Schreiben Sie mindestens 1 Satz: Was ist das?",
  nummer: "Schreiben Sie die Telefon-Nummer.",
};

const minutesOf = (clock) => Number(clock.split(":")[0]) * 60 + Number(clock.split(":")[1]);
const hoursOvernight = ({ von, bis }) => (minutesOf(bis) + 24 * 60 - minutesOf(von)) / 60;
const isMissing = (value) => value === undefined || value === "" || value.length === 0;

// The same as in directory/model/phone_number.py: a slash is no "or" where it ends an area code.
const SEPARATORS = /[\s/().\-\u2010-\u2015\u2212]+/g;
const AREA_CODE_AND_SLASH = /^\s*\(?(?:(?:\+|00)\d{1,3}[\s()0]*\d{2,5}|0(?:\s?\d){1,5})\)?\s*\/\s*/;
const OR = /\d\s*(?:[/,;&+]|\b(?:oder|und|o\.|u\.|bzw\.?))\s*-?\s*[\d(+]/i;

function phone(text) {
  const digits = text.replace(SEPARATORS, "");
  if (OR.test(text.replace(AREA_CODE_AND_SLASH, "")))
    return "Sind das 2 Nummern? Dann schreiben Sie hier nur die 1. Nummer ganz. Danach drücken Sie: Noch eine Nummer.";
  if (SHORT_NUMBER.test(digits)) return "";
  if (!/^\+?\d+$/.test(digits)) return "Schreiben Sie nur die Telefon-Nummer. Zum Beispiel: 01234 56 78 90";
  if (!/^[0+]/.test(digits)) return "Der Telefon-Nummer fehlt die Vorwahl. Schreiben Sie die Vorwahl davor.";
  const fits = digits.length >= 6 && digits.length <= 15;
  return fits ? "" : "Die Telefon-Nummer ist zu kurz oder zu lang. Prüfen Sie die Nummer.";
}

function web(text) {
  const good = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).hostname.includes(".");
  const safe = good && !new URL(text).username && !/[\s<>"'\\^`{|}]/.test(text);
  return safe ? "" : "Das ist keine Adresse von einer Internet-Seite. Zum Beispiel: www.example.org";
}

const matches = (pattern, message) => (text) => (pattern.test(text) ? "" : message);
const NO_DAY = "Diesen Tag gibt es nicht. Schreiben Sie zum Beispiel: 6.12.2026";
const KINDS = {
  phone,
  url: web,
  mail: matches(
    /^[^\s@<>()[\],;:"\\.]+(?:\.[^\s@<>()[\],;:"\\.]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u,
    "Das ist keine Mail-Adresse. Eine Mail-Adresse sieht so aus: kontakt@example.org",
  ),
  time: matches(/^\d{2}:\d{2}$/, "Das ist keine Uhrzeit. Schreiben Sie zum Beispiel: 18 Uhr oder 18:30"),
  hours: matches(
    /^(?:(?:ab|von) )?\d[\d.: ]*(?:Uhr)?(?: ?(?:-|–|bis) ?\d[\d.: ]*(?:Uhr)?)?$/,
    "Das ist keine Uhrzeit. Schreiben Sie zum Beispiel: 10 Uhr bis 12 Uhr",
  ),
  number: matches(/^\d{1,4}(?:\.\d+)?$/, "Schreiben Sie hier nur eine Zahl."),
  "special-day": (text) => (isDay(text) || /^(?:\d{1,2}\. ?)?\p{L}+$|^\d{1,2}\. ?\d{1,2}\.$/u.test(text) ? "" : NO_DAY),
  date: (text) => (isDay(text) ? "" : NO_DAY),
};
const PATTERNS = {
  plz: "Eine Postleitzahl hat 5 Ziffern.",
  betrag: "Schreiben Sie nur die Zahl. Zum Beispiel: 2,50",
};

function single(field, text) {
  if (text.length > LONGEST) return `Der Text ist zu lang. Erlaubt sind ${LONGEST} Zeichen.`;
  if (field.pattern && !new RegExp(field.pattern).test(text)) return PATTERNS[field.key];
  return KINDS[field.kind]?.(text) ?? "";
}

// What is wrong with single values, all the way down; what is missing in a group that somebody began.
function* inGroup(fields, values, above) {
  const known = Object.keys(values).map((key) => fields.find((one) => one.key === key) ?? featureIn(fields, key));
  for (const field of known) yield* inField(field, values[field.key], above + field.key);
  for (const field of fields) {
    const name = above + field.key;
    if (field.required && isMissing(values[field.key]) && MISSING[field.key]) yield { name, text: MISSING[field.key] };
  }
}

function* inField(field, value, name) {
  if (value === undefined) return;
  if (field.fields) {
    for (const [at, row] of field.many ? value.entries() : [["", value]]) {
      if (row) yield* inGroup(field.fields, row, field.many ? `${name}.${at}.` : `${name}.`);
    }
    return;
  }
  for (const text of Array.isArray(value) ? value : [value]) {
    const fault = single(field, text);
    if (fault) yield { name, text: fault };
  }
}

function* inTimes(times, name, often) {
  const at = (key) => `${name}.${key}`;
  const { tage = [], im_monat: nth = [], termine: dates = [], hinweis = [] } = times;
  if (isMissing(times.zweck)) yield { name: at("zweck"), text: "Wählen Sie: Wofür ist die Zeit?" };
  if (!often) yield { name: at("wie_oft"), text: "Wählen Sie: Wie oft ist das?" };
  if (["woche", "wochen", "monat"].includes(often) && isMissing(tage)) {
    yield { name: at("tage"), text: "Wählen Sie mindestens 1 Wochentag." };
  }
  if (often === "monat" && isMissing(nth))
    yield { name: at("im_monat"), text: "Wählen Sie: Der wievielte Tag im Monat?" };
  if (often === "wochen" && !(Number(times.alle_wochen) >= 2 && Number(times.alle_wochen) <= 52)) {
    yield { name: at("alle_wochen"), text: "Schreiben Sie eine Zahl von 2 bis 52." };
  }
  if (often === "wochen" && !times.ab) yield { name: at("ab"), text: "Schreiben Sie den Tag von einem Treffen." };
  if (often === "tage" && isMissing(dates)) yield { name: at("termine"), text: "Schreiben Sie mindestens 1 Tag." };
  if (often === "anders" && isMissing(hinweis) && isMissing(times.monate) && !times.gueltig) {
    yield { name: at("hinweis"), text: "Schreiben Sie: Wann ist das?" };
  }
  for (const [key, day] of [["ab", often === "wochen" ? times.ab : ""], ...dates.map((one) => ["termine", one])]) {
    if (day && isDay(day) && tage.length > 0 && !tage.includes(DAYS[weekday(day)])) {
      yield { name: at(key), text: `Dieser Tag ist ein ${DAYS[weekday(day)]}. Prüfen Sie Tag und Jahr.` };
    }
  }
  if (times.bis && !times.von) yield { name: at("von"), text: "Schreiben Sie auch den Beginn." };
  if (times.von && times.bis && times.bis <= times.von && hoursOvernight(times) > LONGEST_NIGHT) {
    yield { name: at("bis"), text: "Das Ende liegt nicht nach dem Beginn. Prüfen Sie beide Zeiten." };
  }
}

function* reversed(period, name) {
  if (period?.jedes_jahr !== "ja" && period?.ab && period.bis && isDay(period.ab) && isDay(period.bis) && period.bis < period.ab) {
    yield { name: `${name}.bis`, text: "Der letzte Tag liegt vor dem ersten Tag." };
  }
}

function* inPeriods({ gueltig, ausnahmen = [], zeiten = [] }) {
  yield* reversed(gueltig, "gueltig");
  for (const [at, times] of zeiten.entries()) yield* reversed(times?.gueltig, `zeiten.${at}.gueltig`);
  for (const [at, special] of ausnahmen.entries()) {
    const name = `ausnahmen.${at}`;
    yield* reversed(special, name);
    if (special?.uhrzeit && special.zu === "ja")
      yield { name: `${name}.zu`, text: "Hier steht eine Uhrzeit. Dann ist offen." };
    for (const key of ["ab", "bis"]) {
      if (special && !(special.jedes_jahr === "ja" ? special[key] : /\d{4}/.test(special[key] ?? "")))
        yield { name: `${name}.${key}`, text: "Schreiben Sie den ersten und den letzten Tag." };
    }
  }
}

/** @param {Record<string, any>} values */
function* inWhole({ alter, kosten, kontakt = {}, orte = [], status }) {
  if (Number(alter?.bis) < Number(alter?.ab)) {
    yield { name: "alter.bis", text: "Das höchste Alter ist kleiner als das kleinste Alter." };
  }
  for (const key of ["ab", "bis"]) {
    if (Number(alter?.[key]) > 120) yield { name: `alter.${key}`, text: "Das Alter ist zu hoch." };
  }
  if (kosten && !kosten.art) yield { name: "kosten.art", text: "Wählen Sie: Was kostet es?" };
  const places = orte.filter(Boolean);
  const hasPlace = places.some((place) => place.strasse || place.bei || !isMissing(place.so_finden_sie_uns));
  const hasContact =
    kontakt.telefon?.some(Boolean) || !isMissing(kontakt.mail) || !isMissing(kontakt.webseite) || kontakt.ueber;
  if (!hasPlace && !hasContact && status !== "geschlossen") {
    yield {
      name: "kontakt.telefon.0.nummer",
      text: "Schreiben Sie einen Ort, ein Telefon, eine Mail-Adresse oder eine Internet-Seite.",
    };
  }
  const secret = orte.findIndex((place) => place?.art === "geheim");
  if (secret >= 0 && places.some((place) => place.art !== "geheim")) {
    yield { name: `orte.${secret}.art`, text: "Ein Ort ist geheim. Dann darf hier kein anderer Ort stehen." };
  }
}

// The area of a secret place would say where to look for it.
function* inAreas({ orte = [], gebiet = [] }, folder) {
  if (!orte.some((place) => place?.art === "geheim")) return;
  const small = (area) => area && !CITY_WIDE.includes(area);
  if (small(folder)) yield { name: "ordner", text: "Der Ort ist geheim. Dann wählen Sie die ganze Stadt." };
  if (gebiet.some(small)) yield { name: "gebiet", text: "Der Ort ist geheim. Dann wählen Sie die ganze Stadt." };
}

// All faults in the order of the form; `often` answers for each row of times how often it is.
export function faults({ values, folder, who }, often, isNew) {
  const found = [...inGroup(FIELDS, values, "")];
  for (const [at, times] of (values.zeiten ?? []).entries())
    if (times) found.push(...inTimes(times, `zeiten.${at}`, often[at]));
  found.push(...inPeriods(values), ...inWhole(values), ...inAreas(values, isNew && folder));
  if (isNew && !folder) found.push({ name: "ordner", text: "Wählen Sie ein Gebiet." });
  if (!who) found.push({ name: "wer", text: isNew ? "Wählen Sie: Wer füllt das aus?" : "Wählen Sie: Wer sagt das?" });
  return found;
}
