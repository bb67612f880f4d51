// After checking: the answers once more, and the text on its way to the editors. Nothing is sent from here.

import { CITY, FIELDS, FORGE, MOST_WORDS, OFFERS, WORDS } from "./data.js";
import { asText, changes, underHeadings } from "./differences.js";
import { line, plain, slug, wordCount } from "./text.js";
import { written } from "./yaml.js";

// Mail programs cut longer addresses (Outlook at about 2,000 characters).
const LONGEST_MAIL = 1900;
const SPECIAL = /[&%§/();…–—*[\]{}+=_#@€|<>~^\\$]/;
// The same as in directory/model/phone_number.py and directory/checks/privacy.py.
const MOBILE =
  /(?<![\d+])(?:(?:\+|00)49[\s()0/.-]*|\(?0\)?\s?)1[\s/.-]?[567](?:[\s()/.\-–]*\d){7,10}(?!\d)/;
const WORD = "[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?";
const PERSON = new RegExp(
  `(?<!\\p{L})(?:Frau|Fr\\.|Herrn?|Hr\\.)\\s+(?:Dr\\.\\s+)?(?:${WORD}\\s+)?${WORD}|` +
    `(?:Ansprech-?[Pp]artner(?:in)?|Leiter(?:in)?|Leitung|Vorsitzender?|Trainer(?:in)?)` +
    `(?::|\\s+ist|\\s+heißt)\\s+${WORD}\\s+${WORD}`,
  "u",
);

function element(tag, text, ...children) {
  const made = document.createElement(tag);
  made.textContent = text;
  made.append(...children);
  return made;
}

function list(items) {
  const made = element("dl", "");
  made.className = "fields";
  for (const { title, texts } of items) {
    made.append(element("dt", title));
    for (const text of texts) made.append(element("dd", text));
  }
  return made;
}

const preview = (values) =>
  underHeadings(values).flatMap(({ title, lines }) => [
    element("h3", title),
    list(lines.map((one) => ({ title: one.title, texts: one.text.split("\n") }))),
  ]);

const changed = (found) => [
  list(
    found.map(({ title, before, after }) => ({
      title,
      texts: [`Bisher: ${before}`, `Neu: ${after}`],
    })),
  ),
];

// Two offers never have one file: the area makes the difference, then a number.
function fileName(name, folder) {
  const taken = (one) => one in WORDS[OFFERS];
  const plain = slug(name);
  const wanted = [plain, `${plain}-${folder}`];
  for (let number = 2; taken(wanted.at(-1)); number += 1) wanted.push(`${plain}-${number}`);
  return `${wanted.find((one) => !taken(one))}.yaml`;
}

function* everyText(value) {
  if (typeof value === "string") yield value;
  else if (value && typeof value === "object") for (const one of Object.values(value)) yield* everyText(one);
}

// What is equal for two names of one offer: their words in any order, with and without hyphens, city and "e. V.".
const known = (name) => {
  const words = plain(name.replace(/[-‐–]/g, "").replace(/\be\.\s?V\.|\bgGmbH\b/gi, " ")).split("-");
  return words.filter((word) => ![plain(CITY), `${plain(CITY)}er`].includes(word)).sort().join(" ");
};

function* advice(values) {
  const texts = [...(values.beschreibung ?? []), ...(values.fuer_wen ?? []), ...(values.erster_besuch ?? [])];
  for (const text of texts) {
    const count = wordCount(text);
    if (count > MOST_WORDS) yield `Dieser Satz hat ${count} Wörter. Gut sind höchstens ${MOST_WORDS} Wörter: ${text}`;
    if (SPECIAL.test(text)) yield `In diesem Satz steht ein Sonder-Zeichen: ${text}`;
  }
  for (const text of everyText(values)) {
    const [number] = text.match(MOBILE) ?? [];
    if (number) yield `Gehört diese Handy-Nummer einer Person? Dann löschen Sie die Nummer: ${number}`;
    const [person] = text.match(PERSON) ?? [];
    if (person) yield `Steht hier der Name von einem Menschen? Dann löschen Sie den Namen: ${person}`;
  }
  const same = Object.values(WORDS[OFFERS]).find((name) => known(name) === known(values.name));
  if (same) yield `Ein Angebot mit diesem Namen steht schon im Verzeichnis: ${same}`;
}

// What is no part of the file stands above it: so the whole text is a file, and no answer is lost on the way.
const asNote = (lines) => lines.map((text) => `# ${text}`.trim() + "\n").join("");

// What the editors get, and what it is called.
function handover(form, { present, values, file, folder, who, checked }) {
  const text = written(file, FIELDS);
  if (!form.dataset.present) {
    const name = fileName(file.name, folder);
    const path = `entries/${folder}/${name}`;
    const area = WORDS.sozialraeume[folder];
    const apart = [
      { title: "Gebiet", texts: [area] },
      { title: "Woher wissen wir das?", texts: [who] },
    ];
    return {
      subject: `Neues Angebot: ${file.name}`,
      name,
      path,
      text,
      copied: `${asNote(["Neues Angebot: " + file.name, "Gebiet: " + area, path])}\n${text}`,
      words: "",
      parts: [...preview(file), list(apart)],
      advice: [...advice(file)],
    };
  }
  const found = changes(present, values);
  if (checked) found.push({ title: "Alle Zeiten", before: "noch nicht geprüft", after: "Die Zeiten stimmen heute." });
  const { path } = form.dataset;
  const name = path.split("/").at(-1);
  const words = `Änderung bei: ${present.name}\n${path}\nWer sagt das? ${who}\n\n${asText(found)}`;
  const secret = "secret" in form.dataset;
  const known = found.length > 0;
  return {
    subject: `Änderung: ${present.name}`,
    name,
    path,
    text: secret ? words : text,
    copied: secret ? words : `${asNote(words.trim().split("\n"))}\n${text}`,
    words,
    parts: changed(found),
    advice: [],
    known,
  };
}

function forgeLink(link, box, { path, text }) {
  const query = (content) =>
    `${FORGE.address}?${FORGE.path}=${encodeURIComponent(path)}` + (content && `&${FORGE.content}=${encodeURIComponent(content)}`);
  const isLong = query(text).length > FORGE.most;
  link.href = query(isLong ? "" : text);
  box.querySelector(".too-long").hidden = !isLong;
  box.querySelector(".paste").hidden = isLong;
}

// All of it, else what has changed, else a request to paste it; who may be rung back stands in the mail alone.
function mailLink(link, { subject, copied, words }, ringBack) {
  const please = "Bitte kopieren Sie den Text auf der Seite. Fügen Sie den Text hier ein.";
  const last = ringBack && `\nRückruf: ${ringBack}\n`;
  const address = (body) =>
    `mailto:${link.dataset.mail}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body + last)}`;
  const fitting = [copied, words].find((body) => body && address(body).length <= LONGEST_MAIL);
  link.href = address(fitting ?? please);
}

async function copy(box, text) {
  const status = box.querySelector(".said");
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = "Der Text ist kopiert.";
  } catch {
    box.querySelector(".file").closest("details").open = true;
    getSelection().selectAllChildren(box.querySelector(".file code"));
    status.textContent = "Der Text ist markiert. Kopieren Sie den Text selbst.";
  }
}

