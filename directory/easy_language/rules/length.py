"""How long sentences and paragraphs are."""

import re
from collections.abc import Iterator, Sequence

from directory.easy_language.finding import Match
from directory.easy_language.rules.boundaries import ENDS, parts
from directory.easy_language.rules.kinds import Limits
from directory.easy_language.text import Kind, Sentence, Text, Token

_GROUP = re.compile(r"\d{3}")
_HEADING_WORDS = 6
FEW = 2  # sentences; the explanation of the rule speaks of so many


def sentence_length(sentence: Sentence, limits: Limits) -> Iterator[Match]:
    """Find sentences with too many words; a hyphenated word, an address and a phone number are one word each."""
    if not limits or len(sentence.words) < limits[0]:
        return
    for tokens in parts(sentence):
        count = count_words(tokens)
        if count >= limits[0]:
            level = sum(count >= limit for limit in limits) - 1
            parts_needed = -(-count // (limits[0] - 1))
            many = f"Machen Sie {parts_needed} Sätze daraus, jeden in einer eigenen Zeile. Oder lassen Sie Wörter weg."
            yield Match(
                start=tokens[0].start,
                end=tokens[-1].end,
                level=level,
                suggestion=many if parts_needed > FEW else "",
                values={"words": count, "most": limits[0] - 1},
            )


def count_words(tokens: Sequence[Token]) -> int:
    """Count words; „10 000“ is one number, and a lone hyphen or gender ending is no word.

    The web form counts the same way: `wordCount` in directory/site/theme/assets/scripts/form/text.js.
    """
    count = 0
    before: Token | None = None
    for token in tokens:
        if token.kind is Kind.MARK:
            before = None
            continue
        thousands = (
            before is not None
            and before.kind is Kind.NUMBER
            and token.kind is Kind.NUMBER
            and _GROUP.fullmatch(token.text) is not None
            and before.text.isdigit()
            and before.text[0] != "0"
            and len(before.text) <= 3  # noqa: PLR2004 - groups of thousands
            and token.start == before.end + 1
        )
        count += not thousands
        before = token
    return count


def sentence_per_item(sentence: Sentence, _: Limits) -> Iterator[Match]:
    """Find a second sentence in one item."""
    if not any(token.text in ENDS for token in sentence.tokens[:-1]):
        return
    found = parts(sentence)
    if len(found) > 1:
        yield Match(start=found[1][0].start, end=found[-1][-1].end, values={"sentences": len(found)})


def paragraph_length(text: Text, limits: Limits) -> Iterator[tuple[Sentence, Match]]:
    """Find paragraphs with too many sentences; a heading or a list begins a new one."""
    if not limits:
        return
    run: list[Sentence] = []
    for sentence in [*text.sentences, None]:
        if sentence is not None and _running(sentence):
            run.append(sentence)
            continue
        if len(run) >= limits[0]:
            level = sum(len(run) >= limit for limit in limits) - 1
            late = run[limits[0] - 1]
            yield (
                late,
                Match(start=0, end=len(late.text), level=level, values={"sentences": len(run), "most": limits[0] - 1}),
            )
        run = []


def _running(sentence: Sentence) -> bool:
    """Return whether an item belongs to running text: headings and list items have no end mark."""
    text = sentence.text.rstrip(' “”"»«)')
    if not text or text[0] in "-•*–#":
        return False
    return text[-1] in ".!?:" or len(sentence.words) > _HEADING_WORDS
