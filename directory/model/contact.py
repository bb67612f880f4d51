"""Ways to reach someone: phone, mail, web page, or another entry that helps."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal
from urllib.parse import SplitResult, parse_qsl, quote, urlsplit

from pydantic import AfterValidator, Field, model_validator

from directory.model.base import Model, validation_error
from directory.model.phone_number import bare, dialled, grouped, phone_number
from directory.model.text import ENTRIES, ItemReference, Line, Reference, Sentences
from directory.problems import WRITE, Hint

# A mail address, also among other words.
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# How people keep programs from reading their address.
AT = re.compile(r"\s*[\[({]\s*(?:at|ät)\s*[\])}]\s*", re.IGNORECASE)
DOT = re.compile(r"\s*[\[({]\s*(?:dot|punkt|\.)\s*[\])}]\s*|\s+(?:dot|punkt)\s+", re.IGNORECASE)
LIKE_THIS = "Eine Mail-Adresse sieht so aus: kontakt@example.org"


@cache
def mail_address(text: str) -> str:
    """Return an address that mail can be sent to, judged by its form only."""
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415 - as above

    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError:
        found = [one for one in mails_in(text) if one != text]
        hint = Hint(WRITE, found[0]) if len(found) == 1 else Hint(LIKE_THIS)
        if len(found) > 1:
            hint = Hint("Schreiben Sie jede Adresse für sich:", {"mail": found})
        raise validation_error("mail", f"„{text}“ ist keine Mail-Adresse.", hint) from None


def mails_in(text: str) -> tuple[str, ...]:
    """Return the mail addresses in a text, also those that people hide from programs, or that a link has in it."""
    plain = DOT.sub(".", AT.sub("@", text))
    plain = re.sub(r"\s*@\s*", "@", re.sub(r"(?<=\w)\s+(?:at|ät)\s+(?=[\w.-]+\.\w)", "@", plain, flags=re.IGNORECASE))
    plain = re.sub(r"(@[\w-]+)\s*[,.]\s*(?=[a-z]{2,4}\b)", r"\1.", plain)
    return tuple(dict.fromkeys(MAIL.findall(plain)))


# The same page with and without it.
WEB_START = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
FORBIDDEN = re.compile(r"[\s<>\"'\\^`{|}]")


# Names with letters of any language (RFC 5890); whether it exists nobody can tell from its letters.
HOST = re.compile(r"(?:[\w-]+\.)+[\w-]+\.?")


def leads_to(parts: SplitResult) -> str:
    """Return the address that mail programs and search engines have put into one of their own; mostly there is none."""
    if not parts.query or parts.path not in REDIRECTING:
        return ""
    named = dict(parse_qsl(parts.query))
    target = next((named[key] for key in ("url", "q", "u") if key in named), "")
    return target if re.fullmatch(r"https?://\S+\.\S+", target) else ""


# The paths of Safe Links of Outlook, of the results of Google, and of Facebook.
REDIRECTING = frozenset({"", "/", "/url", "/l.php"})


def web_address(text: str) -> str:
    """Return an http or https address with a host, without user name or password, that is not there to lead on."""
    try:
        parts = urlsplit(text)
        host, secret = parts.hostname or "", parts.username or parts.password
    except ValueError:
        host, secret, parts = "", None, urlsplit("")
    if parts.scheme in {"http", "https"} and HOST.fullmatch(host) and not secret and not FORBIDDEN.search(text):
        if target := leads_to(parts):
            message = "Diese Adresse ist von einem anderen Programm. Sie leitet nur weiter."
            raise validation_error("webseite", message, Hint(WRITE, target))
        return text
    bare = re.sub(r"^(?:\w*://|https?:/*)", "", _linked(text.strip()), flags=re.IGNORECASE)
    # What no address may have in it is written with a percent sign and its number (RFC 3986, 2.1).
    bare = FORBIDDEN.sub(lambda sign: quote(sign.group()), bare)
    # "www.verein,de": between the parts of a name stand dots only.
    bare = re.sub(r"^[^/]*", lambda name: name.group().replace(",", "."), bare)
    # Behind an address stand words in brackets, such as when somebody has seen it.
    bare = re.sub(r"^([\w.-]+\.[a-z]{2,}(?:/[^\s(]*?)?)(?:\s|%20)*\(.*", r"\1", bare)
    looks_like_host = re.fullmatch(r"[\w.-]+\.[a-z]{2,}(/\S*)?", bare)
    raise validation_error(
        "webseite",
        f"„{text}“ ist keine Adresse von einer Internet-Seite.",
        Hint(WRITE, f"https://{bare}")
        if looks_like_host
        else "Schreiben Sie die ganze Adresse. Sie beginnt mit https://\n"
        "Kennen Sie die Adresse nicht? Dann löschen Sie die Zeile.",
    )


# "www.example.org <https://www.example.org/>": mail programs write behind a link where it leads.
LINKED = re.compile(r"[<\[(]\s*(?P<url>https?://[^\s<>()\[\]]+)\s*[>\])]\W*$", re.IGNORECASE)


def _linked(text: str) -> str:
    """Return where the link leads that a text ends with, or the text itself."""
    found = LINKED.search(text)
    return found["url"] if found else text.strip("<> ")


def hostname(url: str) -> str:
    """Return the host of a web address as people say it."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


PhoneNumber = Annotated[Line, AfterValidator(phone_number)]
MailAddress = Annotated[Line, AfterValidator(mail_address)]
WebAddress = Annotated[Line, AfterValidator(web_address)]


