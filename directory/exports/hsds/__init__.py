"""HSDS 3.0 as files: the Human Services Data Specification of Open Referral, for programs that know it.

A static host answers no queries, so that this is no Open Referral API: each list is one file, and each service has its
own. Nothing in it depends on the day but what lapses. A position is
there only under a licence that somebody stated.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from directory.exports.hsds.objects import Object
from directory.exports.hsds.taxonomies import taxonomies, terms
from directory.output.file import OutputFile
from directory.view.day import DayView

FOLDER = "daten/hsds"
# What validators read first (specification.openreferral.org, branch 3.0).
VERSION = "3.0"
PROFILE = "https://docs.openreferral.org/en/3.0/"
OPENAPI = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A service as JSON, and what has lists of its own beside those of services, each by its id."""

    id: str
    service: str
    organization: Mapping[str, str]
    at_locations: Mapping[str, str]


def written(service: Object) -> Written:
    """Return a service as it stands in files."""
    return Written(
        id=service["id"],
        service=_json(service),
        organization=_by_id([service["organization"]]),
        at_locations=_by_id(service.get("service_at_locations", ())),
    )


def hsds_files(view: DayView, services: Iterable[Written]) -> Iterator[OutputFile]:
    """Yield the list of each kind of object, and each service on its own."""
    services = sorted(services, key=lambda item: item.id)
    head = _json(
        {
            "version": VERSION,
            "profile": PROFILE,
            "openapi_url": OPENAPI,
            "title": view.directory.city.title,
            "license": view.directory.city.data_licence,
        }
    )
    yield _file("index", head)
    lists: dict[str, Mapping[str, str]] = {
        "services": {item.id: item.service for item in services},
        "organizations": {key: text for item in services for key, text in item.organization.items()},
        "service_at_locations": {key: text for item in services for key, text in item.at_locations.items()},
        "taxonomies": _by_id(taxonomies(view.directory)),
        "taxonomy_terms": _by_id(terms(view.directory).values()),
    }
    for name, by_id in lists.items():
        yield _file(f"{name}/index", _page([by_id[key] for key in sorted(by_id)]))
    for item in services:
        yield _file(f"services/{item.id}", item.service)


def _by_id(objects: Iterable[Object]) -> Mapping[str, str]:
    return {one["id"]: _json(one) for one in objects}


def _page(contents: list[str]) -> str:
    """Return a list that has only one page in the wrapper of HSDS."""
    wrapper = {
        "total_items": len(contents),
        "total_pages": 1,
        "page_number": 1,
        "size": len(contents),
        "first_page": True,
        "last_page": True,
        "empty": not contents,
    }
    return f'{{"contents": [{", ".join(contents)}], {_json(wrapper)[1:]}'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _file(name: str, text: str) -> OutputFile:
    return OutputFile(f"{FOLDER}/{name}.json", f"{text}\n")