// A text file with its mark (BOM): so Word and editors of all systems read the umlauts.
function save(box, { name, copied }) {
  const address = URL.createObjectURL(new Blob(["\ufeff", copied], { type: "text/plain" }));
  const download = name.replace(".yaml", ".txt");
  Object.assign(document.createElement("a"), { href: address, download }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  box.querySelector(".said").textContent = `Die Datei heißt ${download}.`;
}

export function show(box, form, answered) {
  const ready = handover(form, answered);
  const unchanged = ready.known === false;
  box.querySelector(".unchanged").hidden = !unchanged;
  for (const one of box.querySelectorAll(".if-changed")) one.hidden = unchanged;
  box.querySelector(".preview").replaceChildren(...ready.parts);
  box.querySelector(".advice").hidden = ready.advice.length === 0;
  box.querySelector(".advice ul").replaceChildren(...ready.advice.map((text) => element("li", text)));
  box.querySelector(".file code").textContent = ready.copied;
  box.querySelector(".said").textContent = "";
  box.querySelector(".copy-text").onclick = () => copy(box, ready.copied);
  box.querySelector(".save-file").onclick = () => save(box, ready);
  const ringBack = box.querySelector("#rueckruf");
  const linkMails = () => {
    for (const link of box.querySelectorAll("a.mail")) mailLink(link, ready, line(ringBack?.value ?? ""));
  };
  if (ringBack) ringBack.oninput = linkMails;
  linkMails();
  const forge = box.querySelector("a.forge");
  if (forge) box.querySelector(".copy-file").onclick = () => copy(box, ready.text);
  if (forge && !form.dataset.present) forgeLink(forge, forge.closest(".account"), ready);
  form.hidden = true;
  box.hidden = false;
  box.querySelector(".result-title").focus();
}
