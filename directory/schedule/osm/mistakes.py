"""Why a text is no `opening_hours`, or why our rules cannot say it: one or two German sentences."""

import re

from directory.problems import quoted

# What people write for the words of OpenStreetMap.
_INSTEAD_OF = {
    "Mo": "Mon Monday Montag",
    "Tu": "Tue Tuesday Di Dienstag",
    "We": "Wed Wednesday Mi Mittwoch",
    "Th": "Thu Thursday Do Donnerstag",
    "Fr": "Fri Friday Freitag",
    "Sa": "Sat Saturday Samstag Sonnabend",
    "Su": "Sun Sunday So Sonntag",
    "Jan": "Januar January",
    "Feb": "Februar February",
    "Mar": "März March Mär Mrz",
    "May": "Mai",
    "Oct": "Okt Oktober October",
    "Dec": "Dez Dezember December",
    "PH": "Ph Feiertag Feiertage",
    "SH": "Sh Ferien Schulferien",
    "off": "Zu Geschlossen Ruhetag",
}
_NAMES = {wrong: right for right, words in _INSTEAD_OF.items() for wrong in words.split()}
_WEEKDAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
# The first one that is found explains the whole piece.
_MISTAKES = (
    ("sunrise|sunset|dawn|dusk", "Nach der Sonne richten sich die Zeiten hier nicht. Schreiben Sie Uhrzeiten."),
    ("easter", "Tage um Ostern herum gibt es hier nicht. Schreiben Sie Datum und Jahr."),
    (r"\bweek\b", "Kalender-Wochen gibt es hier nicht."),
    (r"[+-]\d+ days?", "Tage vor oder nach einem anderen Tag gibt es hier nicht."),
    ("[–—]", "Das ist ein langer Strich. Schreiben Sie ein Minus-Zeichen: -"),
    ("vereinbarung|appointment|absprache|termin", 'Worte stehen in Anführungs-Zeichen: "nach Vereinbarung"'),
    (r"\d+(?:[:.]\d\d)? ?[ap]\.? ?m\b\.?", "Uhrzeiten gehen von 00:00 bis 24:00."),
    (r"\d+(?:[:.]\d\d)? ?(?:Uhr|h\d?)", "Eine Uhrzeit ist zum Beispiel 09:00."),
    (r"\d\d?\.\d\d", "Uhrzeiten haben einen Doppelpunkt, zum Beispiel 09:00."),
    (rf"{_MONTH} \d[\d-]*,\d\d?", "Vor jedem Tag steht der Monat, zum Beispiel: Dec 24,Dec 31"),
    (r"(?<![:\d])\d\d?-\d\d?(?![:\d])", "Uhrzeiten brauchen Minuten, zum Beispiel 09:00-12:00."),
    (r"\S+ - ?\S+|\S+- \S+", "Vor und nach dem Minus-Zeichen steht kein Leerzeichen."),
    (r".*\b24/7.*", "24/7 steht allein, ohne Tage und Monate."),
    (r"\d+/\d+", "Wiederholungen gibt es hier nicht."),
    (rf"[PS]H {_WEEKDAY}", "Eigene Zeiten für Feier-Tage oder Ferien gibt es hier nicht."),
    (rf"{_WEEKDAY} (?:[PS]H|{_WEEKDAY})", "In einer Liste fehlt das Komma."),
    (rf"{_WEEKDAY}: ?\d+", "Nach Wochentagen steht kein Doppelpunkt."),
    (rf"{_WEEKDAY}\d+:\d+", "Vor der Uhrzeit fehlt ein Leerzeichen."),
    (rf":\d\d,{_WEEKDAY}", "Vor einer neuen Regel steht ein Komma mit Leerzeichen."),
    (rf":\d\d (?:{_WEEKDAY}|{_MONTH})", "Tage und Monate stehen vor der Uhrzeit. Eine neue Regel beginnt nach ;"),
    (r":\d\d \d+:\d\d", "Zwischen den Uhrzeiten fehlt ein Komma oder ein Minus-Zeichen."),
)


def mistake(text: str) -> str:
    """Return what is wrong with a piece that is no rule, and what to write instead where that is known."""
    if not text:
        return "Vor oder nach einem Trenn-Zeichen fehlt etwas."
    outside = re.sub(r'"[^"]*"', "", text)
    for word in re.findall(r"[^\W\d_]+", outside):
        if word not in _INSTEAD_OF and word.capitalize() in _NAMES:
            return f"{quoted(word)} gibt es in OpenStreetMap nicht. Schreiben Sie: {_NAMES[word.capitalize()]}"
    for pattern, reason in _MISTAKES:
        match = re.search(pattern, outside, re.IGNORECASE)
        if match:
            return f"{quoted(match[0].strip())}: {reason}"
    return f"{quoted(text)} ist hier nicht zu verstehen. Richtig ist zum Beispiel: Mo-Fr 09:00-18:00"
