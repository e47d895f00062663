"""Knowledge of the user's own laid over a lexicon: what it adds, replaces, takes away, and what is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.errors import LexiconError
from sayso.lexicon.knowledge import digest, extended, overlaid
from sayso.lexicon.read import Data

Write = Callable[..., Path]

MORA = "- {id: per-mora, name: Ana Mora, short: [Mora], country: PER, terms: [{role: mayor, sectors: [GOV], from: 2020}], asof: 2024}\n"


def ids(data: Data) -> list[str]:
    return [entry["id"] for kind in ("people", "organisations") for entry in data[kind]]


def test_what_is_new_comes_first(world: Data, folder: Write) -> None:
    found = overlaid(world, [folder(a__yaml=MORA)])
    assert not found.faults
    assert ids(found.data) == ["per-mora", "per-vega", "per-dawn"]
    assert ids(world) == ["per-vega", "per-dawn"]


def test_later_folders_override_by_id(world: Data, folder: Write) -> None:
    first, second = folder("one", a__yaml=MORA), folder("two", a__yaml=MORA.replace("Ana Mora", "Ana María Mora"))
    names = {e["id"]: e["name"] for e in overlaid(world, [first, second]).data["people"]}
    assert names == {"per-mora": "Ana María Mora", "per-vega": "Luis Vega"}
    assert overlaid(world, [second, first]).data["people"][0]["name"] == "Ana Mora"


def test_an_entry_takes_the_place_of_ours(world: Data, folder: Write) -> None:
    mine = folder(a__yaml="- {id: per-vega, name: Luis Vega Soto, country: PER, terms: [], asof: 2024}")
    assert [e["name"] for e in overlaid(world, [mine]).data["people"]] == ["Luis Vega Soto"]


@pytest.mark.parametrize(
    "files",
    [
        {"a__yaml": "- {id: per-vega, disable: true}"},
        {"a__csv": "id,kind,disable\nper-vega,person,true"},
        {"a__yml": "- {id: per-vega, disable: true}"},
    ],
)
def test_disabled_is_gone(world: Data, folder: Write, files: dict[str, str]) -> None:
    found = overlaid(world, [folder(**files)])
    assert not found.faults
    assert ids(found.data) == ["per-dawn"]


def test_every_name_is_made_anew(world: Data, folder: Write) -> None:
    texts = [text for text, _, _ in extended(world, [folder(a__yaml=MORA.replace("Ana", "Luis"))])["names"]]
    assert {"Luis Mora", "Luiz Mora", "Mora", "L. Mora", "Luis Vega"} <= set(texts)


@pytest.mark.parametrize(
    ("files", "line", "told"),
    [
        # broken files
        ({"a__yaml": MORA + "- {id: per-x, name: [}"}, 2, "not valid YAML"),
        ({"a__yaml": MORA + "- {id: per-x,\n   name: Ana\n   x: 1}"}, 4, "not valid YAML"),
        ({"a__yaml": "id: per-x"}, 1, "a list of entries was expected"),
        ({"a__yaml": "- per-x"}, 1, "an entry of keys and values was expected"),
        ({"a__yaml": MORA.replace("name: Ana Mora", "name: Ana Mora, name: Eva")}, 1, "stands twice in one entry"),
        ({"a__yaml": b"- {id: a}\n- {name: \xff}"}, 2, "is not UTF-8; save the file in UTF-8"),
        ({"a__csv": 'id,kind,name\nper-x,party,New Peru\nper-y,party,"New'}, 3, "not valid CSV"),
        ({"a__csv": "id,kind,name\nper-x,party,New Peru,PTY"}, 2, "4 cells under 3 columns"),
        ({"a__csv": "id,kind,nam\n"}, 1, "unknown column 'nam'; did you mean 'name'?"),
        ({"a__csv": "name,country\nNew Peru,PER"}, 1, "must name the columns, id and kind among them"),
        # entries of the wrong shape
        ({"a__yaml": "- {id: per-x, name: Eva}"}, 1, "can't tell what this is"),
        ({"a__yaml": MORA + MORA.replace("per-mora", "per-ruiz").replace("asof", "asoff")}, 2, "did you mean `asof`?"),
        ({"a__yaml": MORA.replace(", asof: 2024", "")}, 1, "`asof` is missing"),
        ({"a__yaml": MORA.replace("[GOV]", "[GOVT]")}, 1, "terms.0.sectors.0: 'GOVT' is none of 'GOV', 'MIL'"),
        ({"a__yaml": MORA.replace("per-mora", "Mora")}, 1, "id: 'Mora' is not of the shape"),
        ({"a__csv": "id,kind,name,sector,country\nper-x,partei,New Peru,PTY,PER"}, 2, "kind: 'partei' is none of"),
        # days
        ({"a__yaml": MORA.replace("from: 2020", "from: 2020, to: 2019-12")}, 1, "term 'mayor' ends (2019-12) before it begins (2020)"),
        ({"a__yaml": MORA.replace("from: 2020", "from: 2020-13")}, 1, "'2020-13' is no day of the calendar"),
        ({"a__yaml": MORA.replace("from: 2020", "from: 2020-02-30")}, 1, "write days as 2012"),
        ({"a__csv": "id,kind,name,sector,from,to\nper-x,party,New Peru,PTY,2010,2009"}, 2, "it ends (2009) before it begins (2010)"),
        # what does not agree with the rest
        ({"a__yaml": MORA + MORA}, 2, "stands already in"),
        ({"a__yaml": MORA.replace("PER", "ZZZ")}, 1, "no country 'ZZZ'"),
        ({"a__csv": "id,kind,name,sector,country,owner\nper-x,media,Lima Post,MED,PER,per-nobody"}, 2, "'per-nobody' to be the owner"),
        ({"a__yaml": "- {id: per-nobody, disable: true}"}, 1, "nothing goes by this to be disabled"),
        ({"a__yaml": MORA.replace("[Mora]", "[Mora, May]")}, 1, "'May' is a common word"),
        ({"a__yaml": MORA.replace("[Mora]", "[Police]")}, 1, "'Police' is a common word"),
        ({"a__yaml": MORA.replace("[Mora]", "[Arrest]")}, 1, "'Arrest' is a common word"),
        ({"a__yaml": MORA.replace("[Mora]", "[Vega]").replace("2020", "2014")}, 1, "per-mora and per-vega both own 'Vega' on one day"),
        ({"a__yaml": MORA.replace("Ana Mora", "Dawn of Peru")}, 1, "per-mora and per-dawn both own 'Dawn of Peru'"),
    ],
)  # fmt: skip
def test_faults_say_where_and_what(world: Data, folder: Write, files: dict[str, str], line: int, told: str) -> None:
    mine = folder(**files)
    faults = overlaid(world, [mine]).faults
    path = mine / next(iter(files)).replace("__", ".")
    assert [(f.path, f.line) for f in faults] == [(path, line)] * len(faults)
    assert any(told in f.text for f in faults), [str(f) for f in faults]
    with pytest.raises(LexiconError, match=f"{path}:{line}: "):
        extended(world, [mine])


@pytest.mark.parametrize(
    "entry",
    [
        MORA.replace("[Mora]", "[Mora, May], marked: [May]"),
        MORA.replace("[Mora]", "[Vega], marked: [Vega]").replace("2020", "2014"),
        # with its spellings
        MORA.replace("Ana Mora, short: [Mora]", "Luís Vega, marked: [Luís Vega]").replace("2020", "2014"),
        # handing over is no overlap, another country tells surnames apart
        MORA.replace("[Mora]", "[Vega]"),
        MORA.replace("[Mora]", "[Vega]").replace("2020", "2014").replace("PER", "CHL"),
    ],
)
def test_names_that_are_meant_so(world: Data, folder: Write, entry: str) -> None:
    assert overlaid(world, [folder(a__yaml=entry)]).faults == []


def test_a_table_of_terms(world: Data, folder: Write) -> None:
    rows = """\
