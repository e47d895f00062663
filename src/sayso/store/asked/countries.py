"""Countries by their names, for those who ask for Russia and not for RUS."""

from collections.abc import Mapping
from functools import cache

from sayso.lexicon.read import FOLDER, plain


def coded(value: str) -> str:
    """`Russia` as RUS and `Russia:MIL` as RUS:MIL; whatever is no country's name as it is.

    Words of a name would find the parties that are called so, and neither the president nor the army: far too few, in silence.
    """
    name, colon, sector = value.partition(":")
    return _codes().get(name.strip().casefold(), name) + colon + sector


def is_country(value: str) -> bool:
    """Whether this is the code of a country: BBC and PKK look like one, and are names."""
    return value in _known()


@cache
def _known() -> frozenset[str]:
    return frozenset(_codes().values())


@cache
def _codes() -> Mapping[str, str]:
    countries = plain(FOLDER / "entities" / "countries.yaml")
    return {name.casefold(): country["code"] for country in countries for name in (country["name"], *country["also"])}
