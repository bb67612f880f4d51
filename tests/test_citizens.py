"""Tasks of citizens and counsellors, from the start page to a way to get in touch, in at most three clicks.

These are walks of our own, along links that we know. They are no user test.
"""

import pytest
from playwright.sync_api import Browser

TASKS = {
    "Ich bin einsam und wohne in Winzerla.": ["Winzerla", "Stadtteilbüro Winzerla"],
    "Meine Mutter hat Demenz.": ["Alter und Pflege", "Demenz", "Tausend Taten"],
    "Ich sitze im Rollstuhl und will Sport machen.": ["Freizeit und Sport", "Sport und Bewegung", "Behindertensport"],
    "Ich will aufhören zu trinken.": ["Sucht, Krise, Trauer", "Suchtberatung"],
    "Ich bin in einer Krise.": ["Hilfe sofort"],
    "Mein Mann schlägt mich.": ["Sucht, Krise, Trauer", "Gewalt und Schutz", "Frauenhaus Jena"],
    "Ich möchte in Lobeda singen.": ["Lobeda", "Musik und Singen", "Volkschor"],
    "Ich habe kein Geld für Essen.": ["Geld, Arbeit, Wohnen", "Jenaer Tafel"],
    "Mein Kind ist oft allein. Wir wohnen in Nord.": ["Nord", "polaris"],
    "Ich verstehe schwere Texte nicht und will mitreden.": ["Leben mit Behinderung", "Lebenshilfe-Beirat"],
    "Ich wohne in Lobeda und möchte Leute treffen.": ["Lobeda", "Stadtteilzentrum LISA"],
    "Ich bin 70 und komme mit meinem Handy nicht zurecht.": ["Alter und Pflege", "Seniorenbüro Jena"],
    "Mein Vater ist gestorben. Ich möchte mit anderen reden.": ["Sucht, Krise, Trauer", "Trauercafé"],
    "Ich habe Schulden.": ["Geld, Arbeit, Wohnen", "Schuldner"],
    "Ich höre schlecht und suche Rat.": ["Für wen suchen Sie?", "Schwerhörige und gehörlose", "EUTB"],
    "Ich sitze im Rollstuhl und suche einen Treffpunkt.": [
        "Passt das für mich?",
        "Ich sitze im Rollstuhl",
        "Jena-Ost",
    ],
    "Ich will nächste Woche etwas machen.": ["Nächste Woche", "Treffpunkt am Fichteplatz"],
    "Ich brauche Hilfe beim Wohnen. Wo stelle ich den Antrag?": ["So bekommen Sie Hilfe", "2. Stellen Sie"],
    "Ich wohne in Kunitz. Was gibt es dort?": ["Nord", "Brücken- und Denkmalverein Kunitz"],
    "I am new in Jena and speak English.": ["English", "Antidiskriminierungsstelle"],
    "Ich möchte mich beschweren.": ["So bekommen Sie Hilfe", "11. Möchten Sie", "Unabhängige Beschwerdestelle"],
    "Ich berate einen jungen Mann mit Lern-Schwierigkeiten.": ["Freizeit und Sport", "Jenaer Behindertensportverein"],
    "Ich berate zum Persönlichen Budget.": ["Leben mit Behinderung", "Persönlichen Budget"],
    "Ich suche einen Ort mit Rampe in Winzerla.": [
        "Passt das für mich?",
        "Ich sitze im Rollstuhl",
        "Stadtteilbüro Winzerla",
    ],
    "Ich berate Angehörige von einem Menschen mit Demenz.": ["Alter und Pflege", "Fachstelle Demenz"],
}
WAY_IN = "main a[href^='tel:'], main a[href^='mailto:'], main address, main a[rel~=noopener]"


@pytest.mark.parametrize(("task", "clicks"), TASKS.items(), ids=TASKS)
def test_a_citizen_gets_there(browser: Browser, served: str, task: str, clicks: list[str]) -> None:
    assert len(clicks) <= 3, task
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.goto(served)
    for words in clicks:
        link = page.get_by_role("link", name=words, include_hidden=True).first
        # What is folded opens with a click too, on the words that say what is in it.
        for fold in page.locator("details:not([open])").filter(has=link).all():
            # Beside a list on a wide screen all choices stand open, and their headings are no buttons.
            if not link.is_visible() and fold.locator("summary").first.is_visible():
                fold.locator("summary").first.click()
        link.click()
    assert page.url != served
    page.locator(WAY_IN).first.wait_for()
    context.close()
