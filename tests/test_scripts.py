"""The scripts of the frame, in a real browser: settings, folded parts, printing, copying, reading aloud."""

import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from directory.output.scripts import minified

SCRIPTS = Path("directory/site/theme/assets/scripts")
OFFER = "angebote/freiwilligenagentur-jena/"
STORAGE_FORBIDDEN = """
  const forbidden = { get() { throw new DOMException("forbidden", "SecurityError"); } };
  Object.defineProperty(window, "localStorage", forbidden);
"""
NONSENSE = [f"localStorage.ansicht = '{text}';" for text in ("x", "null", "7")]
CLIPBOARD_FORBIDDEN = "navigator.clipboard.writeText = async () => { throw new DOMException('', 'NotAllowedError'); };"
# As browsers do it: what is cancelled fails and ends, later.
SPEECH = """
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  const later = (utterance) => setTimeout(() => { utterance.onerror?.({}); utterance.onend?.({}); });
  const speech = {
    voices: VOICES,
    said: [],
    now: null,
    getVoices() { return this.voices; },
    speak(utterance) { this.said.push({ ...utterance }); this.now = utterance; },
    cancel() { if (this.now) later(this.now); this.now = null; },
    finish() { const { now } = this; this.now = null; now.onend({}); },
    fail() { const { now } = this; this.now = null; now.onerror({ error: "synthesis-failed" }); },
  };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
"""
TO_THE_END = "while (speechSynthesis.now) speechSynthesis.finish()"
READ_ALL = f"document.querySelector('.read').click(); {TO_THE_END}"
ANNA = {"name": "Anna", "lang": "de-DE", "localService": True, "default": False}
OpenPage = Callable[..., Page]
TEXTS = [
    ("<p>Das ist eins. Ist das zwei? Ja!</p>", ["Das ist eins.", "Ist das zwei?", "Ja!"]),
    ("<p>Der Verein heißt TaF e. V. in Jena.</p>", ["Der Verein heißt TaF e.V. in Jena."]),
    ("<p>Kirche e.&nbsp;V. Jena. Er hilft, z. B. Kindern.</p>", ["Kirche e.V. Jena.", "Er hilft, z.B. Kindern."]),
    ("<p>Am 23. November 2026. Um 14 Uhr.</p>", ["Am 23. November 2026.", "Um 14 Uhr."]),
    ("<p>Dr. Meier, Haupt-Str. 5. Stock 2</p>", ["Dr. Meier, Haupt-Str. 5. Stock 2"]),
    ("<p>Haus · Mit&shy;te <b>Jena</b>\n  Nord</p>", ["Haus, Mitte Jena Nord"]),
    ("<p>Von heute<br>bis morgen.</p>", ["Von heute", "bis morgen."]),
    ("<p>Siehe jena.de. Dort.</p>", ["Siehe jena.de.", "Dort."]),
    ("<address>Weg 9<br>07745 Jena</address>", ["Weg 9", "0 7 7 4 5 Jena"]),
    ("<p><a href='tel:+49'>03641 354570</a></p>", ["0 3 6 4 1, 3 5 4, 5 7 0"]),
    ("<p><a href='tel:+49'>03641 3100092</a></p>", ["0 3 6 4 1, 3 1 0, 0 0 9 2"]),
    ("<p>Polizei: <a href='tel:110'>110</a></p>", ["Polizei: 1 1 0"]),
    ("<p>Oder: <a href='tel:116117'>116 117</a></p>", ["Oder: 1 1 6, 1 1 7"]),
    ("<p>Rufen Sie 03641 123456 an. Um 08:00 Uhr.</p>", ["Rufen Sie 0 3 6 4 1, 1 2 3, 4 5 6 an.", "Um 08:00 Uhr."]),
    ("<ul><li>Eins<ul><li>Zwei</li></ul></li></ul>", ["Eins", "Zwei"]),
    ("<dl><dt>Mail</dt><dd>a@b.de</dd></dl>", ["Mail", "a@b.de"]),
    ("<table><tr><th>Tag</th><td>Montag</td></tr></table>", ["Tag", "Montag"]),
    ("<p>Da</p><p hidden>Weg</p><p aria-hidden='true'>Weg</p><button>Weg</button><pre>Weg</pre>", ["Da"]),
    ("<p>–</p><details><summary>Mehr</summary><p>Weg</p></details>", ["Mehr"]),
    ("<p>Da <svg><text>Weg</text></svg></p><p role='status'>Weg</p>", ["Da"]),
    ("<p> </p>", []),
]


