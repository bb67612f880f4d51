"""Which entries are due, whom to ask, and the letters, forms and data that ask."""

import csv
import email
import io
import json
from dataclasses import replace
from email.policy import default
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import page as page_validation
import pypdf
import pytest
from click.testing import CliRunner
from conftest import TODAY, MakeCity, day_view, entry_with, load_city
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from directory.cli.main import cli
from directory.easy_language import profile, proofread
from directory.editors.due import due, oldest_fact
from directory.editors.due_items import items
from directory.editors.due_table import COLUMNS, table
from directory.editors.letters.answers import answers
from directory.editors.letters.letter import letter
from directory.editors.letters.mail import draft
from directory.editors.letters.paper import form, form_pdf
from directory.editors.recipients import Recipient, recipients_of
from directory.forge.markdown import ZERO_WIDTH, escaped
from directory.model import Directory
from directory.model.values import PartialDate
from directory.schedule import partial_date
from directory.view.confirming import confirm_all, mailto, said_in
from directory.view.day import DayView

FRESH = "bestaetigt: {am: 2026-11-01, von: traeger}"
WEEKLY = "zeiten: {zweck: treffen, tage: Montag, von: 18:00, stand: 2026-10}"
HIDDEN = """orte: {art: geheim}
traeger: ein-traeger
kontakt: {telefon: 040 999999, ueber: das-haus}
quelle: {angabe: Amt für Geheimes, stand: 2019-03}"""
EDITORS = """
fehler_melden: {telefon: 040 333333, mail: redaktion@example.org}
betreiber:
  name: Verein Musterstadt
  adresse: [Hauptstraße 1, 20095 Musterstadt]
  kontakt: {telefon: 040 222222}
  datenschutz: {mail: datenschutz@example.org}
"""


def directory_of(city: MakeCity, files: dict[str, str], settings: str = "") -> Directory:
    root = city(dict(files))
    (root / "mitte" / "ein-haus.yaml").unlink()
    (root / "mitte" / "eine-runde.yaml").unlink()
    with (root / "_stadt.yaml").open("a") as file:
        file.write(settings)
    loaded = load_city(root)
    assert loaded.directory
    assert not loaded.problems
    return loaded.directory


def asked_in(directory: Directory) -> tuple[Recipient, ...]:
    return recipients_of(directory, due(directory, TODAY))


def listing_of(directory: Directory) -> DayView:
    return day_view(directory)


