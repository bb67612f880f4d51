"""What stands around every page: the settings that readers can choose, what a page may load, and what it is told."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from directory.model.city import City
from directory.model.emergency import EmergencyNumber
from directory.model.welcome import Welcome
from directory.output.icons import icon
from directory.output.page import START, Crumb, Page
from directory.pages.tools import SEARCH_FIELD, search_field, tools

THEME = Path(__file__).with_name("theme")
EMERGENCY = "hilfe-sofort/"

Setting = tuple[str, str, tuple[tuple[str, str], ...]]

# Name, legend, and the choices as value and label; an empty value changes nothing. assets/scripts/settings.js sets the
# values as attributes of the page, output/styles/tokens.css says what they do.
SETTINGS: tuple[Setting, ...] = (
    ("size", "Schrift", (("", "Normal"), ("gross", "Groß"), ("sehr-gross", "Sehr groß"))),
    ("scheme", "Farben", (("", "Wie mein Gerät"), ("hell", "Hell"), ("dunkel", "Dunkel"))),
    ("spacing", "Abstand der Zeilen", (("", "Normal"), ("weit", "Weit"))),
)

# Nothing from other hosts, nothing inline (CSP Level 3).
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)

# For hosts that read such a file; frame-ancestors has no effect in a page itself.
HEADERS = f"""/*
  Content-Security-Policy: {CONTENT_SECURITY_POLICY}; frame-ancestors 'none'
  Permissions-Policy: camera=(), geolocation=(), microphone=()
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around every page. Nothing is known of the city where its settings cannot be read.

    `tested` is whether people of the target group have used the site.
    """

    trial: bool = True
    tested: bool = False
    city: City | None = None
    emergency: tuple[EmergencyNumber, ...] = ()
    welcomes: tuple[Welcome, ...] = ()
    policy: ClassVar[str] = CONTENT_SECURITY_POLICY
    settings: ClassVar[tuple[Setting, ...]] = SETTINGS
    start: ClassVar[tuple[Crumb, ...]] = (START,)
    _kept: dict[tuple[Hashable, ...], str] = field(default_factory=dict, repr=False, compare=False)

    def linked(self, address: str, extra: Mapping[str, Mapping[str, Mapping[str, str]]]) -> str:
        """Return the address of a page that menu or foot lead to, and which they mark there; else an empty text."""
        groups = (*(extra.get("menu") or {}).values(), *(extra.get("footer") or {}).values())
        always = (EMERGENCY, *(one.address for one in self.welcomes))
        return address if address in always or any(address in group for group in groups) else ""

    def kept(self, *key: Hashable, caller: Callable[[], str]) -> str:
        """Return what a block of a template says, made once for each key: it must say what else differs in it."""
        if key not in self._kept:
            self._kept[key] = caller()
        return self._kept[key]

    def around(self, page: Page | None, sections: Sequence[object] = ()) -> dict[str, Any]:
        """Return what the templates of the theme are told besides the page itself; `sections` are its headings.

        Of a page that somebody has written by hand, and of the one for wrong addresses, there is no `page`.
        """
        ours = {"kept": self.kept, "tools": tools, "search_field": search_field, "search_field_scripts": SEARCH_FIELD}
        return {"ours": page, "frame": self, "icon": icon, "sections": sections} | ours