@pytest.fixture
def opened(browser: Browser, served: str) -> Iterator[OpenPage]:
    """Return a function that opens a page; whatever a script or the policy of a page complains about fails the test."""
    contexts, complaints = [], []

    def open_page(address: str = OFFER, *, before: str = "", voices: object = (), **options: Any) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        context.add_init_script(before + SPEECH.replace("VOICES", json.dumps(voices)))
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(f"{address}: {error}"))
        page.on("console", lambda line: complaints.append(f"{address}: {line.text}") if line.type == "error" else None)
        page.goto(served + address, wait_until="domcontentloaded")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints


def view(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("({ ...document.documentElement.dataset })")
    return found


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f"input[name={name}][value='{value}']").check()


def settings(page: Page) -> Page:
    page.locator(".menu > summary").click()
    page.locator(".settings summary").click()
    return page


def test_the_scripts_are_small() -> None:
    names = ("settings.js", "controls.js", "read-aloud.js")
    loaded = {name: minified((SCRIPTS / name).read_text(encoding="utf-8")) for name in names}
    sizes = {name: len(gzip.compress(text.encode())) for name, text in loaded.items()}
    assert sizes["settings.js"] < 600
    assert sum(sizes.values()) <= 3584


@pytest.mark.parametrize("address", ["", OFFER, "diese-woche/", "passt-das/", "a-bis-z/", "mitmachen/", "404.html"])
def test_no_page_has_script_errors(opened: OpenPage, address: str) -> None:
    page = opened(address, voices=[ANNA])
    expect(page.locator("html.js.voice")).to_have_count(1)
    page.locator(".read").click()
    expect(page.locator(".read")).to_have_text("Anhalten")


def test_where_the_device_cannot_share_the_address_is_copied(opened: OpenPage, served: str) -> None:
    page = opened(OFFER)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".share-page").click()
    expect(page.locator(".tools .read-status")).to_contain_text("Kopiert.")
    assert page.evaluate("navigator.clipboard.readText()") == served + OFFER


# The view


def test_a_choice_holds_at_once_and_on_other_pages(opened: OpenPage, served: str) -> None:
    page = settings(opened())
    assert view(page) == {}
    choose(page, "size", "sehr-gross")
    assert view(page) == {"size": "sehr-gross"}
    choose(page, "spacing", "weit")
    choose(page, "size", "gross")
    assert view(page) == {"size": "gross", "spacing": "weit"}
    page.goto(served)
    assert view(page) == {"size": "gross", "spacing": "weit"}
    settings(page)
    chosen = page.locator(".settings input:checked").evaluate_all("(found) => found.map((radio) => radio.value)")
    assert chosen == ["gross", "", "weit"]
    choose(page, "size", "")
    assert view(page) == {"spacing": "weit"}


def test_everything_can_be_normal_again(opened: OpenPage, served: str) -> None:
    page = settings(opened())
    choose(page, "size", "gross")
    choose(page, "scheme", "dunkel")
    page.locator(".reset").click()
    expect(page.locator(".settings [role=status]")).to_have_text("Alles ist wieder normal.")
    assert view(page) == {}
    assert page.locator(".settings input:checked[value='']").count() == 3
    choose(page, "size", "gross")
    expect(page.locator(".settings [role=status]")).to_have_text("")
    page.locator(".reset").click()
    page.goto(served)
    assert view(page) == {}