@pytest.mark.parametrize(
    ("lines", "reasons"),
    [
        (FRESH, []),
        (f"{FRESH}\n{WEEKLY}", []),
        ("status: geschlossen", []),
        ("quelle: {angabe: Träger, stand: 2026-10}", ["Noch nie bestätigt."]),
        ("status: pausiert", ["Noch nie bestätigt."]),
        ("quelle: {angabe: Träger, stand: 2015}", ["Noch nie bestätigt.", "Die Angaben sind alt. Stand: 2015."]),
        ("quelle: {angabe: Träger}", ["Noch nie bestätigt.", "Wie alt die Angaben sind, wissen wir nicht."]),
        ("bestaetigt: {am: 2025-11-21, von: traeger}", []),  # the last day
        ("bestaetigt: {am: 2025-11-20, von: traeger}", ["Zuletzt bestätigt am 20. November 2025."]),
        (
            f"bestaetigt: {{am: 2025-11-20, von: traeger}}\n{WEEKLY.replace('2026-10', '2015')}",
            ["Zuletzt bestätigt am 20. November 2025.", "Die Zeiten sind alt. Stand: 2015."],
        ),
        (f"{FRESH}\ngueltig: {{bis: 2026-11-21}}", ["Das Angebot galt nur bis zum 21. November 2026."]),
        (f"{FRESH}\ngueltig: {{bis: 2026-11-22}}", ["Das Angebot gilt nur bis zum 22. November 2026."]),
        (f"{FRESH}\ngueltig: {{bis: 2027-01-21}}", ["Das Angebot gilt nur bis zum 21. Januar 2027."]),
        (f"{FRESH}\ngueltig: {{bis: 2027-01-22}}", []),
        (
            f"{FRESH}\nstatus: geplant\ngueltig: {{ab: 2026-11-22}}",
            ["Der Beginn war geplant für den 22. November 2026."],
        ),
        (
            f"{FRESH}\nzeiten: {{zweck: treffen, termine: [2026-11-01, 2026-11-08], stand: 2026-10}}",
            ["Alle Zeiten sind vorbei."],
        ),
        (
            f"{FRESH}\nzeiten: {{zweck: treffen, tage: Montag, gueltig: {{bis: 2026-12-31}}, stand: 2026-10}}",
            ["Zeiten gelten nur bis zum 31. Dezember 2026."],
        ),
        (
            f"{FRESH}\nzeiten: {{zweck: treffen, termine: [2026-11-01, 2026-11-22], stand: 2026-10}}",
            ["Zeiten gelten nur bis zum 22. November 2026."],  # today is the last one: it is not over
        ),
        (f"{FRESH}\n{WEEKLY.replace('2026-10', '2015')}", []),  # whoever confirms an offer confirms its times
        (
            WEEKLY.replace("2026-10", "unbekannt"),
            ["Noch nie bestätigt.", "Die Zeiten sind alt. Stand: nicht bekannt."],
        ),
        ("quelle: {angabe: Träger, stand: 2025-11-21}", ["Noch nie bestätigt."]),  # the last day
        (f"{FRESH}\nausnahmen: {{ab: 2026-11-01, bis: 2026-11-22}}", []),
        (
            f"{FRESH}\nausnahmen: {{ab: 2026-11-01, bis: 2026-11-21}}",
            ["Die Ausnahme bis zum 21. November 2026 ist vorbei."],
        ),
    ],
)
def test_why_an_entry_is_due(city: MakeCity, lines: str, reasons: list[str]) -> None:
    found = due(directory_of(city, {"mitte/gruppe.yaml": entry_with(lines)}), TODAY)
    assert [reason for item in found for reason in item.reasons] == reasons


def test_the_oldest_come_first_and_older_than_leaves_out_what_is_younger(city: MakeCity) -> None:
    said = {"neu": "2026-10", "alt": "2015", "nie": "unbekannt", "halb": "2026-04-01"}
    files = {f"mitte/{name}.yaml": entry_with(f"quelle: {{angabe: T, stand: {as_of}}}") for name, as_of in said.items()}
    directory = directory_of(city, files)
    assert [item.entry.slug for item in due(directory, TODAY)] == ["nie", "alt", "halb", "neu"]
    assert [item.entry.slug for item in due(directory, TODAY, 6)] == ["nie", "alt", "halb"]
    assert [item.entry.slug for item in due(directory, TODAY, 24)] == ["nie", "alt"]


def test_the_newest_word_counts_to_the_day(city: MakeCity) -> None:
    confirmed = entry_with("bestaetigt: {am: 2025-11-20, von: traeger}\nquelle: {angabe: Träger, stand: 2025-10}")
    (item,) = due(directory_of(city, {"mitte/gruppe.yaml": confirmed}), TODAY)
    assert partial_date(item.last_said) == "20. November 2025"


def test_what_editors_can_mend_alone_bothers_nobody(city: MakeCity, tmp_path: Path) -> None:
    past = f"{FRESH}\nausnahmen: {{ab: 2026-11-01, bis: 2026-11-21}}"
    root = city({"mitte/gruppe.yaml": entry_with(past)})
    arguments = ["due", "--entries", str(root), "--today", "2026-11-22"]
    assert "gruppe" in CliRunner().invoke(cli, arguments).output
    titles = json.loads(CliRunner().invoke(cli, [*arguments, "--format", "json"]).output)
    assert [item["entries"] for item in titles] == [["eine-runde"], ["ein-haus"]]
    CliRunner().invoke(cli, [*arguments, "--output", str(tmp_path / "briefe")])
    made = sorted(file.name for file in (tmp_path / "briefe").glob("[!.]*"))
    assert made == [
        "angebot-eine-runde.eml", "angebot-eine-runde.pdf", "traeger-ein-traeger.eml", "traeger-ein-traeger.pdf",
    ]  # fmt: skip


