"""Whom one can ask: one chain for every output, and nobody is told to ask where there is nobody to ask."""

import html
import json
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from conftest import TODAY, MakeCity, day_view, entry_with, load_city
from on_paper import in_full, in_short, text_on_paper

from directory.booklets.book import book
from directory.booklets.offer import NO_WAY
from directory.booklets.sheet import sheet
from directory.checks import check
from directory.editors.due import due
from directory.editors.letters.letter import letter
from directory.editors.recipients import recipients_of
from directory.exports.as_icalendar import calendars
from directory.intake.web.controls import words_of
from directory.intake.web.pages import correction_page, new_page
from directory.pages.entry import entry_page
from directory.pages.lists import area_page
from directory.pages.my_list import my_list_file
from directory.pages.needs import need_page
from directory.pages.plain import plain_page
from directory.pages.weeks import week_page
from directory.schedule import agenda
from directory.search.results import result_rows
from directory.source import load
from directory.view.asking import Asking
from directory.view.day import DayView
from directory.view.outline import Outline, outline_of

SHIPPED = Path(__file__).parents[1] / "entries"
BUILT = date(2026, 11, 29)
# Numbers for people in danger are no way to ask about an entry.
TOLD_TO_ASK = re.compile(r"\b[Ff]ragen Sie\b|\bAuskunft gibt\b|\bnachfragen\b|\b[Rr]ufen Sie (?!sofort|beim Notruf)")
NOBODY = "Für dieses Angebot kennen wir keine Telefon-Nummer und keine Internet-Seite."
KINDS = (
    "treffpunkt: {name: Treff-Punkt, mehrzahl: Treff-Punkte, symbol: home, haus: ja}\n"
    "selbsthilfegruppe: {name: Selbst-Hilfe-Gruppe, mehrzahl: Selbst-Hilfe-Gruppen, symbol: home,"
    " auskunft: kontaktstelle}\n"
    "verein: {name: Verein, mehrzahl: Vereine, symbol: home}\n"
)
PROVIDER = "name: Ein Träger\nart: verein\nkontakt: {telefon: 040 222222}\n"
MUTE_PROVIDER = "name: Ein Träger\nart: verein\n"
HOUSE = entry_with("name: Das Haus\nart: treffpunkt\norte: {strasse: Hauptstraße, hausnummer: 1}").replace(
    "040 123456", "040 333333"
)
CONTACT_POINT = entry_with("name: Die Kontakt-Stelle\nart: verein\nkontakt: {telefon: 040 444444}")
IN_HOUSE = "art: verein\norte: {bei: ein-haus}\nkontakt: {}"
AREAS = Path("tests/city/_vocabulary/sozialraeume.yaml").read_text(encoding="utf-8")
WITH_POINT = AREAS.replace("im_satz: in Mitte\n", "im_satz: in Mitte\n  auskunft: kontaktstelle\n")
HELPER = "\nauskunft: {name: Die Auskunft, kontakt: {telefon: 040 555555}, zugesagt: 2026-11-01}\n"


@cache
def shipped() -> DayView:
    result = check(load(SHIPPED), BUILT)
    assert result.checked
    return DayView(result.checked, agenda(result.checked.directory, BUILT))


def view_of(
    city: MakeCity, group: str, files: dict[str, str] | None = None, *, settings: str = "", name: str = "entries"
) -> DayView:
    base = {
        "_vocabulary/arten.yaml": KINDS,
        "_traeger/ein-traeger.yaml": PROVIDER,
        "mitte/ein-haus.yaml": HOUSE,
        "mitte/kontaktstelle.yaml": CONTACT_POINT,
        "mitte/gruppe.yaml": group,
    }
    root = city({**base, **(files or {})}, name)
    if settings:
        stadt = root / "_stadt.yaml"
        stadt.write_text(stadt.read_text() + settings)
    return day_view(load_city(root).directory)


def asking_of(view: DayView, slug: str = "gruppe") -> Asking:
    return view.of(view.directory.entry[slug]).asking