@pytest.mark.parametrize("device", ["light", "dark"])
def test_colours_are_those_of_the_device_or_of_the_choice(opened: OpenPage, device: str) -> None:
    page = settings(opened(color_scheme=device))
    used = "getComputedStyle(document.documentElement).colorScheme"
    assert page.evaluate(used) == device
    for choice, scheme in {"hell": "light", "dunkel": "dark", "": device}.items():
        choose(page, "scheme", choice)
        assert page.evaluate(used) == scheme
        page.reload()
        assert page.evaluate(used) == scheme
        settings(page)


def test_the_settings_work_with_keys_alone(opened: OpenPage) -> None:
    page = opened()
    page.locator(".menu > summary").click()
    page.locator(".settings summary").focus()
    for key in ("Enter", "Tab", "ArrowDown"):
        page.keyboard.press(key)
    assert view(page) == {"size": "gross"}
    page.keyboard.press("Enter")
    assert page.url.endswith(OFFER)


def test_a_page_that_someone_comes_back_to_follows(opened: OpenPage) -> None:
    page = opened()
    page.evaluate("localStorage.setItem('ansicht', JSON.stringify({ size: 'gross' }))")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert view(page) == {"size": "gross"}
    assert page.locator("input[name=size][value=gross]").is_checked()


@pytest.mark.parametrize("before", [STORAGE_FORBIDDEN, *NONSENSE])
def test_no_storage_or_nonsense_in_it_does_no_harm(opened: OpenPage, before: str) -> None:
    page = settings(opened(before=before))
    assert view(page) == {}
    choose(page, "size", "gross")
    assert view(page) == {"size": "gross"}
    page.locator(".reset").click()
    assert view(page) == {}


# Folded parts


def test_a_click_elsewhere_closes_the_menu_which_never_moves(opened: OpenPage) -> None:
    page = opened(viewport={"width": 400, "height": 800})
    menu, view_settings = page.locator("details.menu"), page.locator("details.settings")
    before = menu.locator("> summary").bounding_box()
    menu.locator("> summary").click()
    expect(menu).to_have_attribute("open", "")
    assert menu.locator("> summary").bounding_box() == before
    view_settings.locator("summary").press("Enter")
    view_settings.locator("legend").first.click()
    expect(view_settings).to_have_attribute("open", "")
    expect(menu).to_have_attribute("open", "")
    page.locator("h1").click()
    expect(view_settings).not_to_have_attribute("open", "")
    expect(menu).not_to_have_attribute("open", "")


def test_the_foot_leads_to_the_settings(opened: OpenPage) -> None:
    page = opened()
    for _ in range(2):  # the second time the address stays the same
        page.locator(".to-settings").click()
        expect(page.locator(".settings input").first).to_be_visible()
        page.locator("h1").click()
        expect(page.locator(".settings summary")).to_be_hidden()


@pytest.mark.parametrize("address", ["fachleute/bestand/beratung/", "fachleute/profil/nord/"])
def test_a_number_opens_what_is_behind_it(opened: OpenPage, address: str) -> None:
    page = opened(address)
    link = page.locator("td a[href*='#']").first
    identifier = str(link.get_attribute("href")).partition("#")[2]
    link.click()
    below = page.locator(f"details#{identifier} li a, h3#{identifier} + .provenance + ul a, h3#{identifier} + ul a")
    expect(below.first).to_be_visible()
    expect(page.locator(f"#{identifier}")).to_be_in_viewport()


def test_escape_closes_and_leads_back(opened: OpenPage) -> None:
    page = settings(opened())
    page.locator("input[name=scheme]").first.focus()
    page.keyboard.press("Escape")
    expect(page.locator("details.settings")).not_to_have_attribute("open", "")
    expect(page.locator(".settings summary")).to_be_focused()


def test_escape_leaves_readers_where_they_are(opened: OpenPage) -> None:
    page = settings(opened())
    page.locator("article .button").first.focus()
    page.keyboard.press("Escape")
    expect(page.locator("details.settings")).not_to_have_attribute("open", "")
    expect(page.locator("article .button").first).to_be_focused()


# Print and copy


def test_the_page_is_printed(opened: OpenPage) -> None:
    page = opened(before="window.print = () => { window.printed = true; };")
    page.locator(".print").click()
    assert page.evaluate("window.printed")