OTHER = "name: Zweiter Träger\nart: verein\nkontakt: {mail: post@zwei.example}\n"


def test_each_entry_is_asked_about_once(city: MakeCity) -> None:
    directory = directory_of(
        city,
        {
            "_traeger/zwei.yaml": OTHER,
            "mitte/beide.yaml": entry_with("name: Beide\ntraeger: [zwei, ein-traeger]"),
            "mitte/einer.yaml": entry_with("name: Einer\ntraeger: ein-traeger"),
            "mitte/stumme-gruppe.yaml": entry_with("name: Stumme Gruppe"),
            "mitte/vermittelt.yaml": entry_with("name: Vermittelt\nkontakt: {ueber: beide}"),
            "mitte/selbst.yaml": entry_with("name: Selbst\nkontakt: {telefon: 040 777777, ueber: beide}"),
            "mitte/ohne.yaml": entry_with("name: Ohne\ntraeger: stumm\nkontakt: {ueber: stumme-gruppe}"),
            "_traeger/stumm.yaml": "name: Stumm\nart: verein\n",
            "mitte/am-rand.yaml": entry_with("name: Am Rand\nkontakt: {ueber: stumme-gruppe}"),
        },
    )
    found = {one.key: ([item.entry.slug for item in one.due], one.contact) for one in asked_in(directory)}
    assert {key: slugs for key, (slugs, _) in found.items()} == {
        "angebot-am-rand": ["am-rand"],
        "angebot-stumme-gruppe": ["stumme-gruppe"],
        "angebot-selbst": ["selbst"],
        "traeger-ein-traeger": ["einer"],
        "traeger-stumm": ["ohne"],
        "traeger-zwei": ["beide", "vermittelt"],
    }
    assert found["traeger-zwei"][1].mails == ("post@zwei.example",)
    assert found["traeger-ein-traeger"][1].phones[0].digits == "040123456", (
        "the entry's, as the provider has only a page"
    )
    assert found["traeger-stumm"][1].phones[0].digits == "040123456"
    assert found["angebot-am-rand"][1].phones[0].digits == "040123456", "of the entry that passes questions on"


def test_a_secret_entry_gives_nothing_away_anywhere(city: MakeCity) -> None:
    house = entry_with("name: Haus\ntraeger: ein-traeger\nkontakt: {telefon: 040 888888}")
    directory = directory_of(
        city, {"alle/geheim.yaml": entry_with(f"name: Zuflucht\n{HIDDEN}"), "mitte/das-haus.yaml": house}, EDITORS
    )
    secret, other = asked_in(directory)[::-1]
    assert (secret.key, other.key) == ("angebot-geheim", "traeger-ein-traeger")
    view = listing_of(directory)
    outputs = [
        letter(view, secret).text,
        draft(letter(view, secret), secret.contact).decode(),
        table([secret]),
        json.dumps(items(directory, [secret]), ensure_ascii=False),
        text_of(form_pdf(view, secret)),
    ]
    for text in outputs:
        assert "Zuflucht" in text
        assert not [word for word in ("Träger e. V.", "ein-traeger", "Amt", "888888") if word in text]
    assert "Der Ort ist geheim." in outputs[0]


