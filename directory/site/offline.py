"""What works without internet, for those who want it: one fixed list of pages, the same for everyone."""

import json

from directory.output.file import OutputFile
from directory.output.sheets import DARK, PRINT
from directory.schedule.labels import day
from directory.view.day import DayView

# In the root, because a worker serves only what lies below it (Service Workers, 3.1.2).
WORKER = "offline.js"
SHEETS = "assets/stylesheets/"


def worker_file(view: DayView) -> OutputFile:
    """Return the script that browsers install. It changes with the day, so that all copies are renewed together."""
    areas = [f"{area}/" for area in view.directory.vocabulary.areas]
    looks = [f"{SHEETS}{name}.css" for name in ("site", DARK, PRINT)]
    looks += [f"assets/scripts/{name}.js" for name in ("settings", "controls", "exit")]
    kept = json.dumps(["./", *areas, "hilfe-sofort/", *looks], ensure_ascii=False)
    today = json.dumps(day(view.today), ensure_ascii=False)
    return OutputFile(
        WORKER, f'const KEPT = {kept};\nconst DAY = {today};\nimportScripts("assets/scripts/offline-worker.js");\n'
    )
