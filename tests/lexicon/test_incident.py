"""What is known of incidents."""

from pathlib import Path

import pytest
import yaml

from sayso.errors import LexiconError
from sayso.lexicon.incident import Rules, rules
from sayso.lexicon.read import FOLDER, Data
from sayso.settings import Settings


@pytest.fixture(scope="module")
def ours() -> Rules:
    return rules(cache=Settings().cache)


def test_families_name_types_that_exist(data: Data, ours: Rules) -> None:
    known = {kind["type"] for kind in data["events"]}
    told = {kind for family in ours.families for kind in family.types}
    assert told == known


def test_modes_that_exclude_one_another_exist(data: Data, ours: Rules) -> None:
    known = {mode for kind in data["events"] for mode in kind["modes"]}
    assert {mode for pair in ours.modes_apart for mode in pair} <= known


def test_outlets_that_share_a_newsroom_have_one_house(ours: Rules) -> None:
    houses = ours.houses
    assert houses["cnbc"] == houses["cnbc.com"] == houses["nbc news"]
    assert "the sun newspaper" not in houses  # of one owner with others, but with reporters of its own


def test_a_type_without_a_family_stands_alone(ours: Rules) -> None:
    (family,) = ours.families_of("ELECT")
    assert (family.types, family.either_way) == (frozenset({"ELECT"}), False)


@pytest.mark.parametrize(
    ("file", "change", "message"),
    [
        ("families", [{"name": "violence", "types": ["ASSAULT"], "lag": 3, "ahead": 14, "spread": 9}], "spread"),
        ("families", [{"name": "violence", "types": [], "lag": 3, "ahead": 14, "spread": 1}], "types"),
        ("likeness", {"enough": 2.6}, "against"),
    ],
)
def test_what_is_malformed_is_refused(tmp_path: Path, file: str, change: object, message: str) -> None:
    folder = tmp_path / "lexicon"
    for path in FOLDER.rglob("incidents/*.yaml"):
        copy = folder / path.relative_to(FOLDER)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "incidents" / f"{file}.yaml").write_text(yaml.safe_dump(change), encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        rules(folder)
