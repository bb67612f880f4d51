"""Text that people paste from word processors, PDF files and web pages, without the damage that such copies have."""

import html
import re
import unicodedata

from directory.source.parsing.decode import decoded_again

# Line ends of other programs: vertical tab and form feed (presentations), NEL, LINE and PARAGRAPH SEPARATOR.
LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]|<br\\s*/?>|</?p>", re.IGNORECASE)
# What cannot be seen and says nothing; the joiners within words of other scripts stay.
UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0f]")
BLANK = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
ENTITY = re.compile(r"&(?:amp|nbsp|lt|gt|quot|shy|ndash|mdash|auml|ouml|uuml|Auml|Ouml|Uuml|szlig|euro|#\d{2,5});")
SIGN = r"[-*+•◦▪▫■□●○‣∙·–—►▶➢➤→✓✔✅☑\uf0b7\uf0a7\uf0d8]"
BULLET = re.compile(rf"(?:{SIGN}(?:\s+|(?<=[•◦▪▫■□●○‣∙►▶➢➤→✓✔✅☑\uf0b7\uf0a7\uf0d8]))|o\s+(?=[A-ZÄÖÜ]))")
NUMBERED = re.compile(r"\d{1,2}[.)]\s+(?=[A-ZÄÖÜ])")


def cleaned(text: str) -> str:
    """Return the text with plain blanks and line ends, without signs that nobody sees, in composed letters.

    Whoever typed the text reads the same as before.
    """
    text = ENTITY.sub(lambda match: html.unescape(match.group()), text)
    text = LINE_END.sub("\n", text)
    text = decoded_again(text)
    return unicodedata.normalize("NFC", BLANK.sub(" ", UNSEEN.sub("", text)))


def mended(data: bytes) -> bytes:
    """Return the bytes of a text as `cleaned` has it; what is no UTF-8 stays for the reader to refuse."""
    try:
        return cleaned(data.decode("utf-8-sig")).encode()
    except UnicodeDecodeError:
        return data


def without_bullet(line: str, *, numbered: bool = False) -> str:
    """Return a line without the sign of a list at its beginning; with `numbered` also without "1." in front.

    A dash within a line divides or joins what stands beside it, and stays.
    """
    line = line.strip()
    line = BULLET.sub("", line, count=1) if BULLET.match(line) else line
    return NUMBERED.sub("", line, count=1) if numbered and NUMBERED.match(line) else line
