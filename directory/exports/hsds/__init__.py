"""HSDS 3.0 as files: the Human Services Data Specification of Open Referral, for programs that know it.

A static host answers no queries, so that this is no Open Referral API: each list is one file, and each service has its
own. Nothing in it depends on the day but what lapses. A position is
there only under a licence that somebody stated.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from directory.exports.hsds.objects import Object
from directory.exports.hsds.taxonomies import taxonomies, terms
from directory.output.file import OutputFile
from directory.view.day import DayView

FOLDER = "daten/hsds"
# What validators read first (specification.openreferral.org, branch 3.0).
VERSION = "3.0"
PROFILE = "https://docs.openreferral.org/en/3.0/"
OPENAPI = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json"


def hsds_files(view: DayView, services: Iterable[Object]) -> Iterator[OutputFile]:
    """Yield the list of each kind of object, and each service on its own."""
    words = terms(view.directory)
    services = sorted(services, key=_id)
    yield _file(
        "index",
        {
            "version": VERSION,
            "profile": PROFILE,
            "openapi_url": OPENAPI,
            "title": view.directory.city.title,
            "license": view.directory.city.data_licence,
        },
    )
    at_locations = (one for item in services for one in item.get("service_at_locations", ()))
    lists: dict[str, Iterable[Object]] = {
        "services": services,
        "organizations": (item["organization"] for item in services),
        "service_at_locations": at_locations,
        "taxonomies": taxonomies(view.directory),
        "taxonomy_terms": words.values(),
    }
    for name, objects in lists.items():
        each_once = {one["id"]: one for one in objects}
        yield _file(f"{name}/index", _page(sorted(each_once.values(), key=_id)))
    for item in services:
        yield _file(f"services/{item['id']}", item)


def _id(item: Object) -> str:
    return str(item["id"])


def _page(contents: list[Object]) -> dict[str, Any]:
    """Return the wrapper of HSDS around a list that has only one page."""
    return {
        "total_items": len(contents),
        "total_pages": 1,
        "page_number": 1,
        "size": len(contents),
        "first_page": True,
        "last_page": True,
        "empty": not contents,
        "contents": contents,
    }


def _file(name: str, content: object) -> OutputFile:
    return OutputFile(f"{FOLDER}/{name}.json", json.dumps(content, ensure_ascii=False, sort_keys=True) + "\n")
