"""An entry as a service, with everything that belongs to it inside."""

from collections.abc import Iterator

from directory.exports.hsds.contacts import organization, organization_of, phones
from directory.exports.hsds.locations import Located, located
from directory.exports.hsds.objects import Object, filled, identifier, text
from directory.exports.hsds.schedules import Scheduled, schedules
from directory.exports.hsds.taxonomies import Terms, attributes
from directory.model import Entry
from directory.view.contact import providers_of
from directory.view.day import DayView
from directory.view.phrases import cost_text

CURRENCY = "EUR"


def service(view: DayView, entry: Entry, words: Terms) -> Object:
    """Return one entry; `words` are the terms of all vocabularies. What is not known is absent; it never means no."""
    directory, said = view.directory, view.of(entry)
    city, contact = directory.city, entry.contact
    key = identifier(city, "service", entry.first_slug)
    providers = providers_of(directory, entry)
    behind = organization(city, providers[0]) if providers else organization_of(city, entry)
    elsewhere, here = _at_locations(view, entry, key)
    return filled(
        id=key,
        organization_id=behind["id"],
        organization=behind,
        name=entry.name,
        alternate_name="; ".join(entry.other_names),
        description=text(*entry.description),
        url=next(iter(contact.websites), ""),
        email=next(iter(contact.mails), ""),
        status="active" if entry.status == "aktiv" and entry.begun(view.today) else "inactive",
        application_process=_application(view, entry),
        fees_description=text(said.cost.said.age, said.cost.text, *said.cost.notes, *said.cost.said.sentences)
        if said.cost
        else "",
        eligibility_description=text(
            said.audience.said.age, *entry.audience_notes, *said.audience.said.sentences, *entry.conditions
        ),
        minimum_age=entry.age.minimum if entry.age else None,
        maximum_age=entry.age.maximum if entry.age else None,
        assured_date=entry.confirmed.on.isoformat() if entry.confirmed else "",
        alert=text(said.notice, *said.house_notice, *said.period),
        phones=[*phones(city, contact.numbers, key, service_id=key)],
        schedules=elsewhere,
        service_areas=[*_service_areas(view, entry, key)],
        service_at_locations=here,
        languages=[*_languages(view, entry, key)],
        cost_options=[*_cost(view, entry, key)],
        attributes=[*attributes(directory, entry, key, words), *_more(view, entry, key)],
    )


def _application(view: DayView, entry: Entry) -> str:
    """Return how one takes part, what the first time is like, and who makes the contact: never the number of others."""
    joining = view.of(entry).joining
    through = view.directory.entry.get(entry.contact.through or "")
    return text(
        *((joining.said.age, joining.text, *joining.notes, *joining.said.sentences) if joining else ()),
        *entry.first_visit,
        f"Den Kontakt gibt es bei: {through.name}." if through else "",
        *entry.contact.notes,
    )


def _at_locations(view: DayView, entry: Entry, service: str) -> tuple[list[Object], list[Object]]:
    """Return the schedules that belong to no location, and the locations of the service with theirs."""
    city = view.directory.city
    places = located(view.directory, entry)
    at: list[list[Object]] = [[] for _ in places]
    elsewhere: list[Object] = []
    for scheduled in schedules(view, entry):
        index = _where(scheduled, places)
        for one in scheduled[1]:
            (elsewhere if index is None else at[index]).append(one)
    linked = [{**one, "service_id": service} for one in elsewhere]
    here = []
    for place, rules in zip(places, at, strict=True):
        key = identifier(city, "service_at_location", service, place.location["id"])
        here.append(
            filled(
                id=key,
                service_id=service,
                location_id=place.location["id"],
                location=place.location,
                description=place.notes,
                schedules=[{**one, "service_at_location_id": key} for one in rules],
            )
        )
    return linked, here


def _where(scheduled: Scheduled, places: list[Located]) -> int | None:
    """Return at which location a rule holds; None where it is on the phone, or nobody says where."""
    times, _ = scheduled
    if times.purpose == "telefon":
        return None
    if times.place:
        return next((index for index, place in enumerate(places) if times.place in place.places), None)
    return 0 if len(places) == 1 else None


def _service_areas(view: DayView, entry: Entry, service: str) -> Iterator[Object]:
    areas = view.directory.vocabulary.areas
    served = entry.service_areas or ((entry.area,) if areas[entry.area].city_wide else ())
    for area in served:
        yield filled(
            id=identifier(view.directory.city, "service_area", service, area), service_id=service, name=areas[area].name
        )


def _languages(view: DayView, entry: Entry, service: str) -> Iterator[Object]:
    said = view.of(entry).audience.languages_said
    for code in entry.languages:
        yield filled(
            id=identifier(view.directory.city, "language", service, code),
            service_id=service,
            code=code,
            name=view.directory.vocabulary.languages[code].name,
            note=text(said.age, *said.sentences),
        )


def _cost(view: DayView, entry: Entry, service: str) -> Iterator[Object]:
    """Yield what it costs; a donation has no amount unless somebody names one."""
    if cost := entry.cost:
        amount = float(cost.amount.replace(",", ".")) if cost.amount else 0 if cost.kind == "kostenlos" else None
        yield filled(
            id=identifier(view.directory.city, "cost_option", service),
            service_id=service,
            option=cost.kind,
            amount=amount,
            currency=CURRENCY if amount is not None else "",
            amount_description=cost_text(cost),
        )


def _more(view: DayView, entry: Entry, service: str) -> Iterator[Object]:
    """Yield what HSDS 3.0 has no field for: further addresses, providers and places, who leads it, and its sources."""
    city, contact = view.directory.city, entry.contact
    facts = [("weitere-mail", mail) for mail in contact.mails[1:]]
    facts += [("weitere-webseite", url) for url in contact.websites[1:]]
    facts += [("formular", url) for url in contact.forms]
    facts += [("weiterer-traeger", provider.name) for provider in providers_of(view.directory, entry)[1:]]
    facts += [("geleitet-von", entry.led_by)] if entry.led_by else []
    if entry.easy_language:
        facts.append(("leichte-sprache", f"{entry.easy_language.by}, {entry.easy_language.on.isoformat()}"))
    for source in () if entry.secret else entry.sources:
        as_of = str(source.as_of) if source.as_of.known else ""
        facts.append(("quelle", ", ".join(filter(None, (source.url or source.statement, as_of)))))
    # What is said of places without a door, such as "Der Ort wechselt."
    facts += [
        ("ort", place.kind_text)
        for place in view.of(entry).places
        if place.kind_text and place.kind not in {"online", "telefon"}
    ]
    for name, value in dict.fromkeys(facts):
        yield filled(
            id=identifier(city, "attribute", service, name, value),
            link_id=service,
            link_entity="service",
            link_type=name,
            value=value,
        )
