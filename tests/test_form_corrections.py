"""The form for corrections: only what somebody changes is changed, and a secret stays one."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import ENTRIES
from conftest import TODAY, load_city
from forms import (
    CHANGE,
    LISA,
    OURS,
    READY,
    SHELTER,
    checked,
    context_of,
    fill,
    opened,
    spelled_by_us,
    values,
    with_settings,
)
from playwright.sync_api import Browser, BrowserContext, expect
from searching import shipped

from directory.checks import check
from directory.intake.web.present import offer
from directory.model import Directory


@pytest.fixture(scope="module")
def directory() -> Directory:
    return shipped()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    yield from context_of(browser)


def test_a_new_phone_changes_the_file_in_that_line_only(context: BrowserContext, served: str) -> None:
    page = opened(context, served + LISA)
    fill(page, {"kontakt.telefon.0.nummer": "03641 999999", "wer": OURS})
    text = checked(page)
    expect(page.locator(".preview dt")).to_have_text(["Telefon-Nummer"])
    expect(page.locator(".preview dd")).to_have_text(["Bisher: 03641 492835", "Neu: 03641 999999"])
    assert text.replace("03641 999999", "03641 492835") == spelled_by_us(
        (ENTRIES / "lobeda/stadtteilzentrum-lisa.yaml").read_text()
    )
    page.close()


def test_a_change_says_who_says_so_and_everything_else_keeps_its_age(context: BrowserContext, served: str) -> None:
    page = opened(context, served + LISA)
    page.clock.set_fixed_time(f"{TODAY}T10:00:00+01:00")
    before = values((ENTRIES / "lobeda/stadtteilzentrum-lisa.yaml").read_text())
    fill(page, {"zeiten.1.bis": "21 Uhr"})
    page.locator("form.offer .check").first.click()
    expect(page.locator(".errors")).to_contain_text("Wählen Sie: Wer sagt das?")
    fill(page, {"wer": "Angabe von einem Menschen, der das Angebot kennt"})
    after = values(checked(page))
    speaker = {"stand": "2026-11-22", "laut": "ein Mensch, der das Angebot kennt"}
    assert after["zeiten"][1] == {**before["zeiten"][1], "bis": "21:00", **speaker}
    del before["zeiten"][1], after["zeiten"][1]
    assert after == before
    page.close()


@pytest.mark.parametrize(
    "slug", ["stadtteilzentrum-lisa", "trauercafe-hospiz-jena", "telefonseelsorge-ostthueringen", "jenaer-tafel"]
)
def test_a_changed_file_passes_all_checks(
    context: BrowserContext, served: str, directory: Directory, tmp_path: Path, slug: str
) -> None:
    """A house, a group, a helpline, a place that gives out food: what is wrong with the file was wrong before."""
    page = opened(context, f"{served}{CHANGE}#{slug}")
    page.clock.set_fixed_time(f"{TODAY}T10:00:00+01:00")
    fill(page, {"kosten.art": "kostenlos", "kosten.betrag": "", "kosten.hinweis": "Sie können spenden.", "wer": OURS})
    text = checked(page)
    page.close()
    root = tmp_path / "entries"
    shutil.copytree(ENTRIES, root)
    file = root / directory.entry[slug].area / f"{slug}.yaml"
    before = {(one.code, one.message) for one in check(load_city(root), TODAY).problems if one.path.endswith(file.name)}
    file.write_text(text, encoding="utf-8")
    loaded = load_city(root)
    assert loaded.directory
    changed = loaded.directory.entry[slug]
    assert changed.cost
    assert (changed.cost.stated_by, str(changed.cost.as_of)) == ("das Team vom Angebot", "2026-11-22")
    found = {(one.code, one.message) for one in check(loaded, TODAY).problems if one.path.endswith(file.name)}
    assert found - before == set()


def test_without_an_offer_in_the_address_the_page_asks_for_it(context: BrowserContext, served: str) -> None:
    for wrong, said in (("", ""), ("#gibt-es-nicht", "Dieses Angebot finden wir nicht. Bitte wählen Sie.")):
        page = context.new_page()
        page.goto(served + CHANGE + wrong)
        choice = page.get_by_label("Um welches Angebot geht es?")
        expect(page.locator(".not-found")).to_have_text(said)
        choice.select_option("stadtteilzentrum-lisa")
        page.get_by_role("button", name="Weiter").click()
        page.wait_for_function(READY)
        expect(page.locator(".lead.offer-name")).to_have_text("Stadtteilzentrum LISA")
        assert page.url.endswith("#stadtteilzentrum-lisa")
        page.close()


def test_untouched_forms_keep_every_entry_as_it_is(
    context: BrowserContext, served: str, directory: Directory, tmp_path: Path
) -> None:
    """Also what the form does not show: the model of the new file is the model of the old one, for all entries."""
    entries = [entry for entry in directory.entries if not entry.secret]
    page = opened(context, served + LISA)
    texts = page.evaluate(
        """async (slugs) => {
          const module = (name) => import(`../../assets/scripts/form/${name}.js`);
          const [data, yaml, answers, rows, fill] = await Promise.all(
            ["data", "yaml", "answers", "rows", "fill"].map(module));
          const html = await (await fetch("./")).text();
          const found = [];
          for (const slug of slugs) {
            const offer = await (await fetch(`${slug}.json`)).json();
            const form = new DOMParser().parseFromString(html, "text/html").querySelector("form.offer");
            form.dataset.present = JSON.stringify(offer.values);
            rows.prepare(form);
            fill.fillIn(form, offer.values);
            found.push(yaml.written(answers.answers(form).file, data.FIELDS));
          }
          return found;
        }""",
        [entry.slug for entry in entries],
    )
    page.close()
    root = tmp_path / "entries"
    shutil.copytree(ENTRIES, root)
    for entry, text in zip(entries, texts, strict=True):
        (root / entry.area / f"{entry.slug}.yaml").write_text(text, encoding="utf-8")
    again = load_city(root)
    assert again.directory
    assert again.problems == ()
    for entry in entries:
        assert again.directory.entry[entry.slug].model_dump() == entry.model_dump(), entry.slug


def test_nothing_changed_is_said_and_checked_times_are_of_today(context: BrowserContext, served: str) -> None:
    page = opened(context, served + LISA)
    page.clock.set_fixed_time(f"{TODAY}T10:00:00+01:00")
    fill(page, {"wer": OURS})
    page.get_by_role("button", name="Prüfen").click()
    expect(page.get_by_text("Sie haben noch nichts geändert.")).to_be_visible()
    expect(page.get_by_role("button", name="Text kopieren")).to_be_hidden()
    page.get_by_role("button", name="Zurück zum Formular").click()
    page.locator("summary", has=page.get_by_role("heading", name="Wann ist das?")).click()
    page.get_by_label("Alle Zeiten stimmen heute.").check()
    assert [(one["stand"], one["laut"]) for one in values(checked(page))["zeiten"]] == [
        ("2026-11-22", "das Team vom Angebot")
    ] * 2
    page.close()


def test_a_secret_entry_gives_nothing_away(context: BrowserContext, served: str, directory: Directory) -> None:
    hidden = directory.entry[SHELTER].model_copy(
        update={
            "sources": directory.entry["stadtteilzentrum-lisa"].sources,
            "providers": ("inwol",),
            # With the folder they narrow down where the place is.
            "service_areas": ("winzerla",),
        }
    )
    told = json.dumps(offer(with_settings(directory), hidden)["values"])
    assert "Frauenhaus Jena" in told
    assert not re.search("quelle|traeger|inwol|lisa-jena|strasse|orte|gebiet|winzerla", told)
    page = opened(context, f"{served}{CHANGE}#{SHELTER}")
    assert page.locator("[name^=orte], [name=traeger], [name=gebiet], #teil-wo").count() == 0
    assert page.locator("body.has-exit").count() == 1
    fill(page, {"fuer_wen": "Das Frauenhaus ist für Frauen.", "wer": OURS})
    text = checked(page)
    assert text.startswith("Änderung bei: Frauenhaus Jena\n")
    assert "quelle" not in text
    page.close()
