// Pages are built on one day and read on another: show the dates from the reader's day on.
// Without this script the dates of the day of the build stand, and the page says which day that was.

const WEEKDAYS = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];
const MONTHS = [
  "Januar", "Februar", "März", "April", "Mai", "Juni",
  "Juli", "August", "September", "Oktober", "November", "Dezember",
];
// Whoever can be asked stands on the page; where nobody can, it says that nobody knows.
const nobody = document.querySelector("[data-nobody]") !== null;
const DOUBTS = {
  haus: `Das Haus ist zu.${nobody ? "" : " Bitte fragen Sie nach."}`,
  ausnahme: `An diesem Tag ist etwas anders. ${nobody ? "Mehr wissen wir nicht." : "Bitte fragen Sie nach."}`,
  feiertage: `Am Feiertag? ${nobody ? "Das wissen wir nicht." : "Bitte fragen Sie nach."}`,
  vorlesungszeit: `Ist dann Vorlesungs-Zeit? ${nobody ? "Das wissen wir nicht." : "Bitte fragen Sie nach."}`,
  schulferien: `In den Schulferien? ${nobody ? "Das wissen wir nicht." : "Bitte fragen Sie nach."}`,
};

const now = new Date();
const today = isoDay(now);

function isoDay(date) {
  const two = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

// Noon: adding days never meets the hour that a change of clocks takes away.
function atNoon(day) {
  return new Date(`${day}T12:00`);
}

function dayAfter(day) {
  const date = atNoon(day);
  date.setDate(date.getDate() + 1);
  return isoDay(date);
}

function spokenDay(date) {
  return `${WEEKDAYS[date.getDay()]}, ${date.getDate()}. ${MONTHS[date.getMonth()]} ${date.getFullYear()}`;
}

function spokenClock(clock) {
  const [hour, minute] = clock.split(":");
  return minute === "00" ? `${Number(hour)}\u00a0Uhr` : `${Number(hour)}:${minute}\u00a0Uhr`;
}

function spokenHours(start, end) {
  if (!end) return `ab ${spokenClock(start)}`;
  if (start === "00:00" && end === "24:00") return "Tag und Nacht";
  return `${spokenClock(start)} bis ${spokenClock(end)}${end < start ? " am nächsten Tag" : ""}`;
}

function isOver({ day, start, end }) {
  const lastDay = start && end && end < start ? dayAfter(day) : day;
  if (lastDay !== today) return lastDay < today;
  const clock = `${String(now.getHours()).padStart(2, "0")}:${String(now.getMinutes()).padStart(2, "0")}`;
  return (end || start || "24:00") <= clock;
}

function showDate(element, { day, start, end, doubt }) {
  const time = document.createElement("time");
  time.dateTime = start ? `${day}T${start}` : day;
  time.textContent = spokenDay(atNoon(day));
  element.replaceChildren(time, start ? `, ${spokenHours(start, end)}.` : ".", doubt ? ` ${DOUBTS[doubt]}` : "");
}

function showNext(block) {
  const coming = block.dataset.dates
    .split(" ")
    .map((text) => text.split("/"))
    .map(([day, start, end, doubt]) => ({ day, start, end, doubt }))
    .filter((date) => !isOver(date));
  const next = block.querySelector(".next");
  const after = block.querySelector(".after");
  if (coming.length === 0) {
    next.textContent = `Wir kennen keine neuen Termine.${nobody ? "" : " Bitte fragen Sie nach."}`;
    after?.remove();
    return null;
  }
  showDate(next, coming[0]);
  if (after) {
    const items = [...after.querySelectorAll("li")];
    items.forEach((item, number) => (coming[number + 1] ? showDate(item, coming[number + 1]) : item.remove()));
    if (coming.length === 1) after.remove();
  }
  return { label: block.querySelector("strong").textContent, date: coming[0] };
}

// The first date of all rules, at the top of the page.
function showSoonest(line, found) {
  if (found.length === 0) {
    line.nextElementSibling.hidden = false;
    line.remove();
    return;
  }
  const order = ({ date }) => `${date.day}T${date.start || "00:00"}`;
  const [soonest] = found.sort((one, other) => order(one).localeCompare(order(other)));
  line.querySelector("strong").textContent = soonest.label;
  showDate(line.querySelector("span"), soonest.date);
}

function showWeek(page) {
  const monday = atNoon(today);
  monday.setDate(monday.getDate() - ((monday.getDay() + 6) % 7) + 7 * Number(page.dataset.week));
  const week = [...Array(7).keys()].map((number) => {
    const day = new Date(monday);
    day.setDate(day.getDate() + number);
    return day;
  });
  const days = week.map(isoDay);
  const inWeek = (element) => element.dataset.dates.split(" ").some((day) => days.includes(day));
  page.querySelectorAll("[data-dates]").forEach((element) => (element.hidden = !inWeek(element)));
  page.querySelectorAll("[data-day]").forEach((heading) => {
    const day = week[Number(heading.dataset.day)];
    const section = heading.closest("section");
    heading.textContent = (isoDay(day) === today ? "Heute, " : "") + spokenDay(day);
    // A full week has a page for each day, and there is no list here.
    const empty = section.querySelector("ul") && !section.querySelector("li:not([hidden])");
    section.hidden = isoDay(day) < today || Boolean(empty);
  });
  const sections = page.querySelectorAll(".day").length;
  const shown = page.querySelectorAll(".day:not([hidden])").length;
  const coming = days.filter((day) => day >= today).length;
  page.querySelector(".none").hidden = sections === 1 || shown === coming || shown === 0;
  page.querySelector(".nothing").hidden = shown > 0;
  page.querySelector("[data-first]").textContent = spokenDay(week[0]);
  page.querySelector("[data-last]").textContent = spokenDay(week[6]);
  page.querySelector(".stale").hidden = days[0] <= page.dataset.until;
}

const found = [...document.querySelectorAll(".dates")].map(showNext).filter(Boolean);
document.querySelectorAll(".soonest").forEach((line) => showSoonest(line, found));
document.querySelectorAll(".week").forEach(showWeek);