@pytest.mark.parametrize(
    ("entry", "house"), [("geheim", "normal"), ("normal", "geheim")], ids=["asks-a-house", "passes-questions-on"]
)
def test_a_secret_entry_and_who_passes_its_questions_on_are_asked_apart(city: MakeCity, entry: str, house: str) -> None:
    """Without phone and mail, the provider of the house would get a letter with both names."""
    where = {"geheim": "orte: {art: geheim}", "normal": "orte: {art: telefon}"}
    directory = directory_of(
        city,
        {
            "mitte/gruppe.yaml": entry_with(f"kontakt: {{ueber: das-haus}}\n{where[entry]}"),
            "mitte/das-haus.yaml": entry_with(
                f"name: Haus\ntraeger: ein-traeger\nkontakt: {{telefon: 040 888888}}\n{where[house]}"
            ),
        },
    )
    asked = {item.entry.slug: one for one in asked_in(directory) for item in one.due}
    assert asked["gruppe"].key == "angebot-gruppe"
    assert not asked["gruppe"].contact.phones, "the number of the house leads from one to the other"
    assert [item.entry.slug for item in asked["das-haus"].due] == ["das-haus"]


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_a_letter_says_what_the_page_says_and_why_we_ask(city: MakeCity) -> None:
    lines = f"name: Runde\ntraeger: ein-traeger\norte: {{strasse: Hauptstraße, hausnummer: 3}}\n{WEEKLY}"
    directory = directory_of(city, {"mitte/runde.yaml": entry_with(lines)})
    (to,) = asked_in(directory)
    lines_of_text = [line.strip() for line in letter(listing_of(directory), to).text.splitlines()]
    for sentence in (
        "Wir treffen uns.",
        "Jeden Montag: ab 18 Uhr.",
        "Hauptstraße 3",
        "040\u00a012\u00a034\u00a056",
        "Noch nie bestätigt.",
    ):
        assert sentence in lines_of_text
    assert "Antworten Sie auf diese Mail." in lines_of_text, "nobody has told another way"
    assert not any("mailto:" in line or "None" in line for line in lines_of_text)


def test_a_letter_is_easy_to_read(city: MakeCity) -> None:
    directory = directory_of(city, {"mitte/gruppe.yaml": entry_with(WEEKLY)}, EDITORS)
    (to,) = asked_in(directory)
    lines = [line for line in letter(listing_of(directory), to).text.splitlines() if line[2:3] != "<"]
    found = [line for line in proofread(lines, profile("leicht-din")) if line.finding.severity != "hint"]
    assert [(lines[line.number - 1], line.finding.rule) for line in found] == []


def test_a_draft_can_be_opened_and_sent(city: MakeCity) -> None:
    files = {
        "_traeger/zwei.yaml": OTHER.replace("post@zwei", "post@zwölf"),
        "mitte/gruppe.yaml": entry_with("traeger: zwei"),
    }
    directory = directory_of(city, files, EDITORS)
    (to,) = asked_in(directory)
    written = letter(listing_of(directory), to)
    data = draft(written, to.contact)
    assert data == draft(letter(listing_of(directory), to), to.contact)
    assert data.isascii()
    message = email.message_from_bytes(data, policy=default)
    assert message["Subject"] == "Stimmen Ihre Angaben noch? Treffpunkte in Musterstadt"
    assert message["To"] == f"post@{'zwölf'.encode('idna').decode()}.example"
    assert message["X-Unsent"] == "1"
    assert not {"Date", "Message-ID", "From"} & set(message.keys())
    assert message.get_content_type() == "text/plain"
    assert message.get_content().replace("\r\n", "\n") == written.text


def test_without_a_mail_address_a_draft_has_no_receiver(city: MakeCity) -> None:
    directory = directory_of(city, {"mitte/gruppe.yaml": entry_with("name: Gruppe")})
    (to,) = asked_in(directory)
    assert email.message_from_bytes(draft(letter(listing_of(directory), to), to.contact))["To"] is None


