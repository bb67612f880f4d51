"""What recognises danger in what people type: one script with its data. Entry point: `help_script`."""

import json
import re
import unicodedata
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

# They have these names in recognise.js too.
SPECIAL = ("FILL", "STOP", "CONTEXT", "ALSO")
SHORT, LONG = 5, 7
# How groups of letters are counted; these too are in recognise.js.
BUCKETS, GROUPS, MANY = 32768, (4, 5), 6
HERE = Path(__file__).parent
LANGUAGES = ("de", "en", "slavic", "ar", "tr")
DATA = 'import { letters, dangers, victims, topics, hints, rules, languages, base, rule, packed } from "./data.js";'


def help_script() -> str:
    """Return the module `help`: `recognise` with rules and words, so that it works when every other file fails."""
    rules = _read("rules.yaml")
    words = [_read(f"{language}.yaml") for language in LANGUAGES]
    often = Counter(re.findall("[A-Z]+", " ".join(line for lines in rules["rules"].values() for line in lines)))
    names = sorted({name for language in words for name in language}, key=lambda name: (-often[name], name))
    classes = list(dict.fromkeys([*SPECIAL, *names]))
    short = {name: _short(number) for number, name in enumerate(classes)}
    base, rule, packed = _learned()
    data = {
        "letters": _read("letters.yaml"),
        "dangers": rules["dangers"],
        "victims": {danger: _coded(names, short) for danger, names in rules["victims"].items()},
        "topics": {danger: _coded(names, short) for danger, names in rules["topics"].items()},
        "hints": {danger: _coded(names, short) for danger, names in rules["hints"].items()},
        "rules": [[dangers, *(_coded(line, short) for line in lines)] for dangers, lines in rules["rules"].items()],
        "languages": ["\n".join(_phrases(language.get(name, ""), short) for name in classes) for language in words],
        "base": base,
        "rule": rule,
        "packed": packed,
    }
    script = (HERE / "recognise.js").read_text(encoding="utf-8")
    values = ",".join(
        f"{name}={json.dumps(value, ensure_ascii=False, separators=(',', ':'))}" for name, value in data.items()
    )
    return script.replace(DATA, f"const {values};")


def offers_by_danger() -> dict[str, list[str]]:
    """Return for each danger the topics whose offers come first among the results."""
    offers: dict[str, list[str]] = _read("rules.yaml")["offers"]
    return offers


def fold(text: str) -> str:
    """Return what sounds alike in one spelling: the same as `fold` in recognise.js, by the same patterns."""
    folded = "".join(
        sign for sign in unicodedata.normalize("NFKD", text.lower()) if unicodedata.category(sign)[0] != "M"
    )
    for pattern, spelling in _read("letters.yaml"):
        folded = re.sub(pattern, spelling.replace("$", "\\"), folded)
    return folded


def buckets(folded: str) -> set[int]:
    """Return the numbers of the groups of letters in a folded text: the same as in recognise.js."""
    words = re.findall(r"[^\W_]+", folded)
    found = set()
    # How many words there are is one more word.
    for word in [*words, f"{min(len(words), MANY)}"]:
        for size in GROUPS:
            for at in range(len(word) + 3 - size):
                number = 0
                for letter in f"_{word}_"[at : at + size]:
                    number = (number * 31 + ord(letter)) & 0xFFFFFFFF
                number = ((number ^ number >> 15) * 0x85EBCA6B) & 0xFFFFFFFF
                found.add((number ^ number >> 13) % BUCKETS)
    return found


def learned(query: str) -> int:
    """Return how much the groups of letters in a query speak for danger: the same as `learned` in recognise.js."""
    base, _, packed = _learned()
    weights = unpack(packed)
    return base + sum(weights.get(bucket, 0) for bucket in buckets(fold(query)))


def pack(weights: Mapping[int, int]) -> str:
    """Return weights of 1 and -1 by bucket as text: how far it is to the next one in Rice's code, then its sign.

    That takes some 4 bits for each. No sign of base64 repeats another, so that gzip makes 6 bits of it again.
    """
    bits, last = "", -1
    for bucket, weight in sorted(weights.items()):
        many, one = divmod(bucket - last - 1, 2)
        bits += f"{'1' * many}0{one}{int(weight > 0)}"
        last = bucket
    bits += "1" * (-len(bits) % 8)
    return b64encode(bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))).decode()


@cache
def unpack(packed: str) -> Mapping[int, int]:
    """Return the weights by bucket: the same as in recognise.js."""
    bits = "".join(f"{byte:08b}" for byte in b64decode(packed))
    weights, bucket = {}, -1
    for many, one, sign in re.findall("(1*)0(.)(.)", bits):
        bucket += 1 + 2 * len(many) + int(one)
        weights[bucket] = 2 * int(sign) - 1
    return weights


def _learned() -> tuple[int, int, str]:
    base, rule, packed = (HERE / "weights.txt").read_text(encoding="ascii").split()
    return int(base), int(rule), packed


def _short(number: int) -> str:
    """Return the name of a class as the browser has it: A to Z, AA, AB and so on."""
    first, second = divmod(number, 26)
    return (chr(64 + first) if first else "") + chr(65 + second)


def _coded(text: str, short: dict[str, str]) -> str:
    return re.sub("[A-Z]+", lambda name: short[name[0]], text)


def _phrases(text: str, short: dict[str, str]) -> str:
    """Return the phrases of a class, folded, so that the browser need not."""
    return " ".join(sorted({_coded(_folded(phrase), short) for phrase in text.split()}))


def _folded(phrase: str) -> str:
    """Return a phrase with its words folded, and its classes as they are."""
    return "_".join(part if re.search("[A-Z]", part) else _marked(part) for part in phrase.split("_"))


def _marked(written: str) -> str:
    """Return a folded word with its mark, or without where it says what is usual: short words end, long ones go on."""
    word, mark = fold(written.strip("~*=")), written[-1] if written[-1] in "*=" else ""
    if written[0] == "~":
        return "~" + word
    if len(word) < SHORT:
        return word + mark.replace("=", "")
    if len(word) < LONG:
        return word + (mark.replace("=", "") if mark else "+")
    return word + mark


@cache
def _read(name: str) -> Any:
    return yaml.load((HERE / name).read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - no types: "no" is a word
