"""What the linters of the scripts are told is what is there."""

import json
import re
from pathlib import Path

JAVASCRIPT = Path(__file__).parent / "javascript"


def test_the_generated_module_is_declared_as_it_is_written(site: Path) -> None:
    written = (site / "assets" / "scripts" / "form" / "data.js").read_text(encoding="utf-8")
    declared = (JAVASCRIPT / "generated" / "form" / "data.d.ts").read_text(encoding="utf-8")
    names = re.findall(r"^export const (\w+)=", written, re.MULTILINE)
    assert names
    assert re.findall(r"^export const (\w+):", declared, re.MULTILINE) == names


def test_the_lockfile_pins_all_packages_and_names_no_registry() -> None:
    lock = json.loads((JAVASCRIPT / "package-lock.json").read_text(encoding="utf-8"))
    wanted = json.loads((JAVASCRIPT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    own, *packages = lock["packages"].values()
    assert own["devDependencies"] == wanted
    assert not [version for version in wanted.values() if not re.fullmatch(r"[\d.]+", version)]
    assert packages
    assert not [one for one in packages if "resolved" in one or not one["integrity"].startswith("sha512-")]