PhoneKind = Literal["sprache", "fax", "sms", "schreibtelefon", "whatsapp"]
VOICE: PhoneKind = "sprache"
# What stands before a number on which nobody speaks.
KIND_NAMES: Mapping[PhoneKind, str] = MappingProxyType(
    {"fax": "Fax", "sms": "SMS", "schreibtelefon": "Schreib-Telefon", "whatsapp": "WhatsApp"}
)
KINDS_AS_PEOPLE_WRITE: Mapping[str, PhoneKind] = MappingProxyType(
    {name.replace("-", "").casefold(): kind for kind, name in KIND_NAMES.items()}
    | {"telefax": "fax", "texttelefon": "schreibtelefon", "tty": "schreibtelefon"}
)
# Beside these a number is a voice, too, or no fax at all.
A_VOICE_TOO = frozenset(
    {"anruf", "anrufe", "anrufen", "tel", "telefon", "telefonisch", "kein", "keine", "nicht", "ohne"}
)


def _kind_named(purpose: str) -> PhoneKind | None:
    """Return what answers at a number by what people write beside it: "Fax-Nummer", "Anmeldung per SMS"."""
    words = [word.removesuffix("nummer") for word in re.findall(r"\w+", purpose.replace("-", "").casefold())]
    if A_VOICE_TOO & set(words):
        return None
    return next((KINDS_AS_PEOPLE_WRITE[word] for word in words if word in KINDS_AS_PEOPLE_WRITE), None)


def _is_a_name(purpose: str) -> bool:
    """Return whether a purpose says what answers and nothing else."""
    return purpose.replace("-", "").casefold().removesuffix("nummer").strip() in KINDS_AS_PEOPLE_WRITE


class Phone(Model):
    """A phone number, what answers there and what it is for."""

    shorthand_field: ClassVar[str] = "nummer"
    number: PhoneNumber = Field(
        alias="nummer", title="Telefon-Nummer", description="Die Nummer mit Vorwahl, Gruppen mit Leerzeichen getrennt."
    )
    kind: PhoneKind = Field(
        VOICE,
        alias="art",
        title="Was ist das für eine Nummer?",
        description="sprache (zum Anrufen), fax, sms, schreibtelefon oder whatsapp.",
    )
    purpose: Line | None = Field(
        None,
        alias="wofuer",
        title="Wofür ist die Nummer?",
        description="Wofür die Nummer ist, zum Beispiel: Anmeldung.",
    )

    @model_validator(mode="before")
    @classmethod
    def _read_kind(cls, values: Any) -> Any:
        """Take "wofuer: Fax", as people write it, for what it means: a number on which nobody speaks."""
        if not isinstance(values, dict) or "art" in values or not isinstance(values.get("wofuer"), str):
            return values
        kind = _kind_named(values["wofuer"])
        rest = {key: value for key, value in values.items() if key != "wofuer" or not _is_a_name(value)}
        return rest | {"art": kind} if kind else values

    @property
    def voice(self) -> bool:
        """Whether somebody can be called there; only such a number is a link."""
        return self.kind == VOICE

    @property
    def label(self) -> str:
        """What stands before the number where nobody speaks: "Fax", "Fax: Anmeldung"; else what it is for."""
        name, purpose = KIND_NAMES.get(self.kind), self.purpose
        said = name and purpose and name.casefold() in purpose.casefold()
        return purpose or "" if said else ": ".join(filter(None, (name, purpose)))

    @property
    def digits(self) -> str:
        """The number without separators, as it is dialled."""
        return bare(self.number)

    @property
    def uri(self) -> str:
        """The `tel:` address: international form (E.164, RFC 3966); short numbers as they are. Only for voice."""
        return f"tel:{dialled(self.digits)}"

    @property
    def formatted(self) -> str:
        """The number in small groups with blanks that do not break, as it is shown everywhere."""
        return grouped(self.number)


def _to_call(phone: Phone) -> Phone:
    if not phone.voice:
        raise validation_error(
            "telefon", f"Auf {phone.label} spricht niemand.", "Hier muss eine Nummer zum Anrufen stehen."
        )
    return phone


NumberToCall = Annotated[Phone, AfterValidator(_to_call)]


class Contact(Model):
    """How to reach an entry or a provider."""

    numbers: tuple[Phone, ...] = Field((), alias="telefon", title="Telefon", description="Telefon-Nummern.")
    mails: tuple[MailAddress, ...] = Field(
        (), alias="mail", title="Mail", description="Mail-Adressen von einer Stelle, nicht von einer Person."
    )
    websites: tuple[WebAddress, ...] = Field(
        (), alias="webseite", title="Internet-Seite", description="Internet-Seiten, mit https:// am Anfang."
    )
    forms: tuple[WebAddress, ...] = Field(
        (),
        alias="formular",
        title="Formular",
        description="Internet-Seiten, auf denen man der Stelle schreiben kann.",
    )
    through: Annotated[Reference, ItemReference(ENTRIES)] | None = Field(
        None,
        alias="ueber",
        title="Wer stellt den Kontakt her?",
        description="Datei-Name von einem Angebot, das den Kontakt herstellt.",
    )
    notes: Sentences = Field(
        (),
        alias="hinweis",
        title="Hinweise zum Kontakt",
        description="Was man vor dem Anrufen wissen muss. Ein Satz in jeder Zeile.",
    )

    @property
    def phones(self) -> tuple[Phone, ...]:
        """The numbers on which somebody speaks."""
        return tuple(number for number in self.numbers if number.voice)

    @property
    def other_numbers(self) -> tuple[Phone, ...]:
        """The numbers that cannot be called: fax, SMS, text phone, WhatsApp."""
        return tuple(number for number in self.numbers if not number.voice)

    @property
    def reachable(self) -> bool:
        """Whether there is any way to get in touch."""
        return bool(self.numbers or self.mails or self.websites or self.forms or self.through)
