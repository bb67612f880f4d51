"""Residents' figures: of one year, and the sums that the page for professionals tells."""

from pathlib import Path

from browsing import ENTRIES, PROJECT

from directory.source import load


def test_the_page_for_professionals_tells_the_sums_of_the_localities() -> None:
    directory = load(ENTRIES).directory
    assert directory
    told = Path(PROJECT / "docs" / "fachleute.md").read_text(encoding="utf-8")
    counted = [one for one in directory.vocabulary.localities.values() if one.population]
    years = {one.population.year for one in counted if one.population}
    assert len(years) == 1
    sums: dict[str, int] = {}
    for one in counted:
        assert one.population
        sums[one.area] = sums.get(one.area, 0) + one.population.number
    for number in (*sums.values(), sum(sums.values())):
        assert f"{number:,}".replace(",", ".") in told, number
    assert f"im Jahr {years.pop()} zusammen" in told


def test_what_the_city_lists_is_not_called_inferred() -> None:
    directory = load(ENTRIES).directory
    assert directory
    localities = directory.vocabulary.localities
    assert not [key for key in ("kunitz", "laasan", "kunitz-laasan") if localities[key].inferred]
    assert [key for key, one in localities.items() if one.unsettled] == ["closewitz"]
