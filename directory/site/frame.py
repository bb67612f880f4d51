"""What stands around every page: the settings that readers can choose, and what a page may load."""

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
