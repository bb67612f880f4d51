"""Numbers for somebody in danger: on each page those that fit what it is about and for whom it is."""

import re
from html import unescape

import pytest
from conftest import TODAY, MakeCity, day_view, entry_with, load_city

from directory.checks.references import check
from directory.pages.entry import entry_page
from directory.pages.facets import facet_page
from directory.pages.lists import group_page
from directory.view.day import DayView

ALWAYS = "zeiten: {zweck: telefon, immer: ja, stand: 2026-10}, quelle: {angabe: Amt}"
AT_TIMES = "zeiten: {zweck: telefon, tage: Montag, von: 8:00, bis: 20:00, stand: 2026-10}, quelle: {angabe: Amt}"
VIOLENCE = "nummern: 116 111, wann: Wann., themen: gewalt"
NUMBERS = "\n".join(
    (
        f"maenner: {{name: Männer-Telefon, {VIOLENCE}, zielgruppen: maenner, {AT_TIMES}}}",
        f"opfer: {{name: Opfer-Telefon, {VIOLENCE}, {AT_TIMES}}}",
        f"notruf: {{name: Notruf 112, nummern: 112, wann: Wann., {ALWAYS}}}",
        f"frauen: {{name: Frauen-Telefon, {VIOLENCE}, zielgruppen: frauen, {ALWAYS}}}".replace("116 111", "116 016"),
        f"gift: {{name: Gift-Notruf, nummern: 116 117, wann: Wann., themen: sucht, {ALWAYS}}}",
        "app: {name: App, ohne_sprechen: ja, wann: Wann., webseite: 'https://app.example', quelle: {angabe: Amt}}",
    )
)
FILES = {
    "_vocabulary/sofort_hilfe.yaml": NUMBERS,
    "_vocabulary/zielgruppen.yaml": "alle: Alle\nfrauen: Frauen\nmaenner: Männer\nangehoerige: Angehörige\n",
    "_vocabulary/themen.yaml": "sport: {name: Sport, gruppe: freizeit}\n"
    "gewalt: {name: Gewalt, gruppe: gesundheit, krise: ja}\nsucht: {name: Sucht, gruppe: gesundheit, krise: ja}\n",
}

SENSITIVE = FILES["_vocabulary/themen.yaml"].replace(
    "ja}\nsucht", "ja, sensibel: ja}\nkunst: {name: Kunst, gruppe: freizeit}\nsucht"
)


def view_of(city: MakeCity, lines: str) -> DayView:
    return day_view(load_city(city({**FILES, "mitte/gruppe.yaml": entry_with(lines)})).directory)


def urgent(body: str) -> list[str]:
    """Return the lines of the box."""
    box = re.search(r'<aside class="urgent".*?</aside>', body, re.DOTALL)
    lines = re.findall(r"<li>(.*?)</li>", box[0], re.DOTALL) if box else []
    return [" ".join(unescape(re.sub("<[^>]+>", "", line.replace("<p>", " "))).split()) for line in lines]


FIRE, WOMEN, POISON = "Notruf 112", "Frauen-Telefon 116 016", "Gift-Notruf 116 117"
MEN = "Männer-Telefon 116 111 Nicht Tag und Nacht."


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        ("themen: sport", []),
        ("themen: sucht", [FIRE, POISON]),
        ("themen: [sport, gewalt]", [FIRE, WOMEN, MEN]),
        ("themen: [gewalt, sucht]", [FIRE, WOMEN, POISON, MEN]),
        ("themen: gewalt\nzielgruppen: frauen", [FIRE, WOMEN]),
        ("themen: gewalt\nzielgruppen: [maenner, angehoerige]", [FIRE, MEN]),
        ("themen: gewalt\nzielgruppen: [maenner, frauen]", [FIRE, WOMEN, MEN]),
        ("themen: gewalt\nzielgruppen: angehoerige", [FIRE, WOMEN, MEN]),
        ("themen: sucht\nzielgruppen: maenner", [FIRE, POISON]),
        # It is the way to ask already, and stands above.
        ("themen: gewalt\nkontakt: {telefon: {nummer: 116 016}}", [FIRE, MEN]),
    ],
)
def test_an_offer_has_the_numbers_that_fit_it(city: MakeCity, lines: str, numbers: list[str]) -> None:
    assert urgent(entry_page(view_of(city, lines), "gruppe").body) == numbers


