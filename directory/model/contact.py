"""Ways to reach someone: phone, mail, web page, or another entry that helps."""

import re
from functools import cache
from typing import Annotated, ClassVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

from directory.model.base import Model, validation_error
from directory.model.text import ENTRIES, Identifier, ItemReference, Line, Sentences

# Numbers that are dialled as they are: 110, 112, 115, 116 xxx, 118 xx (Bundesnetzagentur, Kurzrufnummern).
SHORT_NUMBER = re.compile(r"1(?:10|12|15|16\d{3}|18\d{2,3})")


def phone_number(text: str) -> str:
    """Return a dialable number as it was written; short numbers such as 112 and 116 117 are dialable too."""
    digits = re.sub(r"[\s/().\-–]", "", text)
    if SHORT_NUMBER.fullmatch(digits):
        return text
    if not re.fullmatch(r"\+?\d+", digits):
        hint = (
            "Schreiben Sie nur die Nummer, zum Beispiel: 01234 567890\nWeitere Wörter gehören in das Feld „wofuer“:\n"
            "kontakt: {telefon: {nummer: 01234 567890, wofuer: Anmeldung}}"
        )
        raise validation_error("telefon", f"„{text}“ ist keine Telefon-Nummer.", hint)
    import phonenumbers  # noqa: PLC0415 - 60 ms that a run without phone numbers saves

    try:
        possible = phonenumbers.is_possible_number(phonenumbers.parse(digits, "DE"))
    except phonenumbers.NumberParseException:
        possible = False
    if not possible:
        raise validation_error(
            "telefon",
            f"Die Telefon-Nummer „{text}“ ist zu kurz oder zu lang.",
            "Schreiben Sie die Nummer mit Vorwahl, zum Beispiel: 01234 567890",
        )
    if not digits.startswith(("0", "+")):
        raise validation_error(
            "telefon", f"Der Telefon-Nummer „{text}“ fehlt die Vorwahl.", "Schreiben Sie die Vorwahl davor."
        )
    return text


@cache
def mail_address(text: str) -> str:
    """Return an address that mail can be sent to, judged by its form only."""
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415 - as above

    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError:
        raise validation_error(
            "mail", f"„{text}“ ist keine Mail-Adresse.", "Eine Mail-Adresse sieht so aus: kontakt@example.org"
        ) from None


def web_address(text: str) -> str:
    """Return an http or https address with a host and without user name or password."""
    try:
        parts = urlsplit(text)
        host, secret = parts.hostname or "", parts.username or parts.password
    except ValueError:
        host, secret, parts = "", None, urlsplit("")
    if parts.scheme in {"http", "https"} and "." in host and not secret and not re.search(r"[\s<>\"'\\^`{|}]", text):
        return text
    bare = re.sub(r"^\w*:?/*", "", text) if "://" in text else text
    looks_like_host = re.fullmatch(r"[\w.-]+\.[a-z]{2,}(/\S*)?", bare)
    raise validation_error(
        "webseite",
        f"„{text}“ ist keine Adresse von einer Internet-Seite.",
        f"Schreiben Sie: https://{bare}"
        if looks_like_host
        else "Schreiben Sie die ganze Adresse. Sie beginnt mit https://",
    )


def hostname(url: str) -> str:
    """Return the host of a web address as people say it."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


@cache
def _dialled(digits: str) -> str:
    if SHORT_NUMBER.fullmatch(digits):
        return digits
    import phonenumbers  # noqa: PLC0415 - as above

    return phonenumbers.format_number(phonenumbers.parse(digits, "DE"), phonenumbers.PhoneNumberFormat.E164)


PhoneNumber = Annotated[Line, AfterValidator(phone_number)]
MailAddress = Annotated[Line, AfterValidator(mail_address)]
WebAddress = Annotated[Line, AfterValidator(web_address)]


class Phone(Model):
    """A phone number and what it is for."""

    shorthand_field: ClassVar[str] = "nummer"
    number: PhoneNumber = Field(
        alias="nummer", title="Telefon-Nummer", description="Die Nummer mit Vorwahl, Gruppen mit Leerzeichen getrennt."
    )
    purpose: Line | None = Field(
        None,
        alias="wofuer",
        title="Wofür ist die Nummer?",
        description="Wofür die Nummer ist, zum Beispiel: Anmeldung.",
    )

    @property
    def digits(self) -> str:
        """The number without separators, as it is dialled."""
        return re.sub(r"[^\d+]", "", self.number)

    @property
    def uri(self) -> str:
        """The `tel:` address: international form (E.164, RFC 3966); short numbers as they are."""
        return f"tel:{_dialled(self.digits)}"

    @property
    def formatted(self) -> str:
        """The number in groups with blanks, as it is printed."""
        return " ".join(re.split(r"[\s/().\-–]+", self.number.replace("(0)", " ").strip())).strip()


class Contact(Model):
    """How to reach an entry or a provider."""

    phones: tuple[Phone, ...] = Field((), alias="telefon", title="Telefon", description="Telefon-Nummern.")
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
    through: Annotated[Identifier, ItemReference(ENTRIES)] | None = Field(
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
    def reachable(self) -> bool:
        """Whether there is any way to get in touch."""
        return bool(self.phones or self.mails or self.websites or self.forms or self.through)