def test_four_answers_are_ready_to_send(city: MakeCity) -> None:
    directory = directory_of(city, {"mitte/gruppe.yaml": entry_with('name: "A & B? #1 + ä"')}, EDITORS)
    found = answers(directory.city, directory.entries[0])
    subjects = [parse_qs(urlsplit(answer.address).query)["subject"] for answer in found]
    assert subjects == [
        ["Das stimmt: A & B? #1 + ä (gruppe)"],
        ["Das ist anders: A & B? #1 + ä (gruppe)"],
        ["Das Angebot gibt es nicht mehr: A & B? #1 + ä (gruppe)"],
        ["Bitte entfernen: A & B? #1 + ä (gruppe)"],
    ]
    assert {urlsplit(answer.address).path for answer in found} == {"redaktion@example.org"}
    text = letter(listing_of(directory), asked_in(directory)[0]).text
    assert all(f"<{answer.address}>" in text for answer in found)


def test_one_answer_is_enough_for_all_offers_of_a_provider(city: MakeCity) -> None:
    files = {f"mitte/{name}.yaml": entry_with(f"name: {name}\ntraeger: ein-traeger") for name in ("eins", "zwei")}
    directory = directory_of(city, files, EDITORS)
    (to,) = asked_in(directory)
    whole = confirm_all(directory.city, to.name, [item.entry for item in to.due])
    assert f"<{whole}>" in letter(listing_of(directory), to).text
    query = parse_qs(urlsplit(whole).query)
    said = said_in(query["subject"][0], query["body"][0], directory.entry)
    assert said
    assert (set(said.slugs), said.more) == ({"eins", "zwei"}, ())
    sheets = text_of(form_pdf(listing_of(directory), to))
    assert sheets.count("Das stimmt bei allen 2 Angeboten von diesem Brief") == 1


@settings(deadline=None)
@given(st.text(), st.text())
def test_a_mail_address_with_a_message_holds_any_text(subject: str, body: str) -> None:
    body = body.replace("\r", "")
    parts = urlsplit(mailto("post+a@example.org", subject.replace("\x00", ""), body))
    assert (parts.scheme, unquote(parts.path), parts.fragment) == ("mailto", "post+a@example.org", "")
    fields = dict(pair.split("=") for pair in parts.query.split("&"))
    assert unquote(fields["body"]).split("\r\n") == body.split("\n"), "RFC 6068, section 5"
    assert "+" not in parts.query, "a plus is a plus in mail addresses, not a blank"


def test_where_only_a_repository_is_known_answers_are_written_there(city: MakeCity) -> None:
    directory = directory_of(city, {"mitte/gruppe.yaml": entry_with("name: Gruppe")})
    entry = directory.entries[0]
    assert [answer.address for answer in answers(directory.city, entry)] == [""] * 4
    known = directory.city.model_copy(update={"repository": "https://github.com/stadt/verzeichnis"})
    asked = [parse_qs(urlsplit(answer.address).query) for answer in answers(known, entry)]
    assert all(query["angebot"] == ["gruppe"] for query in asked)
    forms = Path(__file__).parents[1] / ".github" / "ISSUE_TEMPLATE"
    assert all((forms / query["template"][0]).is_file() for query in asked)


def test_changes_are_made_in_the_form_of_the_website(city: MakeCity) -> None:
    directory = directory_of(city, {"mitte/gruppe.yaml": entry_with("name: Gruppe")})
    known = directory.city.model_copy(update={"website": "https://treffpunkte.example"})
    _, changed, *_ = answers(known, directory.entries[0])
    assert changed.address == "https://treffpunkte.example/mitmachen/aendern/#gruppe"


def test_the_code_on_the_paper_form_leads_to_the_form_for_changes(city: MakeCity) -> None:
    directory = directory_of(city, {"mitte/gruppe.yaml": entry_with("name: Gruppe")})
    (to,) = asked_in(directory)
    known = replace(directory, city=directory.city.model_copy(update={"website": "https://treffpunkte.example"}))
    (outline,) = form(listing_of(known), to).entries
    assert outline.code == "https://treffpunkte.example/mitmachen/aendern/#gruppe"
    assert "Oder ändern Sie es im Internet." in " ".join(text_of(form_pdf(listing_of(known), to)).split())
    assert "im Internet" not in text_of(form_pdf(listing_of(directory), to))


