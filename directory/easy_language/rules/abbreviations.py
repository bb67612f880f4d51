"""Short forms of words: with and without dots, units, weekdays, streets, and unknown ones in capitals."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from directory.easy_language.finding import Match
from directory.easy_language.lemmas import known
from directory.easy_language.rules.boundaries import parts
from directory.easy_language.rules.characters import is_capital_word
from directory.easy_language.rules.formats import MONTHS
from directory.easy_language.rules.kinds import Limits
from directory.easy_language.rules.numbers import PLACEHOLDERS, is_roman, may_be_roman
from directory.easy_language.rules.weekdays import DAYS, expanded, weekday, without_final_dot
from directory.easy_language.text import Kind, Sentence, Token, tokenize
from directory.easy_language.wordlist import lines, pairs, words

_MONTHS = {month[:3]: month for month in MONTHS if month != "Mai"} | {"Sept": "September", "Febr": "Februar"}


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str, bool]]]:
    """Map the first part of each short form to its parts, what it means, and whether that is always right."""
    found: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for line in lines("abbreviations"):
        safe = " = " in line
        left, _, full = line.rstrip("+ ").partition(" = " if safe else " ~ ")
        for spelling in left.split(" | "):
            split = tuple(token.text for token in tokenize(spelling))
            found.setdefault(split[0], []).append((split, full.strip(), safe))
    for alternatives in found.values():
        alternatives.sort(key=lambda item: len(item[0]), reverse=True)
    return found


@cache
def _units() -> dict[str, tuple[str, str]]:
    found = {}
    for line in lines("units"):
        short, _, full = line.partition(" = ")
        one, _, many = full.partition(" | ")
        found[short] = (one, many)
    return found


def abbreviation(sentence: Sentence, _: Limits) -> Iterator[Match]:
    """Find short forms of words; the full word is a safe rewrite where it is always right."""
    tokens = sentence.tokens
    end = -1
    for i, token in enumerate(tokens):
        if token.kind is not Kind.WORD or token.name or token.start < end or not _candidate(tokens, i):
            continue
        match = (
            weekday(sentence, i)
            or _unit(sentence, i)
            or _before_number(sentence, i)
            or _listed(sentence, i)
            or _street(sentence, i)
            or _month(sentence, i)
            or _letters(token)
            or _unknown_dotted(sentence, i)
        )
        if match:
            end = match.end
            yield match


@cache
def _firsts() -> frozenset[str]:
    return frozenset({*_phrases(), *DAYS, *_MONTHS, *pairs("before-numbers")})


def _candidate(tokens: tuple[Token, ...], i: int) -> bool:
    """Return whether a token is worth a closer look: most are not."""
    return (
        not _ordinary(tokens[i].text)
        or (i + 2 < len(tokens) and tokens[i + 1].text == ".")
        or (i > 0 and tokens[i - 1].kind is Kind.NUMBER)
    )


@cache
def _ordinary(text: str) -> bool:
    """Return whether a word is no short form by itself, whatever stands around it but a dot or a number."""
    if text in _firsts() or text[0].isdigit() or "-" in text:
        return False
    return (text.islower() or text.istitle()) and not text.endswith(("str", "Str"))


def _listed(sentence: Sentence, i: int) -> Match | None:
    tokens = sentence.tokens
    for split, full, safe in _alternatives(sentence, i):
        stretch = tokens[i : i + len(split)]
        if tuple(token.text for token in stretch[1:]) != split[1:] or any(token.name for token in stretch):
            continue
        if not _dots_touch(stretch) or not _really(sentence, i, split):
            continue
        if split[-1] != ".":
            dot = i + len(split)
            if (
                len(split) > 1
                and dot < len(tokens)
                and tokens[dot].text == "."
                and tokens[dot].start == stretch[-1].end
            ):
                continue  # the spelling with the last dot is listed too
            return expanded(tokens[i].start, stretch[-1].end, full, safe=safe)
        end, _ = without_final_dot(sentence, i + len(split) - 1, full)
        if split in (("Fr", "."), ("Hr", ".")) and end == stretch[-1].start:
            return None
        return expanded(tokens[i].start, end, full, safe=safe)
    return None


def _alternatives(sentence: Sentence, i: int) -> list[tuple[tuple[str, ...], str, bool]]:
    """Return the short forms that may begin here; at the beginning of a sentence also those in small letters."""
    token = sentence.tokens[i]
    found = _phrases().get(token.text, [])
    small = token.text[:1].lower() + token.text[1:]
    if found or not token.capital or token.lower in _NAMES or not sentence.first(token):
        return found
    return [
        (split, full[:1].upper() + full[1:], safe) for split, full, safe in _phrases().get(small, ()) if "." in split
    ]


_NAMES = frozenset(("max",))


def _dots_touch(stretch: tuple[Token, ...]) -> bool:
    return all(before.end == token.start for before, token in pairwise(stretch) if token.text == ".")


def _really(sentence: Sentence, i: int, split: tuple[str, ...]) -> bool:
    """Return whether a short form that is also a word at the end of a sentence is short here."""
    word = split[0]
    if len(split) != 2:  # noqa: PLR2004 - one word and its dot
        return not (len(split) == 1 and word in ("EG", "OG", "UG", "DG", "KG", "MiA") and sentence.text.isupper())
    if not (known(word) or known(word.lower())) or word in ("Nr", "Dr", "Std", "Str", "Tel", "Prof"):
        return True
    tokens = sentence.tokens
    if word in _MONTHS and i and tokens[i - 1].lower in ("im", "ab", "bis", "seit", "anfang", "mitte", "ende"):
        return True
    return i + 2 < len(tokens) and not any(part[-1] is tokens[i + 1] for part in parts(sentence))


def _unit(sentence: Sentence, i: int) -> Match | None:
    tokens = sentence.tokens
    token = tokens[i]
    number, start = (tokens[i - 1], token.start) if i else (None, token.start)
    short = token.text
    glued = re.fullmatch(r"(\d+)([A-Za-z]+)", short)
    if glued:
        short, amount, start = glued[2], glued[1], token.start + len(glued[1])
    elif number is not None and number.kind is Kind.NUMBER and number.text.replace(",", "").replace(".", "").isdigit():
        amount = number.text
    else:
        return None
    if short not in _units() or (glued and short in ("m", "l", "J", "Wo", "g", "h") and len(amount) > 3):  # noqa: PLR2004
        return None
    one, many = _units()[short]
    full = (" " if glued else "") + (one if amount == "1" else many)
    if i + 1 < len(tokens) and tokens[i + 1].text == "." and tokens[i + 1].start == token.end:
        end, full = without_final_dot(sentence, i + 1, full)
        return Match(start=start, end=end, suggestion=f"Schreiben Sie: {full.strip()}.", replacement=full)
    slash = i + 1 < len(tokens) and tokens[i + 1].text in ("/", "²", "³")
    return Match(
        start=start, end=token.end, suggestion=f"Schreiben Sie: {full.strip()}.", replacement=None if slash else full
    )


def _before_number(sentence: Sentence, i: int) -> Match | None:
    tokens = sentence.tokens
    full = pairs("before-numbers").get(tokens[i].text)
    dotted = i + 1 < len(tokens) and tokens[i + 1].text == "." and tokens[i + 1].start == tokens[i].end
    after = i + 1 + dotted
    if full is None or after >= len(tokens) or tokens[after].kind is not Kind.NUMBER:
        return None
    if not dotted and len(tokens[i].text) == 1:
        return None  # „Größe S 5“
    return expanded(tokens[i].start, tokens[after - 1].end, full, safe=True)


def _street(sentence: Sentence, i: int) -> Match | None:
    tokens = sentence.tokens
    token = tokens[i]
    if not token.lower.endswith("str") or token.lower == "str":
        return None
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    ending = "Straße" if token.text.endswith("Str") else "straße"
    full = token.text[:-3] + ending
    if following and following.text == "." and following.start == token.end:
        end, full = without_final_dot(sentence, i + 1, full)
        return expanded(token.start, end, full, safe=True)
    return expanded(token.start, token.end, full, safe=True)


def _month(sentence: Sentence, i: int) -> Match | None:
    tokens = sentence.tokens
    month = _MONTHS.get(tokens[i].text)
    if not month or i < 2 or tokens[i - 1].text != "." or tokens[i - 2].kind is not Kind.NUMBER:  # noqa: PLR2004
        return None
    return expanded(tokens[i].start, tokens[i].end, month, safe=True)


_MIXED = re.compile(r"[A-ZÄÖÜ][a-zäöü]{1,2}[A-ZÄÖÜ]{1,2}")
_MOST = 6


def _letters(token: Token) -> Match | None:
    """Find unknown short forms in capitals, alone or as a part of a compound."""
    place = token.start
    for piece in re.split(r"([-‐])", token.text):
        bare = piece.removesuffix("s") if len(piece) > 2 else piece  # noqa: PLR2004 - „SHGs“
        if _is_short(bare, token):
            listed = next((item for item in _phrases().get(bare, ()) if item[0] == (bare,)), None)
            return expanded(place, place + len(piece), listed[1] if listed else "")
        place += len(piece)
    return None


def _is_short(piece: str, token: Token) -> bool:
    if piece in words("known-short") or not piece.isalpha():
        return False
    if _MIXED.fullmatch(piece):
        return True
    if not piece.isupper() or not 2 <= len(piece) <= _MOST:  # noqa: PLR2004
        return (
            bool(_phrases().get(piece))
            and any(item[0] == (piece,) for item in _phrases()[piece])
            and piece != token.text
        )
    return not is_roman(piece) and not is_capital_word(piece) and piece not in PLACEHOLDERS


# „v. Peter“, „Amt f. Soziales“; but „Klasse b. …“
_LETTER_WORDS = frozenset("abdfhimnopuvz")
_LETTERED = frozenset(("klasse", "punkt", "buchstabe", "teil", "absatz", "aufgabe", "haus", "gruppe", "gleis"))


def _unknown_dotted(sentence: Sentence, i: int) -> Match | None:  # noqa: PLR0911 - one line a case
    """Find „ehrenamtl. Helfer“: an unknown word in small letters, its dot, and more of the same sentence."""
    tokens = sentence.tokens
    token = tokens[i]
    if i + 2 >= len(tokens) or tokens[i + 1].text != "." or tokens[i + 1].start != token.end:
        return None
    following = tokens[i + 2]
    if i and token.text in _LETTER_WORDS and tokens[i - 1].kind is Kind.WORD and tokens[i - 1].lower not in _LETTERED:
        ends = any(part[-1] is tokens[i + 1] for part in parts(sentence))
        return None if ends or following.kind is not Kind.WORD else Match(start=token.start, end=tokens[i + 1].end)
    if following.kind is not Kind.WORD or token.text[-1] in "aeiouäöü" or len(token.text) < 3:  # noqa: PLR2004
        return None
    if following.start == tokens[i + 1].end or "-" in token.text:
        return None
    if token.capital and (following.capital or not token.text.isalpha() or may_be_roman(token.text)):
        return None
    if following.capital and any(part[-1] is tokens[i + 1] for part in parts(sentence)):
        return None
    if known(token.text) or known(token.lower):
        return None
    return Match(start=token.start, end=tokens[i + 1].end)