def spaced(text: str) -> str:
    """Return the text with plain blanks within numbers."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def said(asking: Asking) -> list[str]:
    return [spaced(f"{one.link} | {one.name} | {one.ways[0].text} | {one.whose}") for one in asking.answerers]


OLD = "zeiten: [{zweck: offen, tage: [Montag], von: 09:00, stand: 2020}]"
OPEN = "zeiten: [{zweck: offen, tage: [Montag], von: 09:00, stand: 2026-10}]"
MEETING = OPEN.replace("offen", "treffen")
DOOR = "orte: {strasse: Hafenstraße, hausnummer: 2}\nkontakt: {}"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("kontakt: {telefon: 040 123456}", ["eigen |  | 040 12 34 56 | "]),
        (f"{IN_HOUSE}", ["haus | Das Haus | 040 33 33 33 | Das ist die Nummer vom Haus."]),
        (f"{IN_HOUSE}\ntraeger: ein-traeger", ["haus | Das Haus | 040 33 33 33 | Das ist die Nummer vom Haus."]),
        (
            "art: verein\norte: {strasse: Hafenstraße, hausnummer: 2}\nkontakt: {}\ntraeger: ein-traeger",
            ["anbieter | Ein Träger | 040 22 22 22 | Das ist die Nummer vom Anbieter."],
        ),
        (
            f"art: selbsthilfegruppe\n{DOOR}",
            ["art | Die Kontakt-Stelle | 040 44 44 44 | Die Stelle gehört nicht zum Angebot."],
        ),
        (f"art: verein\n{DOOR}", []),
        (f"art: verein\n{DOOR}\n{OLD}", []),
        (f"art: verein\n{DOOR}\n{OPEN}", ["eigen |  | Hafenstraße 2 | "]),
        (
            "art: verein\norte: {bei: ein-haus}\nkontakt: {webseite: 'https://gruppe.example'}",
            ["eigen |  | gruppe.example | ", "haus | Das Haus | 040 33 33 33 | Das ist die Nummer vom Haus."],
        ),
        ("art: verein\nkontakt: {webseite: 'https://gruppe.example'}", ["eigen |  | gruppe.example | "]),
        (
            "art: verein\nkontakt: {formular: 'https://gruppe.example/schreiben'}",
            ["eigen |  | gruppe.example | "],
        ),
        (
            "art: verein\nkontakt: {ueber: kontaktstelle}\norte: {bei: ein-haus}",
            ["genannt | Die Kontakt-Stelle | 040 44 44 44 | Diese Stelle hilft Ihnen weiter."],
        ),
    ],
)  # fmt: skip
def test_the_chain_ends_at_the_first_who_can_answer(city: MakeCity, lines: str, expected: list[str]) -> None:
    assert said(asking_of(view_of(city, entry_with(lines)))) == expected


def test_a_neighbour_under_the_same_roof_does_not_answer(city: MakeCity) -> None:
    neighbour = entry_with("name: Nachbar\nart: verein\norte: {strasse: Hauptstraße, hausnummer: 1}")
    group = entry_with("art: verein\norte: {bei: nachbar}\nkontakt: {}")
    assert said(asking_of(view_of(city, group, {"mitte/nachbar.yaml": neighbour}))) == []


def test_a_neighbour_of_the_same_provider_does(city: MakeCity) -> None:
    mute = {"_traeger/ein-traeger.yaml": MUTE_PROVIDER}
    neighbour = entry_with("name: Nachbar\nart: verein\ntraeger: ein-traeger\norte: {strasse: Am Tor, hausnummer: 1}")
    group = entry_with("art: verein\ntraeger: ein-traeger\norte: {bei: nachbar}\nkontakt: {}")
    view = view_of(city, group, {**mute, "mitte/nachbar.yaml": neighbour})
    assert said(asking_of(view)) == ["haus | Nachbar | 040 12 34 56 | Das ist die Nummer vom Haus."]


def test_who_runs_the_house_answers_for_a_house_without_a_number(city: MakeCity) -> None:
    house = entry_with(
        "name: Das Haus\nart: treffpunkt\ntraeger: ein-traeger\nkontakt: {}\norte: {strasse: Am Tor, hausnummer: 1}"
    )
    view = view_of(city, entry_with(IN_HOUSE), {"mitte/ein-haus.yaml": house})
    assert said(asking_of(view)) == ["betreiber | Ein Träger | 040 22 22 22 | Diese Stelle führt das Haus."]


@pytest.mark.parametrize("status", ["status: geschlossen", "status: pausiert", "gueltig: {bis: 2026-01-01}"])
def test_a_house_that_is_not_open_does_not_answer(city: MakeCity, status: str) -> None:
    view = view_of(city, entry_with(IN_HOUSE), {"mitte/ein-haus.yaml": HOUSE + status + "\n"})
    assert said(asking_of(view)) == []


def test_a_secret_entry_leads_neither_to_a_house_nor_to_a_provider(city: MakeCity) -> None:
    secret = entry_with(
        "art: selbsthilfegruppe\ntraeger: ein-traeger\norte: [{art: geheim}, {bei: ein-haus}]\nkontakt: {}"
    )
    view = view_of(city, secret, {"_vocabulary/sozialraeume.yaml": WITH_POINT})
    assert [one.link for one in asking_of(view).answerers] == ["art"]
    secret = secret.replace("selbsthilfegruppe", "verein")
    view = view_of(city, secret, {"_vocabulary/sozialraeume.yaml": WITH_POINT}, name="of another kind")
    assert asking_of(view).answerers == ()


@pytest.mark.parametrize(
    ("group", "links"),
    [
        (f"art: verein\n{DOOR}", ["gebiet"]),
        (f"art: verein\n{DOOR}".replace("kontakt: {}", "kontakt: {webseite: https://a.example}"), ["eigen", "gebiet"]),
    ],
)
def test_who_answers_for_an_area_is_asked_where_no_person_is_nearer(
    city: MakeCity, group: str, links: list[str]
) -> None:
    view = view_of(city, entry_with(group), {"_vocabulary/sozialraeume.yaml": WITH_POINT})
    assert [one.link for one in asking_of(view).answerers] == links
    assert [one.link for one in asking_of(view, "kontaktstelle").answerers] == ["eigen"], "not itself"


ADVICE = "name: Die Beratung\nart: beratung\nkontakt: {telefon: 040 777777}"
FOR_CHILDREN = {
    "_vocabulary/arten.yaml": KINDS + "beratung: {name: Beratung, mehrzahl: Beratungen, symbol: home}\n"
    "bank: {name: Bank, mehrzahl: Bänke, symbol: home, fragen: [wo]}\n",
    "_vocabulary/zielgruppen.yaml": "alle: Alle\nkinder: {name: Kinder, auskunft: beratung}\n",
    "_vocabulary/themen.yaml": Path("tests/city/_vocabulary/themen.yaml").read_text(encoding="utf-8")
    + "\nkunst: {name: Kunst, gruppe: freizeit, auskunft: beratung}\n"
    + "krise: {name: Krise, gruppe: freizeit, krise: ja}\n"
    + "not: {name: Not, gruppe: freizeit, auskunft: nothilfe}\n",
    "mitte/nothilfe.yaml": entry_with("name: Nothilfe\nart: beratung\nthemen: krise"),
    "mitte/beratung.yaml": entry_with(ADVICE),
}


@pytest.mark.parametrize(
    ("lines", "links"),
    [
        ("art: verein\nzielgruppen: [kinder, alle]", ["zielgruppe"]),
        ("art: verein\nzielgruppen: kinder\ntraeger: ein-traeger", ["anbieter"]),
        # It is for others above all.
        ("art: verein\nzielgruppen: [alle, kinder]", []),
        # Another one that advises is no office of this one, and says so.
        ("art: [treffpunkt, beratung]\nzielgruppen: kinder", ["zielgruppe"]),
        ("art: verein\nthemen: kunst", ["thema"]),
        ("art: verein\nthemen: [kunst, krise]", ["thema"]),
        # Who does not know about a crisis is no help in it.
        ("art: verein\nthemen: [krise, kunst]", []),
        ("art: verein\nthemen: [krise, not]", ["thema"]),
        ("art: bank\nzielgruppen: kinder", []),
        ("art: verein\nzielgruppen: kinder\ntraeger: ein-traeger\norte: [{art: geheim}, {bei: ein-haus}]", []),
    ],
)
def test_who_advises_these_people_is_asked_where_no_person_is_nearer(
    city: MakeCity, lines: str, links: list[str]
) -> None:
    door = "" if "orte" in lines else f"\n{DOOR}".replace("\nkontakt: {}", "")
    view = view_of(city, entry_with(f"{lines}{door}\nkontakt: {{}}"), FOR_CHILDREN)
    assert [one.link for one in asking_of(view).answerers] == links


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("zielgruppen: kinder\nkontakt: {webseite: https://verein.example}", "P A"),
        ("zielgruppen: alle\nkontakt: {webseite: https://verein.example}", "P"),
        ("zielgruppen: kinder\nkontakt: {}", "A"),
        ("zielgruppen: kinder\ntraeger: ein-traeger\nkontakt: {webseite: https://verein.example}", "N P"),
    ],
)
def test_advice_from_elsewhere_stands_below_the_page_of_the_offer_and_says_what_it_is(
    city: MakeCity, lines: str, told: str
) -> None:
    """P: the page of the offer, A: advice, N: the number of the provider, in the order of the first screen."""
    view = view_of(city, entry_with(f"art: verein\norte: {{strasse: Hafenstraße}}\n{lines}"), FOR_CHILDREN)
    page = entry_page(view, "gruppe").body
    first = page.partition('data-fact="fragen"')[2].partition('class="side"')[0]
    known = {"P": "https://verein.example", "A": "Auskunft", "N": "Anrufen 040"}
    found = {name: spaced(first).find(text) for name, text in known.items() if text in spaced(first)}
    assert " ".join(sorted(found, key=lambda name: found[name])) == told
    assert ("Auskunft gibt:" in page) == ("A" in told)
    assert ("Die Stelle gehört nicht zum Angebot." in page) == ("A" in told)


@pytest.mark.parametrize(("topic", "links"), [("kunst", ["gebiet"]), ("krise", [])])
def test_the_whole_city_has_advice_where_nobody_is_nearer_but_not_in_danger(
    city: MakeCity, topic: str, links: list[str]
) -> None:
    """Whoever is in danger is not sent to an office for all and everything."""
    areas = AREAS.replace("stadtweit: ja\n", "stadtweit: ja\n  auskunft: kontaktstelle\n")
    assert areas != AREAS
    files = {**FOR_CHILDREN, "_vocabulary/sozialraeume.yaml": areas}
    files["_vocabulary/themen.yaml"] = files["_vocabulary/themen.yaml"].replace(", auskunft: beratung", "")
    view = view_of(city, entry_with(f"art: verein\nthemen: {topic}\n{DOOR}"), files)
    assert [one.link for one in asking_of(view).answerers] == links


def test_of_two_who_advise_the_one_with_a_telephone_answers(city: MakeCity) -> None:
    by_mail = ADVICE.replace("telefon: 040 777777", "mail: a@beratung.example")
    files = {**FOR_CHILDREN, "mitte/beratung.yaml": entry_with(by_mail), "_vocabulary/sozialraeume.yaml": WITH_POINT}
    group = entry_with(f"art: verein\nzielgruppen: kinder\n{DOOR}")
    assert [one.name for one in asking_of(view_of(city, group, files)).answerers] == ["Die Kontakt-Stelle"]


def test_nobody_is_missed_beside_a_bench(city: MakeCity) -> None:
    """Nobody calls about a bench: no output says that it has no number, and nobody is named who would not know."""
    bench = entry_with(f"art: bank\nzielgruppen: kinder\nthemen: kunst\n{DOOR}\n{MEETING}")
    view = view_of(city, bench, FOR_CHILDREN, settings=HELPER)
    seen = view.of(view.directory.entry["gruppe"])
    assert not seen.asking
    outputs = (
        plain(entry_page(view, "gruppe").body),
        plain(area_page(view, "mitte").body),
        "".join(map(str, result_rows(view, [seen.record]))),
        plain(json.loads(my_list_file(view).content)["sheets"]["gruppe"]),
        plain(week_page(view, "diese-woche").body),
        dict(calendars(view))["angebote/gruppe/termine.ics"],
        paper(view, "mitte", "gruppe"),
        text_on_paper(sheet(view, seen.record, trial=True).entry),
        lines_of(outline_of(seen, view.directory.city)),
    )
    missed = re.compile(r"Kein Kontakt|kenn\w* keine Telefon|Wen kann ich fragen")
    assert [text for text in outputs if missed.search(text)] == []


def test_a_helper_answers_only_where_the_city_names_one(city: MakeCity) -> None:
    lines = entry_with(f"art: verein\n{DOOR}")
    view = view_of(city, lines, settings=HELPER)
    advises = "Die Stelle gehört nicht zum Angebot."
    assert said(asking_of(view)) == [f"auskunft | Die Auskunft | 040 55 55 55 | {advises}"]
    assert "040 55 55 55" in spaced(plain_page(view, "suche/").body)


@pytest.mark.parametrize(
    "lines", ["zielgruppen: gehoerlose", "themen: hoeren"], ids=["for deaf people", "about hearing"]
)
def test_where_writing_is_better_writing_comes_first(city: MakeCity, lines: str) -> None:
    words = {
        "_vocabulary/zielgruppen.yaml": "gehoerlose: {name: Gehörlose, lieber_schreiben: ja}\nalle: Alle\n",
        "_vocabulary/themen.yaml": (Path(__file__).parent / "city/_vocabulary/themen.yaml").read_text()
        + "\nhoeren: {name: Hören, gruppe: freizeit, lieber_schreiben: ja}\n",
    }
    contact = "kontakt: {telefon: 040 123456, mail: a@gruppe.example, formular: 'https://gruppe.example/an-uns'}"
    found = asking_of(view_of(city, entry_with(f"{lines}\n{contact}"), words)).answerers[0]
    assert [way.kind for way in found.ways] == ["mail", "formular", "telefon"]
    plain = asking_of(view_of(city, entry_with(contact), name="without")).answerers[0]
    assert [way.kind for way in plain.ways] == ["telefon", "mail", "formular"]
    assert asking_of(view_of(city, entry_with(f"{lines}\n{contact}"), words, name="asked")).asked == "fragen"
    assert asking_of(view_of(city, entry_with(contact), name="called")).asked == "anrufen"


def test_who_does_not_hear_is_never_told_to_call(city: MakeCity) -> None:
    words = {"_vocabulary/bedarfe.yaml": "hoeren: {name: Ich höre nicht, symbol: home, lieber_schreiben: ja}\n"}
    words["_vocabulary/zugang.yaml"] = (
        "untertitel: {name: Untertitel, symbol: home, ja: Es gibt Untertitel., teilweise: Manchmal., nein: Keine.,"
        " frage: Gibt es Untertitel?, bedarf: [hoeren]}\n"
    )
    fits = "art: verein\norte: {strasse: Am Markt, zugang: {untertitel: ja}}\ntraeger: ein-traeger\n"
    writing = {**words, "_traeger/ein-traeger.yaml": PROVIDER.replace("telefon: 040 222222", "mail: b@traeger.example")}
    for name, (contact, way) in {
        "own": ("telefon: 040 123456, mail: a@gruppe.example", "Mail: a@gruppe.example"),
        "site": ("telefon: 040 123456, webseite: 'https://gruppe.example'", "Ein Träger, Mail: b@traeger.example"),
        "phone": ("telefon: 040 123456", "Ein Träger, Mail: b@traeger.example"),
    }.items():
        group = entry_with(f"{fits}kontakt: {{{contact}}}")
        text = plain(need_page(view_of(city, group, writing, name=name), "hoeren").body)
        assert way in text, text
        assert not re.search("[Tt]elefon|[Aa]nruf|[Rr]ufen Sie|040", text)
    alone = entry_with(f"{fits}kontakt: {{telefon: 040 123456}}")
    view = view_of(city, alone, words, name="nobody")
    assert "Wir kennen keinen Weg zum Schreiben." in plain(need_page(view, "hoeren").body)


def test_every_output_says_the_same_number_and_whose_it_is(city: MakeCity) -> None:
    view = view_of(city, entry_with(f"{IN_HOUSE}\n{MEETING}"))
    entry = view.directory.entry["gruppe"]
    outputs = {
        "page": plain(entry_page(view, "gruppe").body),
        "row": plain(area_page(view, "mitte").body),
        "search": result_rows(view, [entry]),
        "my list": plain(json.loads(my_list_file(view).content)["sheets"]["gruppe"]),
        "week": plain(week_page(view, "diese-woche").body),
        "calendar": dict(calendars(view))["angebote/gruppe/termine.ics"],
        "booklet": paper(view, "mitte", "gruppe"),
        "sheet": text_on_paper(sheet(view, entry, trial=True).entry),
    }
    assert [name for name, text in outputs.items() if "040 33 33 33" not in spaced(text)] == []
    whose = {"page": "Das ist die Nummer vom Haus.", "my list": "Das ist die Nummer vom Haus."}
    whose |= dict.fromkeys(("booklet", "sheet"), "Nummer von: Das Haus")
    assert [name for name, text in whose.items() if text not in outputs[name]] == []


def paper(view: DayView, area: str, slug: str) -> str:
    return next(text_on_paper(one) for one in in_full(book(view, area, trial=True)) if one.slug == slug)


def lines_of(outline: Outline) -> str:
    parts = [outline.lead, *(group.lines for group in outline.groups), outline.foot]
    return "\n".join(line.text for part in parts for line in part)


def plain(body: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split()).replace("\u00a0", " ")


def test_nobody_is_told_to_ask_where_there_is_nobody_to_ask() -> None:
    """And who can be asked stands on the same page and in the same entry on paper: whom, and with a way that leads."""
    view, city = shipped(), shipped().directory.city
    lost, told = [], 0
    for entry in view.listed:
        seen = view.of(entry)
        page = entry_page(view, entry.slug).body
        own = re.sub('<aside class="urgent".*?</aside>', "", page, flags=re.DOTALL)
        ways = re.findall(r'href="((?:tel:|mailto:|https?:)[^"]+)"', page.partition('data-fact="fragen"')[2])
        printed = lines_of(outline_of(seen, city))
        if seen.asking:
            assert ways, entry.slug
            assert seen.asking.answerers[0].ways[0].text in printed, entry.slug
            assert NOBODY not in plain(page) + printed, entry.slug
            told += bool(TOLD_TO_ASK.search(plain(own)))
            if (seen.unknown or not seen.record.confirmed) and not TOLD_TO_ASK.search(plain(own)):
                lost.append(entry.slug)
        else:
            assert (NOBODY in plain(page)) == (NOBODY in printed) == (not seen.asking.thing), entry.slug
            assert not TOLD_TO_ASK.search(plain(own)), entry.slug
            assert not TOLD_TO_ASK.search(printed), entry.slug
    # None has lost the sentence only to pass: what is a call anyway needs none.
    assert lost == []
    assert told > 70


@pytest.mark.parametrize("fact", ["offers", "brief"])
def test_booklets_tell_nobody_to_ask_nobody(fact: str) -> None:
    view = shipped()
    for area in view.directory.vocabulary.areas:
        made = book(view, area, trial=True)
        city_wide = view.directory.vocabulary.areas[area].city_wide
        offers = in_full(made) if fact == "offers" else in_short(made)
        texts = {one.slug: text_on_paper(one) for one in offers}
        for slug, text in texts.items():
            seen = view.of(view.directory.entry[slug]).asking
            answerer = seen.best
            if TOLD_TO_ASK.search(text):
                assert answerer, slug
            own = seen.answerers[0] if seen.advice else answerer
            told = own.ways[0].text.partition(" (auf ")[0] if own else "" if seen.thing else NO_WAY
            assert told in text, slug
            # Advice of the area is said once in front; the booklet of the whole city, for professionals, has only that.
            in_front = city_wide or (fact == "brief" and seen.advice and seen.advice.link == "gebiet")
            if seen.advice and not in_front:
                assert f"{seen.advice.beside}, {seen.advice.ways[0].text}" in text, slug
        assert made.office, area


REPORTS = "\nfehler_melden: {mail: redaktion@stadt.example, telefon: 040 666666}\n"


def test_where_nobody_can_be_asked_the_page_leads_on_and_asks_for_more_only_where_somebody_reads_it(
    city: MakeCity,
) -> None:
    group = entry_with(f"art: verein\nthemen: sport\n{DOOR}")
    trial = entry_page(view_of(city, group), "gruppe").body
    assert "Sie können uns noch nicht schreiben." in plain(trial)
    edited = entry_page(view_of(city, group, settings=REPORTS, name="edited"), "gruppe").body
    assert 'href="mailto:redaktion@stadt.example?subject=Zum%20Angebot%3A%20Gruppe"' in edited
    assert "noch nicht schreiben" not in plain(edited)
    for page in (trial, edited):
        assert NOBODY in plain(page)
        assert 'href="../../themen/sport/"' in page.partition('data-fact="fragen"')[2].partition('class="side"')[0]


def test_a_form_says_first_that_nobody_gets_the_answers_yet(city: MakeCity) -> None:
    group = entry_with(f"art: verein\n{DOOR}")
    pages = {}
    for name, settings in (("trial", ""), ("edited", REPORTS)):
        view = view_of(city, group, settings=settings, name=name)
        words = words_of(view.directory)
        pages[name] = [new_page(view, words).body, correction_page(view, words).body]
    for trial, edited in zip(pages["trial"], pages["edited"], strict=True):
        assert "Abschicken geht noch nicht." in trial.partition("<fieldset")[0]
        assert not re.search("Schicken Sie|Redaktion hilft|können ihn abschicken", trial)
        assert "geht noch nicht" not in edited
        assert "mailto:redaktion@stadt.example" in edited


def test_letters_say_whom_readers_are_told_to_ask(city: MakeCity) -> None:
    view = view_of(city, entry_with(f"{IN_HOUSE}\ntraeger: ein-traeger"))
    found = [one for one in due(view.directory, TODAY) if one.entry.slug == "gruppe"]
    texts = [str(letter(view, to)) for to in recipients_of(view.directory, found)]
    assert "040 33 33 33" in "".join(texts).replace(r"\xa0", " ")


def test_what_times_leave_open_is_asked_or_not_known(city: MakeCity) -> None:
    times = (
        "zeiten: [{zweck: treffen, alle_wochen: 2, tage: [Montag], von: 18:00, nach_vereinbarung: ja, stand: 2026-10}]"
    )
    asked = view_of(city, entry_with(f"{IN_HOUSE}\n{times}"))
    page = plain(entry_page(asked, "gruppe").body)
    assert "In welcher Woche? Bitte fragen Sie nach." in page
    assert "Bitte fragen Sie nach einem Termin." in page
    nobody = plain(entry_page(view_of(city, entry_with(f"art: verein\n{DOOR}\n{times}"), name="nobody"), "gruppe").body)
    assert "In welcher Woche? Das wissen wir nicht." in nobody
    assert not TOLD_TO_ASK.search(nobody)


DRAFT = (
    "mailto:a@gruppe.example?subject=Frage%20zu%3A%20Gruppe&body=Guten%20Tag%2C%20ich%20interessiere%20mich"
    "%20f%C3%BCr%3A%20Gruppe.%0D%0ADarf%20ich%20mit%20einer%20anderen%20Person%20kommen%3F%0D%0A"
)
TOPICS = (
    "gewalt: {name: Gewalt, gruppe: gesundheit, krise: ja, sensibel: ja}\n"
    "sucht: {name: Sucht, gruppe: gesundheit}\n"
    "sport: {name: Sport, gruppe: freizeit}\n"
)


@pytest.mark.parametrize(
    ("lines", "second", "draft"),
    [
        ("themen: sport\norte: {strasse: Weg}", "Darf ich mit einer anderen Person kommen?", ""),
        ("themen: sport\norte: {art: online}", "Wie kann ich mitmachen?", ""),
        (
            "themen: sport\norte: {strasse: Weg}\nkontakt: {mail: a@gruppe.example}",
            "Darf ich mit einer anderen Person kommen?",
            DRAFT,
        ),
        ("themen: sport", "Wann und wo ist das?", ""),
        ("themen: sucht\norte: {art: telefon}", "Haben Sie jetzt Zeit für mich?", ""),
    ],
)
def test_two_sentences_help_to_begin_and_a_draft_has_the_same(
    city: MakeCity, lines: str, second: str, draft: str
) -> None:
    view = view_of(city, entry_with(lines))
    words = view.of(view.directory.entry["gruppe"]).first_words
    assert words
    assert words.sentences[1] == second
    assert words.draft == draft
    page = entry_page(view, "gruppe").body
    assert all(line in html.unescape(page) for line in words.sentences)
    assert html.escape(draft) in page


def test_without_a_voice_at_the_other_end_there_is_nothing_to_say(city: MakeCity) -> None:
    view = view_of(city, entry_with("art: verein\nkontakt: {webseite: 'https://gruppe.example'}"))
    assert view.of(view.directory.entry["gruppe"]).first_words is None
    assert "Was kann ich sagen?" not in entry_page(view, "gruppe").body


def test_no_draft_stays_where_one_must_leave_quickly(city: MakeCity) -> None:
    group = entry_with("themen: gewalt\nkontakt: {mail: a@gruppe.example}")
    view = view_of(city, group, {"_vocabulary/themen.yaml": TOPICS})
    words = view.of(view.directory.entry["gruppe"]).first_words
    assert words
    assert words.draft == ""


REFUGE = (
    "schutz-haus: {name: Schutz-Haus, mehrzahl: Schutz-Häuser, symbol: home, erste_worte: [Ich brauche Hilfe.,"
    " Haben Sie Zeit?]}\nberatung: {name: Beratung, mehrzahl: Beratungen, symbol: home, erste_worte: Ich suche Rat.}\n"
)
INTEREST, ALONG = "Guten Tag, ich interessiere mich für: Gruppe.", "Darf ich mit einer anderen Person kommen?"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("art: schutz-haus\norte: {strasse: Weg}", ("Ich brauche Hilfe.", "Haben Sie Zeit?")),
        ("art: [beratung, schutz-haus]\norte: {strasse: Weg}", ("Ich suche Rat.", ALONG)),
        # Who is ill or addicted is not in need at once: a café is a café.
        ("art: treffpunkt\nthemen: gewalt\norte: {strasse: Weg}", (INTEREST, ALONG)),
        # Somebody else does not know what it is about.
        ("art: schutz-haus\norte: {bei: ein-haus}\nkontakt: {}", (INTEREST, ALONG)),
        ("art: beratung\norte: {art: telefon}\nkontakt: {ueber: kontaktstelle}", (INTEREST, "Wie kann ich mitmachen?")),
    ],
)
def test_who_calls_says_what_fits_the_kind_and_names_it_to_somebody_else(
    city: MakeCity, lines: str, said: tuple[str, str]
) -> None:
    files = {"_vocabulary/arten.yaml": KINDS + REFUGE, "_vocabulary/themen.yaml": TOPICS}
    view = view_of(city, entry_with(lines), files)
    words = view.of(view.directory.entry["gruppe"]).first_words
    assert words
    assert words.sentences == said


THINGS = (
    "bank: {name: Bank, mehrzahl: Bänke, symbol: home, fragen: [wo]}\n"
    "telefon: {name: Hilfe-Telefon, mehrzahl: Hilfe-Telefone, symbol: home, fragen: []}\n"
    "treffpunkt: {name: Treff-Punkt, mehrzahl: Treff-Punkte, symbol: home}\n"
    "selbsthilfegruppe: {name: Gruppe, mehrzahl: Gruppen, symbol: home}\n"
    "verein: {name: Verein, mehrzahl: Vereine, symbol: home}\n"
)


@pytest.mark.parametrize(
    ("lines", "unknown"),
    [
        ("art: bank\norte: {strasse: Weg}", ()),
        ("art: bank\norte: []", ("Ort",)),
        ("art: telefon\norte: {art: telefon}", ()),
        ("art: treffpunkt\norte: {art: telefon}", ("Tag und Uhrzeit", "Kosten")),
        ("art: treffpunkt\norte: {strasse: Weg}", ("Tag und Uhrzeit", "Kosten", "Zugang mit dem Rollstuhl")),
    ],
)
def test_only_what_fits_the_kind_is_not_known(city: MakeCity, lines: str, unknown: tuple[str, ...]) -> None:
    view = view_of(city, entry_with(lines), {"_vocabulary/arten.yaml": THINGS})
    entry = view.of(view.directory.entry["gruppe"])
    assert entry.unknown == unknown
    page = plain(entry_page(view, "gruppe").body)
    rest = set(unknown) - {"Tag und Uhrzeit", "Ort"}  # the first screen says that nobody knows them
    assert ("Wann? Nicht bekannt." in page) == ("Tag und Uhrzeit" in unknown)
    assert ("Adresse nicht bekannt." in page) == ("Ort" in unknown)
    assert page.count("Das wissen wir noch nicht") == bool(rest)


def test_a_bench_and_a_crisis_line_are_asked_nothing_on_the_site() -> None:
    view = shipped()
    for slug in ("begegnungsbank-im-eulenhof", "telefonseelsorge-ostthueringen", "frauenhaus-jena"):
        assert view.of(view.directory.entry[slug]).unknown == ()


def test_no_list_says_of_a_thing_that_a_lift_is_not_known() -> None:
    for need in shipped().directory.vocabulary.needs:
        body = need_page(shipped(), need).body
        assert 'data-entry="begegnungsbank-im-eulenhof"' not in body
        assert 'data-entry="telefonseelsorge-ostthueringen"' not in body
