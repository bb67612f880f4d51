"""The server's settings that we ship: whatever is asked, no log has it."""

import getpass
import os
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

SHIPPED = Path("server/nginx.conf")
ASKED = (
    "suche/?q=kwxzyq",
    "leer/?q=kwxzyq",
    "kwxzyq/",
    "suche/kwxzyq?q=kwxzyq",
    "?kwxzyq",
    "%ff/../kwxzyq",
    "kwxzyq%00",
)


def test_the_settings_write_no_addresses_down() -> None:
    lines = [line.strip() for line in SHIPPED.read_text(encoding="utf-8").splitlines()]
    assert "access_log off;" in lines
    assert [line for line in lines if line.startswith("error_log")] == ["error_log /var/log/nginx/angebote.log crit;"]


@pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")
def test_nginx_writes_nothing_of_what_is_asked(tmp_path: Path) -> None:
    (tmp_path / "site" / "suche").mkdir(parents=True)
    (tmp_path / "site" / "leer").mkdir()
    for page in ("index.html", "404.html", "suche/index.html"):
        (tmp_path / "site" / page).write_text("<title>Seite</title>")
    port = 20000 + os.getpid() % 20000
    block = SHIPPED.read_text(encoding="utf-8").replace("/srv/angebote/site", str(tmp_path / "site"))
    block = block.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("    listen [::]:80;\n", "")
    block = block.replace("/var/log/nginx/angebote.log", str(tmp_path / "error.log"))
    # What nginx would write without the settings of the site, so that the test can fail.
    around = (
        f"user {getpass.getuser()}; error_log {tmp_path}/main.log info; pid {tmp_path}/pid; daemon off; events {{}}"
    )
    (tmp_path / "nginx.conf").write_text(f"{around} http {{ access_log {tmp_path}/access.log; {block} }}")
    server = subprocess.Popen(["nginx", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")])
    try:
        answers = [_status(f"http://127.0.0.1:{port}/{path}") for path in ASKED]
    finally:
        server.terminate()
        server.wait(10)
    assert answers[:3] == [200, 403, 404]
    written = "".join(file.read_text(encoding="utf-8", errors="replace") for file in tmp_path.glob("*.log"))
    assert "kwxzyq" not in written


def _status(address: str) -> int:
    for _ in range(50):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
                return int(answer.status)
        except urllib.error.HTTPError as refused:
            return refused.code
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError("nginx does not answer")