def test_a_number_is_copied_and_that_is_said_once(opened: OpenPage) -> None:
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    page.clock.install()
    page.evaluate("""
      window.heard = [];
      new MutationObserver(() => heard.push(document.querySelector(".copied").textContent))
        .observe(document.querySelector(".copied"), { childList: true });
    """)
    page.locator(".copy").first.click()
    expect(page.locator(".copied").first).to_have_text("Kopiert.")
    number = page.locator(".copy").first.get_attribute("data-number")
    assert page.evaluate("navigator.clipboard.readText()") == number
    page.clock.fast_forward(9000)
    expect(page.locator(".copied").first).to_have_text("")
    page.clock.fast_forward(60000)
    assert page.evaluate("heard") == ["Kopiert.", ""]


def test_one_number_at_most_is_said_to_be_copied(opened: OpenPage) -> None:
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    page.locator(".copy").first.click()
    page.locator(".copy").last.click()
    assert page.locator(".copied").all_inner_texts().count("Kopiert.") == 1
    expect(page.locator(".copied").last).to_have_text("Kopiert.")


def test_a_number_that_cannot_be_copied_is_selected(opened: OpenPage) -> None:
    page = opened(before=CLIPBOARD_FORBIDDEN)
    page.locator(".copy").first.click()
    expect(page.locator(".copied").first).to_have_text("Die Nummer ist markiert.")
    number = page.locator(".copy").first.get_attribute("data-number")
    assert page.evaluate("getSelection().toString().trim().replace(/\\s/g, ' ')") == number


# Reading aloud


def said(page: Page) -> list[str]:
    found: list[str] = page.evaluate("speechSynthesis.said.map(({ text }) => text.trim())")
    return found


def finish(page: Page, sentences: int = 1) -> None:
    page.evaluate("(count) => { for (let i = 0; i < count; i += 1) speechSynthesis.finish(); }", sentences)


def read_all(page: Page) -> list[str]:
    """Read the whole page to its end; return what was said."""
    page.evaluate(READ_ALL)
    return said(page)


@pytest.mark.parametrize(
    "voices", [[], [ANNA | {"localService": False}], [ANNA | {"lang": "en-GB"}, ANNA | {"lang": "den-CA"}]]
)
def test_without_a_german_voice_on_the_device_there_is_no_button(opened: OpenPage, voices: object) -> None:
    page = opened(voices=voices)
    expect(page.locator(".print")).to_be_visible()
    expect(page.locator(".read")).to_be_hidden()


def test_a_browser_that_cannot_speak_has_no_button(browser: Browser, served: str) -> None:
    page = browser.new_page()
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', { value: undefined });")
    page.goto(served)
    expect(page.locator(".print")).to_be_visible()
    expect(page.locator(".read")).to_be_hidden()
    page.close()
    assert not failed


def test_voices_may_come_and_go(opened: OpenPage) -> None:
    page = opened()
    for voices in ([ANNA | {"lang": "de_DE"}], []):
        page.evaluate("(found) => { speechSynthesis.voices = found; speechSynthesis.onvoiceschanged(); }", voices)
        expect(page.locator(".read")).to_be_visible(visible=bool(voices))


def test_the_preferred_voice_reads_a_little_slowly(opened: OpenPage) -> None:
    online = ANNA | {"name": "Online", "localService": False, "default": True}
    page = opened(voices=[online, ANNA, ANNA | {"name": "Petra", "default": True}])
    page.locator(".read").click()
    spoken = page.evaluate("speechSynthesis.said[0]")
    assert (spoken["voice"]["name"], spoken["lang"], spoken["rate"]) == ("Petra", "de-DE", 0.9)


def test_an_entry_is_read_from_its_name_to_its_end(opened: OpenPage) -> None:
    page = opened(voices=[ANNA])
    name = page.locator("h1").inner_text()
    spoken = read_all(page)
    assert spoken[0] == name
    assert "Was ist das?" in spoken
    assert not [text for text in spoken if "kopieren" in text or not text.strip()]
    assert max(map(len, spoken)) < 250
    lines = page.locator("article :is(h1, h2, h3, p, li, dt):not(:has(button)):visible").all_inner_texts()
    assert not [line for line in lines if not any(line.split()[-1] in text for text in spoken)]


