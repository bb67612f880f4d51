"""A letter as a draft that every mail program opens and nobody has sent yet."""

from email.message import EmailMessage
from email.policy import SMTP

from email_validator import validate_email

from directory.editors.letters.letter import Letter
from directory.model.contact import Contact


def draft(letter: Letter, contact: Contact) -> bytes:
    """Return the letter as .eml: always the same bytes, so without date and number; these the mail program adds.

    It has a receiver only where a mail address is known that all mail servers take (RFC 5321).
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = letter.subject
    if receiver := next(filter(None, map(_plain, contact.mails)), ""):
        message["To"] = receiver
    message["X-Unsent"] = "1"  # Outlook opens such a file as a draft
    message.set_content(letter.text, charset="utf-8", cte="quoted-printable")
    return message.as_bytes()


def _plain(mail: str) -> str:
    return validate_email(mail, check_deliverability=False).ascii_email or ""