def test_the_data_for_a_workflow_keep_their_contract(city: MakeCity) -> None:
    directory = directory_of(
        city,
        {
            "mitte/runde.yaml": entry_with("name: Runde\ntraeger: ein-traeger"),
            "mitte/allein.yaml": entry_with("name: Allein"),
        },
    )
    alone, provider = items(directory, asked_in(directory))
    assert (alone["provider"], alone["name"], alone["entries"]) == ("", "Allein", ["allein"])
    assert (provider["provider"], provider["name"]) == ("ein-traeger", "Ein Träger e. V.")
    assert provider["title"] == "Bitte bestätigen: Ein Träger e. V."
    assert "`directory confirm runde --by traeger`" in provider["body"]
    assert "`entries/mitte/runde.yaml`" in provider["body"]
    assert provider["details"] == [
        {
            "slug": "runde",
            "name": "Runde",
            "path": "entries/mitte/runde.yaml",
            "last_said": "2026-10",
            "oldest": "2026-10",
            "reasons": ["Noch nie bestätigt."],
        }
    ]


@settings(deadline=None)
@given(st.text("1.)-+#>*_@a~|<&[]!`\\=: ", min_size=1).map(lambda text: " ".join(text.split())).filter(bool))
def test_a_name_in_markdown_is_only_a_name(name: str) -> None:
    inline = MarkdownIt().parse(escaped(name))
    assert [token.type for token in inline] == ["paragraph_open", "inline", "paragraph_close"]
    children = inline[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children).replace(ZERO_WIDTH, "") == name


def test_nobody_is_called_from_an_issue_and_an_address_can_be_copied(city: MakeCity) -> None:
    entry = entry_with("name: Gruppe @jemand\nkontakt: {mail: post@example.org}")
    directory = directory_of(city, {"mitte/gruppe.yaml": entry})
    body = next(item["body"] for item in items(directory, asked_in(directory)) if item["entries"] == ["gruppe"])
    assert "@jemand" not in body
    assert "`Mail: post@example.org`" in body


def test_the_table_is_safe_to_open(city: MakeCity) -> None:
    directory = directory_of(city, {"mitte/gruppe.yaml": entry_with('name: "=1+1; \\"x\\""\ntraeger: ein-traeger')})
    heading, row = csv.reader(io.StringIO(table(asked_in(directory)), newline=""))
    assert tuple(heading) == COLUMNS
    assert dict(zip(heading, row, strict=True)) | {"gruende": ""} == {
        "traeger": "ein-traeger",
        "name_vom_traeger": "Ein Träger e. V.",
        "telefon": "040 123456",
        "mail": "",
        "angebot": "gruppe",
        "name": '\'=1+1; "x"',
        "datei": "entries/mitte/gruppe.yaml",
        "zuletzt": "2026-10",
        "gruende": "",
    }


HOSTILE = r"#eval(\"1+1\") @x $a^2$ \ *fett* _schief_ `code` <label> // weg [x]"