id;kind;name;alias;short;role;country;sector;from;to;asof
per-luna;person;Eva Luna;Eva R. Luna|Eva Rosa Luna;Luna;mayor;PER;GOV;2018;2022-05;2024
per-luna;person;;;;opposition leader;;OPP|LEG;2022-06;;
per-new;party;New Peru;;;;PER;PTY;2009;;
per-sol;person;Rita Sol;;;judge;PER;JUD;2001;2003;2024
"""
    found = overlaid(world, [folder(a__csv=b"\xef\xbb\xbf" + rows.encode())])
    assert not found.faults
    luna, sol = found.data["people"][:2]
    assert luna["also"] == ["Eva R. Luna", "Eva Rosa Luna"]
    assert [(t["role"], t["sectors"], t["from"], t["to"]) for t in luna["terms"]] == [
        ("mayor", ["GOV"], "2018", "2022-05"),
        ("opposition leader", ["OPP", "LEG"], "2022-06", None),
    ]
    assert sol["id"] == "per-sol"
    assert found.data["organisations"][0]["from"] == "2009"
    assert [where.line for where in found.own.values()] == [2, 4, 5]


def test_many_faults_are_counted(world: Data, folder: Write) -> None:
    mine = folder(a__yaml="".join(f"- {{id: per-x{n}, name: Eva}}\n" for n in range(30)))
    with pytest.raises(LexiconError, match="and 22 more; `sayso knowledge check` tells all"):
        extended(world, [mine])


@pytest.mark.parametrize(("there", "told"), [(False, "there is no such folder of knowledge"), (True, "holds no file of knowledge")])
def test_nothing_to_read(world: Data, folder: Write, tmp_path: Path, there: bool, told: str) -> None:  # noqa: FBT001
    mine = folder(readme__txt="hello") if there else tmp_path / "none"
    with pytest.raises(LexiconError, match=told):
        overlaid(world, [mine])


def test_the_digest_tells_knowledge_apart(folder: Write) -> None:
    one, two = folder("one", a__yaml=MORA), folder("two", a__yaml=MORA.replace("2020", "2021"))
    assert digest("abc", []) == "abc"
    found = [digest("abc", given) for given in ([one], [two], [one, two], [two, one])] + [digest("abd", [one])]
    assert len({"abc", *found}) == 6
    assert digest("abc", [one]) == digest("abc", [one])
