"""Characters that many people cannot read or that screen readers say badly."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from directory.easy_language.finding import Match
from directory.easy_language.lemmas import known, lemma
from directory.easy_language.rules.kinds import Limits
from directory.easy_language.rules.spans import found
from directory.easy_language.text import Kind, Sentence, Text, Token
from directory.easy_language.wordlist import words

_SPECIAL = frozenset("&%§/();…–—*[]{}+=_#@€|<>~^\\$£×→°²³½¼¾‰¬±")
_ANY_SPECIAL = re.compile(r"[&%§/();…–—*\[\]{}+=_#@€|<>~^\\$£×→°²³½¼¾‰±]|\.\.\.|\w:\w")
_IN_WORD = re.compile(r"[*_/²³½¼¾]|(?<=[^\W\d]):(?=[^\W\d])")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|\.{3,}|(?<=[^\W\d]):(?=[^\W\d])")
_SMALL_WORD = re.compile(r"\(\s?([a-zäöüß]{2,})\s?\)")
_BULLET = re.compile(r"[–—*+•]\s+(?=[A-ZÄÖÜ])")
_RUN = re.compile(r"([&%§/();…–—*\[\]{}+=_#@€|<>~^\\$£×→°±])\1+")
_LOUD = re.compile(r"!{2,}|\?{2,}")
_IN_PHONE = re.compile(r"[/()–]")
_MEANING = {"&": "und", "%": "Prozent", "€": "Euro", "§": "Paragraf"}


def special_character(sentence: Sentence, _: Limits) -> Iterator[Match]:
    """Find characters besides letters, digits and . , ? ! : outside of names and addresses; a pair of brackets is one.

    In quotation marks they are as hard to read as elsewhere, but there is no safe rewrite of what others said.
    """
    if bullet := _BULLET.match(sentence.text):
        yield Match.over(bullet, "Löschen Sie das Zeichen am Anfang.", "")
    yield from _loud(sentence.text)
    if not _ANY_SPECIAL.search(sentence.text):
        return
    inside = [bullet.span()] if bullet else []
    for stretch in found(_BRACKETS, sentence, quoted=True):
        yield _without_brackets(stretch)
        if stretch.group()[0] in "([{":
            inside.append(stretch.span())
    run_ends = 0
    for token in sentence.tokens:
        if (token.name and not token.quoted) or any(start <= token.start < end for start, end in inside):
            continue
        if token.start < run_ends:
            continue
        if match := _mark(sentence.text, token):
            run_ends = match.end
            yield match
        elif match := _inner_match(token):
            yield match


def _loud(text: str) -> Iterator[Match]:
    """Yield the same sign many times at the end of a sentence: "!!!"."""
    for run in _LOUD.finditer(text):
        yield Match.over(run, f"Schreiben Sie nur ein Zeichen: {run.group()[0]}", run.group()[0])


def _without_brackets(stretch: re.Match[str]) -> Match:
    """Return the mistake that a stretch is; a single small word means the same without its brackets: "(fast)"."""
    word = _SMALL_WORD.fullmatch(stretch.string, stretch.start(), stretch.end())
    before, after = stretch.string[: stretch.start()], stretch.string[stretch.end() :]
    if not word or not known(word[1]) or before[-1:].strip() or (after and after[0] not in " .,!?"):
        return Match.over(stretch)
    return Match.over(stretch, f"Schreiben Sie ohne Klammern: {word[1]}", word[1])


def _mark(text: str, token: Token) -> Match | None:
    """Return the mistake that a mark is; one sign many times is one mistake."""
    if token.kind is not Kind.MARK or token.text not in _SPECIAL:
        return None
    if token.quoted:
        return None if _shown(text, token) else Match(start=token.start, end=token.end)
    run = _RUN.match(text, token.start)
    return Match(start=token.start, end=run.end()) if run else _mended(text, token)


def _inner_match(token: Token) -> Match | None:
    match = _inner(token)
    return Match(start=token.start + match.start(), end=token.start + match.end()) if match else None


def _inner(token: Token) -> re.Match[str] | None:
    """Return the special character in a word or in a phone number; a colon in a word is found with the brackets."""
    if token.kind is Kind.PHONE:
        return _IN_PHONE.search(token.text)
    match = _IN_WORD.search(token.text) if token.kind is Kind.WORD else None
    return match if match and match.group() != ":" else None


def _shown(text: str, token: Token) -> bool:
    """Return whether the quotation shows the character itself: „Das Zeichen „&“ heißt und“."""
    return text[: token.start].endswith(("„", "»", '"')) and text[token.end :].startswith(("“", "”", "«", '"'))


def _mended(text: str, token: Token) -> Match:
    before, after = text[: token.start], text[token.end :]
    mark = token.text
    word = _MEANING.get(mark, "")
    replacement = None
    if (
        (mark == "&" and before.endswith(" ") and after.startswith(" "))
        or (mark == "§" and re.match(r" \d", after) and not before.endswith("§"))
        or (mark in "%€" and re.search(r"\d $", before) and not re.match(r"[\w-]", after))
    ):
        replacement = word
    elif mark in "%€" and before[-1:].isdigit() and not re.match(r"[\w-]", after):
        replacement = " " + word
    elif mark == "–" and re.search(r"\d ?$", before) and re.match(r" ?\d", after):
        replacement = ("" if before.endswith(" ") else " ") + "bis" + ("" if after.startswith(" ") else " ")
    suggestion = f"Schreiben Sie: {word}." if word else ""
    return Match(start=token.start, end=token.end, suggestion=suggestion, replacement=replacement)


_GENDER = re.compile(
    r"(?P<stem>\w+?)(?:(?:[*:_/]-?in(?:nen)?|(?<=[a-zäöüß])Innen|(?<=(?:er|or|nt|st|ut|ur|in))In)\b|\((?:in|innen)\))"
    r"|\b\w+[*_:](?:e|er|es|em|en|r|n|m|s|die|der|das|dem|den|sie|ihr|eine|keine|ihre|nen)\b"
)
_HINT_OF_GENDER = re.compile(r"[*:_/(](?:-?in|e|r|n|m|s|d|k)|[a-zäöüß]In")
_NO_GENDER = frozenset(["linkedin", "plugin", "login", "checkin", "optin", "builtin"])


def gender_sign(sentence: Sentence, _: Limits) -> Iterator[Match]:
    """Find words with a sign for all genders: Mitarbeiter*innen, Schüler:in, Lehrer/in, KollegInnen, jede*r."""
    if not _HINT_OF_GENDER.search(sentence.text):
        return
    for match in found(_GENDER, sentence):
        word = match.group()
        if word.lower() in _NO_GENDER or (re.fullmatch(r"\w*/in", word) and not known(match["stem"])):
            continue
        stem = match["stem"] or ""
        suggestion = ""
        if stem.endswith("er") and known(stem):
            one = "innen" not in word.lower()
            suggestion = f"Schreiben Sie: {stem}in oder {stem}." if one else f"Schreiben Sie: {stem}innen und {stem}."
        yield Match.over(match, suggestion)


_QUOTES = re.compile(r"[„“”\"«»‹›][^„“”\"«»‹›]*[“”\"«»‹›]|[„“”«»‹›]|(?<![\w’'])[‚‘'][^'’‘\n]+['’‘](?!\w)")


def quotes(sentence: Sentence, _: Limits) -> Iterator[Match]:
    """Find quotation marks, each pair with what stands between."""
    for match in _QUOTES.finditer(sentence.text):
        if len(match.group()) > 1:
            word = match.group()[1:-1].strip()
            yield Match.over(match, f"Schreiben Sie ohne Anführungs-Zeichen: {word}" if word else "")
        else:
            yield Match.over(match)


def all_caps(sentence: Sentence, _: Limits) -> Iterator[Match]:
    """Find ordinary words in capital letters; abbreviations are another rule."""
    found = [
        token
        for token in sentence.tokens
        if token.kind is Kind.WORD and len(token.text) > 1 and token.text.isupper() and not token.name
        if is_capital_word(token.text)
    ]
    if len(found) >= SHOUTING:
        start, end = found[0].start, found[-1].end
        words = {(token.start, token.end): _said(token.text, first=token.start == 0) for token in found}
        text = "".join(_in_small(sentence.text, words, start, end))
        yield Match(start=start, end=end, suggestion=f"Schreiben Sie: {text}")
        return
    for token in found:
        yield Match(start=token.start, end=token.end, suggestion=f"Schreiben Sie: {_ordinary(token.text)}.")


# So many words of a sentence are no emphasis any more.
SHOUTING = 3
POLITE = frozenset({"SIE", "IHNEN", "IHR", "IHRE", "IHREN", "IHREM", "IHRER"})


def _said(text: str, *, first: bool) -> str:
    word = text.capitalize() if text in POLITE else _ordinary(text)
    return f"{word[:1].upper()}{word[1:]}" if first else word


def _in_small(text: str, words: Mapping[tuple[int, int], str], start: int, end: int) -> Iterator[str]:
    """Yield a stretch of a text in pieces, with these words in place of those that stand there."""
    at = start
    for (begin, after), word in words.items():
        yield text[at:begin]
        yield word
        at = after
    yield text[at:end]


def is_capital_word(text: str) -> bool:
    """Return whether a token in capitals is an ordinary word and no abbreviation."""
    pieces = [piece for piece in re.split(r"[-‐·•]", text) if piece]
    return bool(pieces) and any(_ordinary_piece(piece) for piece in pieces)


def _ordinary_piece(piece: str) -> bool:
    low = piece.lower()
    if low in words("capital-words"):
        return True
    if not piece.isalpha() or len(piece) < 4 or piece in words("known-short") or piece in words("initials"):  # noqa: PLR2004
        return False
    return len(piece) > 6 or known(low) or known(low.capitalize())  # noqa: PLR2004 - no abbreviation is so long


def _ordinary(text: str) -> str:
    return "-".join(piece.capitalize() if _noun(piece) else piece.lower() for piece in re.split(r"[-‐]", text))


def _noun(piece: str) -> bool:
    low = piece.lower()
    return (known(low.capitalize()) and not known(low)) or lemma(low)[:1].isupper()


_MEDIOPUNKT = re.compile(r"[^\W\d]{2,}[·•][^\W\d]{2,}")
_HYPHEN = re.compile(r"[^\W\d]{3,}(?:s|n)?[-‐][A-ZÄÖÜ][a-zäöüß]{2,}")
_STREETS = ("straße", "platz", "weg", "allee", "gasse", "ring", "ufer", "brücke", "schule", "haus")


def wordmark_mix(text: Text, _: Limits) -> Iterator[tuple[Sentence, Match]]:
    """Find the rarer of two marks inside compounds, hyphen and Mediopunkt, where one text has both."""
    if not any(_MEDIOPUNKT.search(sentence.text) for sentence in text.sentences):
        return
    marked: list[tuple[str, Sentence, Token]] = []
    for sentence in text.sentences:
        for token in sentence.tokens:
            if token.kind is not Kind.WORD or token.name:
                continue
            if _MEDIOPUNKT.search(token.text):
                marked.append(("·", sentence, token))
            elif _HYPHEN.fullmatch(token.text) and not (token.text.count("-") > 1 and token.lower.endswith(_STREETS)):
                marked.append(("-", sentence, token))
    counts = Counter(mark for mark, _, _ in marked)
    if len(counts) < 2:  # noqa: PLR2004 - two marks are a mix
        return
    usual = "-" if counts["-"] >= counts["·"] else "·"
    for mark, sentence, token in marked:
        if mark != usual:
            mended = re.sub(r"[-‐·•]", usual, token.text)
            yield sentence, Match(start=token.start, end=token.end, suggestion=f"Schreiben Sie: {mended}.")
