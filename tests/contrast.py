"""Contrast of the colour tokens in the style sheets, by the formula of WCAG 2."""

import re
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path

import yaml

Tokens = dict[str, str]
HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\(", re.IGNORECASE)
GROUNDS = ("ground", "raised", "sunk", "notice", "speaking")
MIXED = re.compile(r"color-mix\(in srgb, var\(--([\w-]+)\) (\d+)%, var\(--([\w-]+)\)\)")
# What stands on what, and the least contrast. A new token must find its place here: `unplaced` asks for it.
PAIRS: tuple[tuple[tuple[str, ...], tuple[str, ...], float], ...] = (
    (("text", "quiet", "link"), GROUNDS, 7),
    (("alarm",), ("ground", "raised"), 7),
    (("on-alarm",), ("alarm",), 7),
    (("old",), ("ground", "raised"), 7),
    (("text", "quiet", "area"), ("area-soft",), 7),
    (("on-action",), ("action",), 7),
    (("on-focus",), ("focus",), 7),
    (("on-area",), ("area",), 7),
    (("line", "action", "area"), GROUNDS, 3),
    (("river",), ("ground", "raised"), 3),
    (("hair",), ("ground", "raised"), 1.2),  # only separates
    (("area",), ("area-mid",), 1.5),  # in pictures, as the sun
    (("sun",), ("text",), 1.5),  # in pictures that can be left out
    (("focus",), ("focus-edge",), 3),  # a ring of two colours: one of them is visible on every ground
)


def luminance(colour: str) -> float:
    if not HEX.fullmatch(colour):
        raise ValueError(f"{colour!r} is no colour as #rgb or #rrggbb")
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def rules(css: str, within: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield each rule as the at-rules around it, its selector, and what stands in its braces."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    start = 0
    while (brace := css.find("{", start)) >= 0:
        end, depth = brace + 1, 1
        while depth:
            depth += {"{": 1, "}": -1}.get(css[end], 0)
            end += 1
        head = " ".join(css[start:brace].rpartition(";")[2].split())
        body = css[brace + 1 : end - 1]
        if "{" in body and head.startswith("@"):
            yield from rules(body, f"{within} {head}".strip())
        else:
            yield within, head, body
        start = end


def tokens(css: str, *, dark: bool) -> Tokens:
    """Return the custom properties of the page as a whole, of the dark parts or of all others."""
    found: Tokens = {}
    for within, selector, body in rules(css):
        told_dark = "dark" in within or "dunkel" in selector
        if (
            ":root" in selector
            and told_dark == dark
            and not (told_dark is False and ":root[data-" in selector and within)
        ):
            found |= {name: value.strip() for name, value in re.findall(r"--([\w-]+)\s*:\s*([^;}]+)", body)}
    return found


def schemes(folder: Path) -> dict[str, Tokens]:
    """Return the tokens of each scheme: dark ones stand in a file of their own, or under a question for dark."""
    light: Tokens = {}
    dark: Tokens = {}
    for file in sorted(folder.glob("*.css")):
        css = file.read_text(encoding="utf-8")
        if file.stem == "dark":
            dark |= tokens(css, dark=False)
        elif file.stem != "print":
            light |= tokens(css, dark=False)
            dark |= tokens(css, dark=True)
    return {"light": light, "dark": light | dark}


def areas(vocabulary: Path) -> dict[str, Tokens]:
    """Return the colours of each area: `area-light` and `area-dark`."""
    found = yaml.safe_load(vocabulary.read_text(encoding="utf-8"))
    return {key: {"area-light": one["farbe"], "area-dark": one["farbe_dunkel"]} for key, one in found.items()}


def resolved(found: Mapping[str, str], name: str) -> str:
    value = found[name]
    while match := re.fullmatch(r"var\(--([\w-]+)\)", value):
        value = found[match[1]]
    if mixed := MIXED.fullmatch(value):
        return blended(resolved(found, mixed[1]), resolved(found, mixed[3]), int(mixed[2]) / 100)
    return value


def blended(one: str, other: str, share: float) -> str:
    """Return the colour that a browser makes of two: so much of the first, the rest of the other."""
    pairs = zip(*(re.findall("..", colour[1:]) for colour in map(long, (one, other))), strict=True)
    return "#" + "".join(f"{round(int(a, 16) * share + int(b, 16) * (1 - share)):02x}" for a, b in pairs)


def long(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])


def too_weak(found: Tokens) -> Iterator[str]:
    """Yield the pairs of one scheme that are hard to see."""
    for names, grounds, least in PAIRS:
        for name, ground in product(names, grounds):
            one, other = resolved(found, name), resolved(found, ground)
            if contrast(one, other) < least:
                yield f"{name} {one} on {ground} {other}: {contrast(one, other):.2f}, not {least}"
    for ground in GROUNDS:
        other = resolved(found, ground)
        best = max(contrast(resolved(found, ring), other) for ring in ("focus", "focus-edge"))
        if best < 3:
            yield f"the focus ring on {ground} {other}: {best:.2f}, not 3"


def unplaced(found: Tokens) -> list[str]:
    """Return the tokens with a colour of which nobody said what they stand on."""
    known = {name for names, grounds, _ in PAIRS for name in (*names, *grounds)} | {"area-light", "area-dark"}
    return [name for name, value in found.items() if COLOUR.search(value) and name not in known]


def loose_colours(css: str) -> list[str]:
    """Return colours that are written outside of a token, where `too_weak` does not see them."""
    found = []
    for _, selector, body in rules(css):
        for name, value in re.findall(r"(?:^|;)\s*([\w-]+)\s*:\s*([^;]+)", body):
            if not name.startswith("--") and COLOUR.search(value):
                found.append(f"{selector}: {name}: {value.strip()}")
    return found
