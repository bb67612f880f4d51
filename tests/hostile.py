"""Files that nobody should write, as many as wanted, the same for the same seed."""

import random
from collections.abc import Iterator

from conftest import BASE_ENTRY

TOKENS = (
    "- ",
    ": ",
    ":",
    "\n",
    "\n  ",
    "\n    ",
    "\t",
    "{",
    "}",
    "[",
    "]",
    "&a ",
    "*a",
    "!!python/object:os.system ",
    "!",
    "|",
    ">",
    "'",
    '"',
    "#",
    "%",
    "@",
    "`",
    "---\n",
    "...\n",
    "? ",
    "<<: ",
    "null",
    "~",
    "07743",
    "18:30",
    "\\x00",
    "\\u202e",
    "\u202e",
    "\x00",
    "\x07",
    "\u2028",
    "\ufeff",
    "𝔘",
    "é",
    "e\u0301",
    "name",
    "orte",
    "zeiten",
    "stand",
    "2026-02-30",
    "1e999",
    "-.inf",
    "0x1F",
    "javascript:alert(1)",
    "<script>",
    "a" * 3000,
)


def hostile_files(count: int) -> Iterator[bytes]:
    """Yield bytes: noise, soup of YAML signs, damaged entries, bombs, and now and then a good entry."""
    dice = random.Random(2026)
    makers = (_noise, _soup, _damaged, _cut, _swapped, _deep, _bomb, _long_line, _good)
    for _ in range(count):
        yield dice.choice(makers)(dice)


def _noise(dice: random.Random) -> bytes:
    return dice.randbytes(dice.randrange(400))


def _soup(dice: random.Random) -> bytes:
    return "".join(dice.choices(TOKENS, k=dice.randrange(1, 60))).encode()


def _damaged(dice: random.Random) -> bytes:
    text = list(BASE_ENTRY)
    for _ in range(dice.randrange(1, 6)):
        text[dice.randrange(len(text))] = dice.choice(TOKENS)
    return "".join(text).encode()


def _cut(dice: random.Random) -> bytes:
    return BASE_ENTRY.encode()[: dice.randrange(len(BASE_ENTRY))]


def _swapped(dice: random.Random) -> bytes:
    lines = BASE_ENTRY.splitlines()
    values = [line.partition(": ")[2] for line in lines]
    dice.shuffle(values)
    return "\n".join(f"{line.partition(':')[0]}: {value}" for line, value in zip(lines, values, strict=True)).encode()


def _deep(dice: random.Random) -> bytes:
    opening = dice.choice(("[", "{a: ", "- ", "? ", "&a ["))
    return (opening * dice.randrange(10, 5000)).encode()


def _bomb(dice: random.Random) -> bytes:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, dice.randrange(2, 12))]
    return "\n".join(lines).encode()


def _long_line(dice: random.Random) -> bytes:
    return BASE_ENTRY.replace("Gruppe", dice.choice("xä(\"'<&%") * dice.randrange(900, 30_000)).encode()


def _good(_: random.Random) -> bytes:
    return BASE_ENTRY.encode()
