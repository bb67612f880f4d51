"""Times of day as people say them: which hours "halb drei" or "gegen fünf" can be, and what to write."""

import re

from directory.problems import WRITE, Hint

# A time of day as people write it, without and with the word: "18:30", "9", "18.30 Uhr". It names no group, so that it
# fits into longer patterns.
TIME_PATTERN = r"\d{1,2}(?:[:.]\d{2})?"
CLOCK_PATTERN = rf"{TIME_PATTERN}(?:\s*Uhr)?"


# "9 Uhr abends" is 21:00. "12 Uhr mittags" and "1 Uhr nachts" are as they are written.
AFTER_NOON = re.compile(r"(?:nachmittags?|abends?)\b", re.IGNORECASE)
HALF_A_DAY = 12
NAMED_HOURS = {"mitternacht": "24:00", "mittag": "12:00"}
HOUR_WORDS = ("eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
HOUR_WORD = re.compile(rf"\b(?:{'|'.join(HOUR_WORDS)})\b", re.IGNORECASE)
# "viertel nach 5" and "viertel vor 5"; in the east of Germany "viertel 5" is 4:15 and "dreiviertel 5" is 4:45.
QUARTERS = (
    (re.compile(r"\bviertel\s+nach\s+(\d{1,2})\b", re.IGNORECASE), 0, 15),
    (re.compile(r"\b(?:viertel\s+vor|drei\s?viertel)\s+(\d{1,2})\b", re.IGNORECASE), -1, 45),
    (re.compile(r"\bhalb\s+(\d{1,2})\b", re.IGNORECASE), -1, 30),
    (re.compile(r"\bviertel\s+(\d{1,2})\b", re.IGNORECASE), -1, 15),
)
IN_THE_MORNING = re.compile(r"morgen|früh|vormittag|nacht|nächst", re.IGNORECASE)


# What a spreadsheet shows of 15:00 without the format of the cell. "0.30" may be a time of day.
PART_OF_A_DAY = re.compile(r"\s*0(?:,|\.(?=\d{3}))(\d+)\s*")


def spoken_hours(text: str) -> tuple[str, ...]:
    """Return the times of day that words can mean: "halb drei" is 02:30 or 14:30, "halb drei nachmittags" is 14:30.

    Nothing where there is no time of day in them, or more than one.
    """
    words = HOUR_WORD.sub(lambda word: str(HOUR_WORDS.index(word.group().lower()) + 1), text)
    words = re.sub(r"\b3\s?viertel", "dreiviertel", words)
    found = next(((one, full, minute) for pattern, full, minute in QUARTERS if (one := pattern.search(words))), None)
    if found:
        match, full, minute = found
        hour, rest = (int(match[1]) + full) % HALF_A_DAY, words[: match.start()] + words[match.end() :]
        written = f"{minute:02}"
    else:
        times = re.findall(rf"(?<![\d:.])(?<!\d,){TIME_PATTERN}(?![\d:.]|,\d)", words)
        if len(times) != 1:
            return ()
        first, _, after = times[0].replace(".", ":").partition(":")
        hour, written, rest = int(first), after or "00", words
    if re.search(r"\d", rest) and found:
        return ()
    if hour < HALF_A_DAY and AFTER_NOON.search(rest):
        return (f"{hour + HALF_A_DAY}:{written}",)
    said_in_words = words != text or found
    if hour > HALF_A_DAY or not said_in_words or re.search(rf"{IN_THE_MORNING.pattern}|mittag", rest, re.IGNORECASE):
        return (f"{hour:02}:{written}",)
    return (f"{hour:02}:{written}", f"{(hour + HALF_A_DAY) % (2 * HALF_A_DAY):02}:{written}")[: 1 + (hour < HALF_A_DAY)]


def clock_hint(text: str) -> Hint:
    """Return what to write for a time of day in words; nothing is written where it leaves a choice."""
    if spoken := re.fullmatch(r"\s*(\d{1,2})\s*(?:Uhr|h)\s*(\d{2})\s*", text, re.IGNORECASE):
        return Hint(WRITE, f"{int(spoken[1]):02}:{spoken[2]}")
    if part := PART_OF_A_DAY.fullmatch(text):
        minutes = round(float(f"0.{part[1]}") * 24 * 60)
        return Hint(
            "So schreibt eine Tabelle eine Uhrzeit. Stimmt diese? Dann schreiben Sie:",
            f"{minutes // 60:02}:{minutes % 60:02}",
        )
    if len(hours := spoken_hours(text)) == 1:
        return Hint(WRITE, hours[0])
    if hours:
        return Hint(f"Schreiben Sie am Morgen: {hours[0]}. Am Nachmittag und am Abend: {hours[1]}")
    if named := next((time for word, time in NAMED_HOURS.items() if re.search(rf"\b{word}s?\b", text.lower())), ""):
        return Hint(WRITE, named)
    unknown = "" if re.search(r"\d", text) else "\nIst die Uhrzeit nicht bekannt? Dann löschen Sie die Zeile."
    return Hint(f"Schreiben Sie Stunde und Minute mit Doppelpunkt, zum Beispiel: 18:00{unknown}")
