// Reads the page aloud, with voices that live on the device: the others send every sentence to a company, and
// these pages are about addiction, illness and violence.

const article = document.querySelector("article");
const button = document.querySelector(".read");

const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, address, th, td";
const SILENT = "button, pre, svg, [aria-hidden=true], [role=status], [aria-live], details:not([open]) > :not(summary)";
// Full stops that end nothing: of dates, "e. V.", "Dr."
const GOES_ON = /(^|[^\p{L}\d])(\d{1,2}|\p{L}|bzw|ca|dr|luth|nr|st|tel|\p{L}*str)\.\s*$/iu;
// Phones and postcodes: voices would say millions.
const NUMBER = /\b0\d{3,}([\s/-]\d+)*/g;

let voice;
let queue = [];
// Chromium drops an utterance that nothing refers to, and never says that it has ended.
let utterance = null;

// Digit by digit, with a rest after three: slow enough to write them down.
function spelled(number) {
  return number.replace(/\d[\d\s/()-]*\d/g, (digits) =>
    digits
      .match(/\d{3}(?=\d{3})|\d+/g)
      .map((group) => [...group].join(" "))
      .join(", "),
  );
}

function lines() {
  const found = [];
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (/** @type {Element | Text} */ node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
    const { display, visibility } = getComputedStyle(node);
    const silent = display === "none" || visibility === "hidden" || node.matches(SILENT);
    return silent ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  });
  let line;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeName === "BR") line = null;
    if (!(node instanceof Text)) continue;
    // What looks like a line of its own is read as one, whatever it is made of.
    let box = node.parentElement;
    while (/^(inline|contents)/.test(getComputedStyle(box).display)) box = box.parentElement;
    if (box !== line?.box) found.push((line = { box, text: "" }));
    const phone = node.parentElement.closest("[href^='tel:']");
    line.text += phone ? spelled(node.data) : node.data.replace(NUMBER, spelled);
  }
  return found;
}

function split(text) {
  const parts = Intl.Segmenter
    ? Array.from(new Intl.Segmenter("de", { granularity: "sentence" }).segment(text), ({ segment }) => segment)
    : text.match(/.+?([.!?]+[“")]*\s|$)/g);
  const whole = [];
  for (const part of parts) {
    if (GOES_ON.test(whole.at(-1))) whole.push(whole.pop() + part);
    else whole.push(part);
  }
  return whole;
}

function sentences({ box, text }) {
  const clean = text
    .replace(/\u00ad/g, "")
    .replace(/\s+/g, " ")
    .replace(/ · /g, ", ")
    // Voices know "e.V." and "z.B."; in "e. V." they take a rest.
    .replace(/\b(\p{L}\.) (?=\p{L}\.)/gu, "$1")
    .trim();
  const element = box.closest(BLOCKS) ?? box;
  return /[\p{L}\d]/u.test(clean) ? split(clean).map((said) => ({ element, said })) : [];
}

function mark(element) {
  const marked = article.querySelector(".speaking");
  if (marked === element) return;
  marked?.classList.remove("speaking");
  if (!element) return;
  element.classList.add("speaking");
  const { top, bottom } = element.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return;
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
  element.scrollIntoView({ block: "center", behavior });
}

function show(label, text) {
  button.querySelector("span").textContent = label;
  document.querySelector(".read-status").textContent = text;
  document.documentElement.classList.toggle("reading", Boolean(utterance));
}

function stop(label, text) {
  // First, because browsers report what is cancelled as failed or as finished.
  utterance = null;
  speechSynthesis.cancel();
  show(label, text);
}

function pause(text) {
  stop("Weiter lesen", text);
}

function speak() {
  if (queue.length === 0) {
    mark(null);
    stop("Vorlesen", "Fertig.");
    return;
  }
  const [{ element, said }] = queue;
  const mine = new SpeechSynthesisUtterance(said);
  mine.voice = voice;
  mine.lang = "de-DE";
  mine.rate = 0.9;
  mine.onend = () => {
    if (mine !== utterance) return;
    queue.shift();
    speak();
  };
  mine.onerror = () => mine === utterance && pause("Das Vorlesen geht gerade nicht.");
  utterance = mine;
  mark(element);
  speechSynthesis.speak(mine);
}

function press() {
  if (utterance) {
    pause("Angehalten.");
    return;
  }
  if (queue.length === 0) queue = lines().flatMap(sentences);
  speak();
  if (utterance) show("Anhalten", "Ich lese vor.");
}

function findVoice() {
  // Android writes "de_DE".
  const german = speechSynthesis.getVoices().filter((one) => one.localService && /^de(?![a-z])/i.test(one.lang));
  voice = german.find((one) => one.default) ?? german[0];
  document.documentElement.classList.toggle("voice", Boolean(voice));
}

if (window.speechSynthesis) {
  button.addEventListener("click", press);
  // The voice is the browser's: it would go on after the page is left.
  addEventListener("pagehide", () => utterance && pause("Angehalten."));
  findVoice();
  // No listener: in older Safari this is no event target.
  speechSynthesis.onvoiceschanged = findVoice;
}
