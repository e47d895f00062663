"""A small world to lay knowledge over, and folders of it in one line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.lexicon.read import Data

Write = Callable[..., Path]


def country(code: str, name: str) -> dict[str, Any]:
    """A country without capital."""
    lists = dict.fromkeys(("also", "adjectives", "people", "capital_also", "metonyms", "marked"), ())
    return {"code": code, "alpha2": code[:2], "name": name, "capital": None, "lat": 0.0, "lon": 0.0, **{key: [] for key in lists}}


@pytest.fixture
def world() -> Data:
    """Two countries, a president, a party, and the words that are common there."""
    term = {"role": "president", "sectors": ["GOV"], "from": "2010", "to": "2015", "country": None}
    person = {
        "id": "per-vega",
        "name": "Luis Vega",
        "also": [],
        "short": ["Vega"],
        "country": "PER",
        "gender": "m",
        "marked": [],
        "wikidata": None,
    }
    party = {"id": "per-dawn", "name": "Dawn of Peru", "also": [], "country": "PER", "sectors": ["PTY"], "kind": "party", "members": []}
    return {
        "events": [{"patterns": [{"verbs": ["arrest"], "nouns": ["arrest"], "adjectives": []}]}],
        "classes": {"captive": ["suspect"]},
        "contexts": [],
        "cues": {
            "common": {"words": ["rose", "may"]},
            "spelling": {
                "interchangeable": [["Luis", "Luiz"]],
                "endings": [],
                **{key: [] for key in ("w_for_v", "family_first", "family_last", "hyphens", "particles")},
            },
        },
        "countries": [country("PER", "Peru"), country("CHL", "Chile")],
        "ambiguous": [],
        "roles": [{"sectors": ["COP"], "kind": "group", "nouns": ["police"]}],
        "people": [{**person, "terms": [term], "asof": "2025"}],
        "organisations": [{**party, "metonyms": [], "people": [], "from": None, "to": None, "marked": [], "wikidata": None}],
        "regions": [],
    }


@pytest.fixture
def folder(tmp_path: Path) -> Write:
    """A folder of files, each given as `name__ending=content`."""

    def write(name: str = "mine", **files: str | bytes) -> Path:
        made = tmp_path / name
        made.mkdir()
        for file, content in files.items():
            data = content if isinstance(content, bytes) else content.encode()
            (made / file.replace("__", ".")).write_bytes(data)
        return made

    return write
