"""Pronouns: who is meant, and how readers are addressed."""

from collections.abc import Iterator, Sequence

from directory.easy_language.finding import Match
from directory.easy_language.grammar import DETERMINERS, PREPOSITIONS
from directory.easy_language.rules.kinds import Limits
from directory.easy_language.text import Kind, Sentence, Text, Token
from directory.easy_language.verbs import infinitive, participle, surely_finite
from directory.easy_language.wordlist import word_set

_HE = word_set("er ihm ihn ihnen")
_TRIGGERS = _HE | {"sie", "ihr"}
_DU = word_set("""du dich dir dein deine deinen deinem deiner deines euch euer eure euren eurem eurer""")
_SIE = word_set("Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer Ihres")
_CALLS = word_set(
    """komm ruf schau mach geh sei hilf bring frag nimm gib schreib melde lies hör sag kommt ruft macht"""
)
_DATIVE_VERBS = word_set(
    """hilft helfen gibt geben zeigt zeigen dankt danken gehört gefällt folgt geholfen sagt sagen"""
)


def pronoun(sentence: Sentence, _limits: Limits) -> Iterator[Match]:
    """Yield each „er“, „sie“, „ihm“ … that stands for a noun; „Sie“ for the reader is none."""
    if sentence.lowers.isdisjoint(_TRIGGERS):
        return
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.kind is not Kind.WORD or token.name or token.lower not in _TRIGGERS:
            continue
        first = sentence.first(token)
        if token.capital and not first:
            continue
        if token.lower in _HE:
            if not (token.lower == "ihnen" and token.capital):
                yield Match(start=token.start, end=token.end)
        elif token.lower == "sie":
            if not token.capital or _she(tokens, i):
                yield Match(start=token.start, end=token.end)
        elif not token.capital and _to_her(tokens, i):
            yield Match(start=token.start, end=token.end)


def _she(tokens: Sequence[Token], i: int) -> bool:
    """Return whether „Sie“ at the beginning is a woman: the verb behind is singular."""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    singular = {
        "ist",
        "hat",
        "wird",
        "war",
        "hatte",
        "kann",
        "muss",
        "will",
        "darf",
        "soll",
        "mag",
        "konnte",
        "musste",
        "wollte",
        "durfte",
    }
    return (
        after in singular
        or (after.endswith("t") and surely_finite(after))
        or (after.endswith("t") and participle(after) and not after.startswith("ge"))
    )


def _to_her(tokens: Sequence[Token], i: int) -> bool:
    """Return whether „ihr“ is „to her“, and neither „her“ + noun nor „you“."""
    before = tokens[i - 1].lower if i else ""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is not None and after.kind is Kind.WORD:
        if after.capital or after.lower.endswith(("es", "er")):
            return False
        if (
            after.lower.endswith(("e", "en"))
            and i + 2 < len(tokens)
            and tokens[i + 2].capital
            and after.lower not in DETERMINERS
        ):
            return False
        if after.lower.endswith("t") and before not in PREPOSITIONS and not participle(after.lower):
            return False
    if before in PREPOSITIONS or before in _DATIVE_VERBS:
        return True
    if before.endswith("t") or not i:
        return False
    return (
        after is None
        or after.kind is Kind.MARK
        or after.lower in DETERMINERS
        or infinitive(after.lower)
        or participle(after.lower)
    )


def address_reader(text: Text, _limits: Limits) -> Iterator[tuple[Sentence, Match]]:
    """Yield the first sentence if no sentence of the text speaks to the reader."""
    if not text.sentences or any(
        _polite(sentence) or _familiar(sentence) or _calls(sentence) for sentence in text.sentences
    ):
        return
    first = text.sentences[0]
    if first.tokens:
        yield first, Match(start=first.tokens[0].start, end=first.tokens[-1].end)


def address_mix(text: Text, _limits: Limits) -> Iterator[tuple[Sentence, Match]]:
    """Yield the first „du“ (or „Sie“) of a text that uses both, whichever is rarer."""
    polite = [(sentence, token) for sentence in text.sentences for token in _polite(sentence)]
    familiar = [(sentence, token) for sentence in text.sentences for token in _familiar(sentence)]
    if polite and familiar:
        sentence, token = familiar[0] if len(familiar) <= len(polite) else polite[0]
        yield sentence, Match(start=token.start, end=token.end)


def _polite(sentence: Sentence) -> list[Token]:
    """Return every „Sie“ for the reader; at the beginning of a sentence only if it is no woman and no group."""
    found = []
    for i, token in enumerate(sentence.tokens):
        if token.text not in _SIE or token.name:
            continue
        if sentence.first(token) and (token.text != "Sie" or _she(sentence.tokens, i)) and token.text != "Ihnen":
            if token.text == "Sie" or not token.text.startswith("Ihr"):
                continue
            if token.text == "Ihr" and i + 1 < len(sentence.tokens) and not sentence.tokens[i + 1].capital:
                continue
        found.append(token)
    return found


def _familiar(sentence: Sentence) -> list[Token]:
    """Return every „du“ and plural „ihr“."""
    found = []
    for i, token in enumerate(sentence.tokens):
        if token.name or token.kind is not Kind.WORD:
            continue
        if (token.lower in _DU and (token.lower != "dir" or not token.text.isupper())) or (
            token.lower == "ihr" and _you(sentence.tokens, i)
        ):
            found.append(token)
    return found


def _you(tokens: Sequence[Token], i: int) -> bool:
    near = [tokens[k].lower for k in (i - 1, i + 1) if 0 <= k < len(tokens) and not tokens[k].capital]
    return any(
        word
        in {
            "seid",
            "habt",
            "könnt",
            "müsst",
            "wollt",
            "dürft",
            "sollt",
            "werdet",
            "möchtet",
            "kommt",
            "macht",
            "braucht",
        }
        for word in near
    )


def _calls(sentence: Sentence) -> bool:
    words = [token for token in sentence.tokens if token.kind is Kind.WORD]
    if not words:
        return False
    if "bitte" in sentence.lowers:
        return True
    first = words[0]
    return first.lower in _CALLS and (len(words) == 1 or not words[1].capital or sentence.text.rstrip().endswith("!"))