@pytest.mark.parametrize("settings", ["", EDITORS])
def test_the_form_on_paper_can_be_read_by_everyone(city: MakeCity, tmp_path: Path, settings: str) -> None:
    long = "\n".join(f"  - Das ist der Satz mit der Nummer {number}." for number in range(60))
    directory = directory_of(
        city,
        {
            "mitte/kurz.yaml": entry_with(f'name: "{HOSTILE}"\ntraeger: ein-traeger'),
            "mitte/lang.yaml": entry_with(f"name: Lang\ntraeger: ein-traeger\nbeschreibung:\n{long}"),
        },
        settings,
    )
    (to,) = asked_in(directory)
    made = form_pdf(listing_of(directory), to)
    file = tmp_path / "form.pdf"
    file.write_bytes(made)
    assert page_validation.validate_pdf(str(file), profile="ua1").is_compliant
    pages = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(file).pages]
    assert len(pages) == 3, "a page for a short entry, two for a long one"
    for label in (
        "Das stimmt",
        "Das ist anders",
        "Das Angebot gibt es nicht mehr",
        "Bitte entfernen",
        "Wer antwortet?",
    ):
        assert sum(page.replace("Das stimmt bei allen", "").count(label) for page in pages) == 2
    assert "".join(HOSTILE.replace("\\", "").split()).replace('"', "") in "".join(
        pages[0].replace("\\", "").replace('"', "").split()
    )
    assert "Es geht um: Lang" in pages[2]
    assert all("Stand: 22. November 2026." in page for page in pages)
    back = "Verein Musterstadt, Hauptstraße 1, 20095 Musterstadt" if settings else "noch keine eigene Adresse"
    assert back in pages[0]


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["due", *arguments, "--today", "2026-11-22"], standalone_mode=False)
    return done.return_value if done.exception is None else 2, done.output + str(done.exception or "")


def test_the_command_lists_saves_and_chooses(city: MakeCity, tmp_path: Path) -> None:
    root = str(city({}))
    status, text = run("--entries", root)
    assert status == 0
    assert text.splitlines()[0].startswith("2026-05     Das Haus  (ein-haus)")
    assert text.splitlines()[-1] == "2 Angebote prüfen, 2 Stellen fragen."
    assert run("--entries", root, "--older-than", "24")[1] == "Alles ist frisch.\n"
    assert len(run("--entries", root, "--format", "csv", "--provider", "ein-traeger")[1].splitlines()) == 2
    assert len(json.loads(run("--entries", root, "--format", "json", "--provider", "eine-runde")[1])) == 1
    status, text = run("--entries", root, "--provider", "ein-trager")
    assert "Meinten Sie „ein-traeger“?" in text
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        run("--entries", root, "--output", str(folder))
    first, second = ({file.name: file.read_bytes() for file in folder.glob("[!.]*")} for folder in folders)
    assert len(first) == 4
    assert first == second


def test_every_entry_that_was_shipped_can_be_asked_about() -> None:
    directory = load_city(Path(__file__).parents[1] / "entries").directory
    assert directory
    view, found = listing_of(directory), asked_in(directory)
    for to in found:
        text = letter(view, to).text
        assert all(item.entry.name in text for item in to.due)
    assert len({to.key for to in found}) == len(found)
    assert sorted(item.entry.slug for to in found for item in to.due) == sorted(
        item.entry.slug for item in due(directory, TODAY)
    )


def test_a_new_source_does_not_make_an_old_fact_young(city: MakeCity) -> None:
    old_hours = """zeiten: {zweck: treffen, tage: Di, von: 18:00, stand: 2015-03}
quelle: [{angabe: Träger, stand: 2015-03}, {url: "https://example.org/", stand: 2026-10}]"""
    directory = directory_of(city, {"mitte/alt.yaml": entry_with(old_hours), "mitte/neu.yaml": entry_with("name: Neu")})
    slugs = [item.entry.slug for item in due(directory, TODAY) if item.entry.slug in {"alt", "neu"}]
    assert slugs == ["alt", "neu"]
    assert oldest_fact(directory.entry["alt"], TODAY) == PartialDate(2015, 3)


def test_a_confirmation_makes_every_fact_young(city: MakeCity) -> None:
    lines = """zeiten: {zweck: treffen, tage: Di, von: 18:00, stand: 2015-03}
bestaetigt: {am: 2026-11-01, von: traeger}"""
    directory = directory_of(city, {"mitte/alt.yaml": entry_with(lines)})
    assert oldest_fact(directory.entry["alt"], TODAY) == PartialDate(2026, 11, 1)
