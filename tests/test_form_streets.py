"""What the form knows of a street: its area, how it is written, which one is near. It says the same as the check."""

import random
from collections.abc import Iterator

import pytest
from forms import LEAST, checked, context_of, fill, new_form, values
from playwright.sync_api import Browser, Page, expect
from searching import shipped

from directory.checks.addresses import nearest_street
from directory.model.text import street_key

SAMPLE = 40


@pytest.fixture(scope="module")
def page(browser: Browser, served: str) -> Iterator[Page]:
    for context in context_of(browser):
        yield from new_form(context, served)


def say(page: Page, written: str) -> None:
    field = page.get_by_label("Straße und Hausnummer").first
    field.fill(written)
    field.blur()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Naumburger Straße 3", "Diese Straße liegt in Nord."),
        ("Naumburger Str. 3, 07743 Jena", "Diese Straße liegt in Nord."),
        ("Naumburgerstraße 3", "Diese Straße schreiben wir anders. Diese Straße liegt in Nord."),
        ("Naumbuger Straße 3", "Diese Straße kennen wir in Jena nicht."),
        ("Qqqq 3", "Diese Straße kennen wir in Jena nicht. Stimmt der Name?"),
        ("Naumburger Straße 3, 01067", "Die Postleitzahl 01067 gibt es in Jena nicht. Hier gibt es: 07743"),
        ("Marktplatz 1, 99084 Erfurt", ""),
        ("", ""),
    ],
)
def test_a_street_is_known_by_what_people_write(page: Page, written: str, said: str) -> None:
    say(page, "Naumburger Straße 3")  # what stood there before goes
    say(page, written)
    found = page.locator("[name='orte.0.strasse'] + [role=status]")
    expect(found).to_contain_text(said) if said else expect(found).to_have_text("")


def test_the_street_that_is_meant_is_taken_with_one_press(page: Page) -> None:
    fill(page, LEAST)
    say(page, "Naumbuger Straße 3")
    page.get_by_role("button", name="Ich meine: Naumburger Straße").press("Enter")
    expect(page.get_by_label("Straße und Hausnummer").first).to_have_value("Naumburger Straße 3")
    expect(page.get_by_label("Straße und Hausnummer").first).to_be_focused()
    place = {"strasse": "Naumburger Straße", "hausnummer": "3"}
    assert values(checked(page))["orte"] == [place]


def test_form_and_check_mean_the_same_street(page: Page) -> None:
    streets = {street_key(street.name): street for street in shipped().vocabulary.streets.values()}
    chance = random.Random(7)
    names = [street.name for street in chance.sample([*streets.values()], SAMPLE)]
    slips = []
    for name in names:
        at = chance.randrange(len(name))
        slips += [name[:at] + name[at + 1 :], f"{name[:at]}x{name[at:]}", f"{name} am {name[:3]}"]
    written = [*names, *slips]
    found = page.evaluate(
        """async (written) => {
          const { Streets } = await import("../../assets/scripts/form/streets.js");
          const known = new Streets(await (await fetch("../strassen.json")).json());
          return written.map((one) => known.meant(one));
        }""",
        written,
    )
    expected = [
        streets[key].name if (key := street_key(one)) in streets else nearest_street(one, streets) for one in written
    ]
    assert found == expected
    assert sum(map(bool, found[len(names) :])) > SAMPLE
