"""Spellings of one name that news uses side by side: Witkoff and Witkov, Zelensky and Selenskyj."""

import re
import unicodedata
from functools import lru_cache

_NO_LETTER = re.compile(r"[^a-z ]")
SHORTEST = 5  # letters of a name that is still told apart from others when its spelling is folded

# Letters that transliterations swap, the longer ones first; what they fold to is no spelling of any language.
_SWAPS = (
    ("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("ou", "u"), ("oo", "u"),
    ("ee", "i"), ("ks", "x"), ("q", "k"), ("w", "v"), ("f", "v"), ("z", "s"), ("y", "i"), ("j", "i"),
)  # fmt: skip


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name without what its transliterations differ in; empty where too little would be left of it.

    >>> folded("Witkoff") == folded("Witkov"), folded("Li")
    (True, '')
    """
    plain = name.lower() if name.isascii() else unicodedata.normalize("NFD", name.lower())
    letters = _NO_LETTER.sub("", plain)
    if len(letters) < SHORTEST:
        return ""
    for written, meant in _SWAPS:
        letters = letters.replace(written, meant)
    return re.sub(r"(.)\1+", r"\1", letters)


def identifier(name: str, country: str | None) -> str | None:
    """An identifier for a person whom no lexicon lists, the same for all spellings of the full name; None for a surname alone.

    `country` is ISO alpha-3. No identifier of the lexicon begins with `x-`.

    >>> identifier("Dahir Warsame", "SOM"), identifier("Warsame", "SOM")
    ('x-som-dahir-varsame', None)
    """
    parts = folded(name).split()
    return "-".join(("x", *([country.lower()] if country else []), *parts)) if len(parts) > 1 else None
