// Says what is wrong: all of it at the top, and each thing beside the question that it is about.

const WORD = "Fehler:";
const title = document.title;

function questionOf(form, name) {
  const control = form.elements.namedItem(name) ?? document.getElementById(name);
  return (control instanceof RadioNodeList ? control[0] : control)?.closest(".question");
}

const firstIn = (question) => question.querySelector("input, select, textarea");

function mark(question, name, text) {
  const described = question.matches("fieldset") ? question : firstIn(question);
  const fault = document.createElement("p");
  fault.className = "fault";
  fault.id = `${name}-fehler`;
  const word = document.createElement("strong");
  word.textContent = WORD;
  fault.append(word, ` ${text}`);
  const before = question.matches("fieldset") ? question.querySelector(":scope > .choices") : firstIn(question);
  before.before(fault);
  described.setAttribute("aria-describedby", `${described.getAttribute("aria-describedby") ?? ""} ${fault.id}`.trim());
  for (const one of question.querySelectorAll("input:not([type=radio]), select, textarea"))
    one.setAttribute("aria-invalid", "true");
  question.classList.add("faulty");
}

export function unmark(root) {
  for (const fault of root.querySelectorAll(".fault")) fault.remove();
  for (const one of root.querySelectorAll("[aria-describedby*='-fehler']")) {
    const left = one
      .getAttribute("aria-describedby")
      .split(" ")
      .filter((id) => !id.endsWith("-fehler"));
    if (left.length > 0) one.setAttribute("aria-describedby", left.join(" "));
    else one.removeAttribute("aria-describedby");
  }
  for (const one of root.querySelectorAll("[aria-invalid]")) one.removeAttribute("aria-invalid");
  for (const one of root.querySelectorAll(".faulty")) one.classList.remove("faulty");
}

export function clear(form) {
  document.title = title;
  form.querySelector(".errors").hidden = true;
  unmark(form);
}

function open(element) {
  for (let one = element.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
}

function lead(question) {
  open(question);
  firstIn(question).focus({ preventScroll: true });
  question.scrollIntoView();
}

// One fault for each question, in the order of the page.
function inOrder(form, found) {
  const about = new Map();
  for (const { name, text } of found) {
    const question = questionOf(form, name);
    if (question && !about.has(question)) about.set(question, { name, text });
  }
  const comes = (one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
  return [...about].sort(([one], [other]) => comes(one, other));
}

export function show(form, found) {
  const ordered = inOrder(form, found);
  const summary = form.querySelector(".errors");
  const items = ordered.map(([question, { name, text }]) => {
    mark(question, name, text);
    open(question);
    const link = document.createElement("a");
    link.href = `#${firstIn(question).id || question.id}`;
    link.textContent = text;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      lead(question);
    });
    const item = document.createElement("li");
    item.append(link);
    return item;
  });
  summary.querySelector("h2").textContent =
    ordered.length === 1 ? "Es gibt 1 Fehler" : `Es gibt ${ordered.length} Fehler`;
  summary.querySelector("ul").replaceChildren(...items);
  summary.hidden = false;
  document.title = `${WORD} ${title}`;
  summary.focus();
}