@pytest.mark.parametrize("segmenter", [True, False])
def test_what_is_said(opened: OpenPage, segmenter: bool) -> None:
    page = opened("mitmachen/", voices=[ANNA], before="" if segmenter else "delete Intl.Segmenter;")
    spoken = page.evaluate(
        f"""(texts) => texts.map((text) => {{
          document.querySelector("article").innerHTML = text;
          speechSynthesis.said = [];
          {READ_ALL};
          return speechSynthesis.said.map(({{ text }}) => text.trim());
        }})""",
        [text for text, _ in TEXTS],
    )
    assert dict(zip([text for text, _ in TEXTS], spoken, strict=True)) == dict(TEXTS)
    expect(page.locator(".read")).to_have_text("Vorlesen")


def test_it_stops_goes_on_and_starts_again(opened: OpenPage) -> None:
    page = opened(voices=[ANNA])
    button, status = page.locator(".read"), page.locator(".read-status")
    expect(button).to_have_text("Vorlesen")
    button.click()
    expect(button).to_have_text("Anhalten")
    expect(status).to_have_text("Ich lese vor.")
    finish(page, 2)
    button.click()
    expect(button).to_have_text("Weiter lesen")
    expect(status).to_have_text("Angehalten.")
    assert page.evaluate("new Promise((later) => setTimeout(() => later(speechSynthesis.said.length), 50))") == 3
    button.click()
    expect(button).to_have_text("Anhalten")
    first, _, third, again = said(page)
    assert again == third
    page.evaluate(TO_THE_END)
    expect(button).to_have_text("Vorlesen")
    expect(status).to_have_text("Fertig.")
    assert page.locator(".speaking").count() == 0
    button.click()
    assert said(page)[-1] == first


def test_what_is_read_is_marked(opened: OpenPage) -> None:
    page = opened(voices=[ANNA])
    page.locator(".read").click()
    expect(page.locator("h1")).to_have_class("speaking")
    expect(page.locator("html.reading")).to_have_count(1)
    finish(page)
    expect(page.locator(".speaking")).to_have_count(1)
    assert said(page)[-1] in page.locator("article p.speaking").inner_text()
    page.locator(".read").click()
    expect(page.locator(".speaking")).to_have_count(1)
    expect(page.locator("html.reading")).to_have_count(0)


@pytest.mark.parametrize(("motion", "behavior"), [("no-preference", "smooth"), ("reduce", "instant")])
def test_the_page_follows_and_moves_gently(opened: OpenPage, motion: str, behavior: str) -> None:
    watch = "window.moves = []; Element.prototype.scrollIntoView = (how) => moves.push(how.behavior);"
    page = opened(voices=[ANNA], reduced_motion=motion, viewport={"width": 800, "height": 1000}, before=watch)
    page.locator(".read").click()
    assert page.evaluate("moves") == []
    page.evaluate(TO_THE_END)
    assert set(page.evaluate("moves")) == {behavior}


def test_a_voice_that_fails_is_no_trap(opened: OpenPage) -> None:
    page = opened(voices=[ANNA])
    page.locator(".read").click()
    page.evaluate("speechSynthesis.fail()")
    expect(page.locator(".read-status")).to_have_text("Das Vorlesen geht gerade nicht.")
    expect(page.locator(".read")).to_have_text("Weiter lesen")


def test_leaving_the_page_ends_the_reading(opened: OpenPage) -> None:
    page = opened(voices=[ANNA])
    page.locator(".read").click()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("speechSynthesis.now") is None
    expect(page.locator(".read")).to_have_text("Weiter lesen")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_an_old_address_of_a_letter_leads_to_its_names(browser: Browser, served: str, *, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(served + "a-bis-z/#k")
    if not scripts:
        page.locator(":target > a").click()
    page.wait_for_url(re.compile(r"/a-bis-z/teil-\d+/#k$"))
    expect(page.locator("h2:target")).to_have_text("K")
    context.close()