def test_a_list_has_the_numbers_of_its_topics_for_everybody(city: MakeCity) -> None:
    view = view_of(city, "themen: [sport, sucht, gewalt]\nzielgruppen: frauen")
    assert urgent(facet_page(view, "themen/sucht").body) == [FIRE, POISON]
    assert urgent(facet_page(view, "themen/gewalt").body) == [FIRE, WOMEN, MEN]
    assert urgent(facet_page(view, "themen/sport").body) == []
    assert urgent(group_page(view, "gesundheit").body) == [FIRE, WOMEN, POISON, MEN]
    assert urgent(group_page(view, "freizeit").body) == []


def test_a_list_for_people_has_the_numbers_of_what_a_third_of_it_is_about(city: MakeCity) -> None:
    lines = {
        "mitte/gruppe.yaml": "themen: gewalt\nzielgruppen: [frauen, angehoerige, alle]",
        "mitte/zwei.yaml": "themen: sport\nzielgruppen: [frauen, maenner, alle]",
        "mitte/drei.yaml": "themen: sport\nzielgruppen: [frauen, alle]",
        "mitte/vier.yaml": "themen: sport\nzielgruppen: alle",
    }
    files = {file: entry_with(f"name: {file}\n{text}") for file, text in lines.items()}
    view = day_view(load_city(city({**FILES, **files})).directory)
    assert urgent(facet_page(view, "fuer/angehoerige").body) == [FIRE, WOMEN, MEN]
    assert urgent(facet_page(view, "fuer/frauen").body) == [FIRE, WOMEN]
    assert urgent(facet_page(view, "fuer/frauen/mitte").body) == [FIRE, WOMEN]
    assert urgent(facet_page(view, "fuer/maenner").body) == []
    assert urgent(facet_page(view, "fuer/alle").body) == []


def test_a_topic_of_which_all_offers_are_sensitive_has_their_numbers(city: MakeCity) -> None:
    """One can leave its page quickly, so one can also call from it."""
    files = {"_vocabulary/themen.yaml": SENSITIVE, "mitte/gruppe.yaml": entry_with("themen: [kunst, gewalt]")}
    view = day_view(load_city(city({**FILES, **files}, "all")).directory)
    assert urgent(facet_page(view, "themen/kunst").body) == [FIRE, WOMEN, MEN]
    mixed = {**FILES, **files, "mitte/zwei.yaml": entry_with("name: Zwei\nthemen: kunst")}
    view = day_view(load_city(city(mixed, "some")).directory)
    assert urgent(facet_page(view, "themen/kunst").body) == []


@pytest.mark.parametrize(("contact", "first"), [("webseite: https://g.example", True), ("telefon: 040 123456", False)])
def test_numbers_stand_before_when_and_where_if_the_button_calls_nobody(
    city: MakeCity, contact: str, *, first: bool
) -> None:
    group = entry_with(f"themen: gewalt\nkontakt: {{{contact}}}")
    files = {**FILES, "_vocabulary/themen.yaml": SENSITIVE, "mitte/gruppe.yaml": group}
    body = entry_page(day_view(load_city(city(files)).directory), "gruppe").body
    assert urgent(body)
    assert (body.index('class="urgent"') < body.index('class="facts"')) == first


def test_a_number_names_topics_and_audiences_that_there_are(city: MakeCity) -> None:
    wrong = NUMBERS.replace("themen: sucht", "themen: suchtt").replace("zielgruppen: frauen", "zielgruppen: fraun")
    root = city({**FILES, "_vocabulary/sofort_hilfe.yaml": wrong, "mitte/gruppe.yaml": entry_with("themen: sport")})
    directory = load_city(root).directory
    assert directory
    found = {problem.message for problem in check(directory, TODAY) if problem.path.endswith("sofort_hilfe.yaml")}
    assert found == {
        "Im Feld „themen“ steht „suchtt“. Dieses Wort gibt es nicht.",
        "Im Feld „zielgruppen“ steht „fraun“. Dieses Wort gibt es nicht.",
    }
