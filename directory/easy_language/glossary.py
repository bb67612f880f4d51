"""Hard words that are explained somewhere, found in sentences in every form and spelling."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from directory.easy_language.names import Names
from directory.easy_language.text import Sentence, Token, tokenize
from directory.easy_language.wordlist import word_set

# Endings of German nouns and adjectives; forms with another stem (Verband, Verbände) are listed by the glossary.
_ENDINGS = ("", "e", "en", "er", "ern", "es", "em", "n", "nen", "s", "in", "innen")
_SHORTEST = 4  # letters from which a word is read with endings
_JOINING = {ord(mark): None for mark in "-‐·•\u00ad"}  # between the parts of a compound
# A sentence that begins with a verb goes on with these: "Sucht Ihr Kind …?", "Treffen Sie …".
_SUBJECTS = word_set("ich du er sie es wir ihr man jemand niemand der die das ein eine ihre ihr mein meine alle")


@dataclass(frozen=True, slots=True)
class Use:
    """A glossary word in a sentence: from `start` to before `end`, in characters."""

    start: int
    end: int
    term: str


class Glossary:
    """The words of a glossary, each with its forms; spellings with and without hyphen are the same.

    A form that is written with a capital letter is a noun and matches no verb: "sucht" is no "Sucht". `never` has what
    looks like a form and is another word. A word inside one of the names, or in quotation marks, is not explained.
    """

    def __init__(
        self, terms: Mapping[str, Iterable[str]], names: Names | None = None, never: Iterable[str] = ()
    ) -> None:
        self._names = names or Names()
        self._never = frozenset(map(_plain, never))
        self._forms: dict[str, dict[tuple[str, ...], _Form]] = {}
        for term, forms in terms.items():
            for form in forms:
                tokens = tokenize(form)
                *first, last = (_plain(token.text) for token in tokens)
                capitals = tuple(token.capital for token in tokens)
                for ending in _inflected(last):
                    words = (*first, ending)
                    if ending == last or ending not in self._never:
                        self._forms.setdefault(words[0], {}).setdefault(words, _Form(term, capitals))

    def uses(self, sentence: str) -> Iterator[Use]:
        """Yield the words of a sentence that are explained, in order; of two that overlap the longer one."""
        marked = self._names.sentence(sentence)
        tokens = marked.tokens
        plain = [_plain(token.text) for token in tokens]
        if self._forms.keys().isdisjoint(plain):
            return  # nearly all sentences
        named = _inside_names(tokens)
        at = 0
        while at < len(tokens):
            found = self._longest(marked, plain, at)
            length = len(found)
            if length and not named & set(range(at, at + length)):
                yield Use(tokens[at].start, tokens[at + length - 1].end, self._forms[plain[at]][found].term)
            at += length or 1

    def _longest(self, sentence: Sentence, plain: list[str], at: int) -> tuple[str, ...]:
        fitting = [
            words
            for words, form in self._forms.get(plain[at], {}).items()
            if tuple(plain[at : at + len(words)]) == words and _same_kind(sentence, at, form)
        ]
        return max(fitting, key=len, default=())

    def explains(self, words: str) -> bool:
        """Return whether some of these words are in the glossary."""
        return next(self.uses(words), None) is not None


@dataclass(frozen=True, slots=True)
class _Form:
    """How a term is written: for each word whether it has a capital letter."""

    term: str
    capitals: tuple[bool, ...]


def _same_kind(sentence: Sentence, at: int, form: _Form) -> bool:
    tokens = sentence.tokens[at : at + len(form.capitals)]
    if any(capital and not token.capital for capital, token in zip(form.capitals, tokens, strict=False)):
        return False
    verb = form.capitals == (True,) and tokens[0].lower.endswith(("t", "en")) and sentence.first(tokens[0])
    following = sentence.tokens[at + 1].lower if at + 1 < len(sentence.tokens) else ""
    return not (verb and following in _SUBJECTS)


def _inside_names(tokens: Sequence[Token]) -> set[int]:
    """Return the places of words that are part of a longer name; a name of one word may be what needs explaining."""
    inside: set[int] = set()
    run: list[int] = []
    for at, token in enumerate([*tokens, None]):
        if token is not None and token.name:
            run.append(at)
            continue
        if len(run) > 1 or any(tokens[one].quoted for one in run):
            inside.update(run)
        run = []
    return inside


def _plain(word: str) -> str:
    return word.lower().translate(_JOINING)


def _inflected(word: str) -> Iterator[str]:
    if len(word) < _SHORTEST:
        yield word
        return
    base = word.removesuffix("e")
    yield from dict.fromkeys([word, *(word + ending for ending in _ENDINGS), *(base + ending for ending in _ENDINGS)])
