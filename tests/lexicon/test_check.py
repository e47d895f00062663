"""The check of the lexicon: shape, and whether entries agree with one another."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from sayso.lexicon.check import problems

Entry = dict[str, Any]
Build = Callable[..., Path]

SENTENCES = {"examples": ["Police arrested two men.", "The army arrested him."], "counterexamples": ["It arrested the spread."]}
COUNTRY = {"code": "PER", "alpha2": "PE", "name": "Peru", "adjectives": ["Peruvian"], "lat": -10, "lon": -76}
CHILE = {"code": "CHL", "alpha2": "CL", "name": "Chile", "lat": -30, "lon": -71}


def pattern(name: str, **fields: Any) -> Entry:
    return {"name": name, "verbs": ["arrest"], **SENTENCES, **fields}


def kind(*patterns: Entry, **fields: Any) -> Entry:
    told = {"type": "COERCE", "label": "Coerce", "definition": "Forces somebody.", "quad": 4, "score": -7, "cameo": "170"}
    return {**told, "modes": {"arrest": {"score": -7, "definition": "Takes into custody."}}, "patterns": list(patterns), **fields}


def person(name: str, short: str, start: int, end: int | None = None, country: str = "PER") -> Entry:
    term = {"role": "president", "sectors": ["GOV"], "from": start, "to": end}
    given = {"id": f"{country.lower()}-{name.split()[0].lower()}", "name": name, "short": [short], "country": country}
    return {**given, "gender": "f", "terms": [term], "asof": 2025}


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Write a small lexicon that is in order, with some files in place of its own."""

    def make(**files: Any) -> Path:
        standard = {
            "events/classes": {"captive": ["suspect", "dissident"]},
            "events/contexts": [{"name": "legal", "definition": "Courts.", "words": ["court"]}],
            "events/coerce": kind(pattern("arrest", mode="arrest", object=["@person", "@captive"])),
            "entities/countries": [COUNTRY, CHILE],
            "entities/roles": [{"sectors": ["COP"], "kind": "group", "nouns": ["police"]}],
            "entities/people/all": [person("Ana Quispe", "Quispe", 2001, 2006)],
            "ontology/cameo": {"170": {"label": "Coerce", "plover": "COERCE"}},
            "cues/time": {"days": ["monday"]},
        }
        for name, content in {**standard, **{key.replace("__", "/"): value for key, value in files.items()}}.items():
            path = tmp_path / f"{name}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content if isinstance(content, str) else yaml.safe_dump(content), encoding="utf-8")
        return tmp_path

    return make


def test_a_lexicon_in_order_has_no_problems(build: Build) -> None:
    assert problems(build()) == []


def test_every_malformed_entry_is_told_with_its_file(build: Build) -> None:
    broken = [{**COUNTRY, "capitol": "Lima"}, {**CHILE, "code": "Chile"}]
    found = problems(build(entities__countries=broken, events__coerce=kind(pattern("arrest", object="@person", verbs=["Arrest"]))))
    assert [line.split(" (got")[0] for line in found[:3]] == [
        "events/coerce.yaml: type 'COERCE': patterns.arrest.verbs.0: String should match pattern '^[^A-Z]+$'",
        "events/coerce.yaml: type 'COERCE': patterns.arrest.object: Input should be a valid list",
        "entities/countries.yaml: code 'PER': capitol: Extra inputs are not permitted",
    ]


def test_broken_yaml_and_keys_given_twice_are_told(build: Build) -> None:
    found = problems(build(entities__roles="- {sectors: [COP", events__classes="captive: [suspect]\ncaptive: [dissident]\n"))
    assert any("entities/roles.yaml: can't be read" in line for line in found)
    assert any("events/classes.yaml" in line and "'captive' stands twice" in line for line in found)


def test_a_mode_that_the_type_does_not_have(build: Build) -> None:
    assert "COERCE has no mode 'jail'" in problems(build(events__coerce=kind(pattern("arrest", mode="jail"))))[0]


def test_one_example_is_too_few(build: Build) -> None:
    found = problems(build(events__coerce=kind(pattern("arrest", examples=["Police arrested a man."]))))
    assert "patterns.arrest.examples" in found[0]


@pytest.mark.parametrize(
    ("patterns", "problem"),
    [
        ([pattern("a"), pattern("a", verbs=["jail"])], "name: COERCE has 2 patterns called 'a'"),
        ([pattern("a", verbs=["jail", "jail"])], "trigger: COERCE/a: 'jail' stands twice in verbs"),
        ([pattern("a", object=["@felon"])], "class: COERCE/a: @felon is neither computed nor listed"),
        ([pattern("a", **{"with": {"in": ["@felon"]}})], "class: COERCE/a: @felon is neither computed nor listed"),
        ([pattern("a", object=["@XYZ", "@MIL"])], "class: COERCE/a: @XYZ is neither computed nor listed"),
        ([pattern("a", contexts=["sport"])], "context: COERCE/a: no context 'sport' in events/contexts.yaml"),
        ([pattern("a", cameo="999")], "cameo: COERCE/a: no code '999' in ontology/cameo.yaml"),
    ],
    ids=["name", "trigger", "class", "class-with", "sector", "context", "cameo"],
)
def test_patterns_that_point_at_nothing(build: Build, patterns: list[Entry], problem: str) -> None:
    assert problems(build(events__coerce=kind(*patterns))) == [problem]


def test_classes_that_take_in_themselves_or_hide_a_computed_one(build: Build) -> None:
    found = problems(build(events__classes={"a": ["@b"], "b": ["@a"], "captive": ["x"], "person": ["y"]}))
    assert [line for line in found if "takes in itself" in line or "computed" in line] == [
        "class: events/classes.yaml: @a takes in itself",
        "class: events/classes.yaml: @b takes in itself",
        "class: events/classes.yaml: @person is computed and can't be listed",
    ]


def test_definitions_may_not_be_empty(build: Build) -> None:
    assert problems(build(events__coerce=kind(pattern("a"), definition=" "))) == ["definition: COERCE has no definition"]


@pytest.mark.parametrize(
    ("earlier", "later", "shadow"),
    [
        ({}, {}, True),
        ({}, {"object": ["man"]}, False),
        ({"object": ["man"]}, {"object": ["man", "woman"]}, False),
        ({"object": ["man", "woman"]}, {"object": ["man"]}, True),
        ({"object": ["man"]}, {"subject": ["man"]}, False),
        ({"unless": ["heart attack"]}, {}, False),
        ({}, {"unless": ["heart attack"]}, True),
        ({"unless_object": ["spread"]}, {"unless_object": ["spread", "fall"]}, True),
        ({"with": {"in": "any"}}, {"with": {"in": ["man"]}}, True),
        ({"with": {"in": ["man"]}}, {"with": {"in": "any"}}, False),
        ({"complement": ["to", "that"]}, {"complement": ["to"]}, True),
        ({"complement": ["to"]}, {"complement": ["ing"]}, False),
    ],
    ids=["same", "special", "wider-later", "narrower-later", "other-slot", "excludes", "excludes-later", "unless-object", "with-any",
         "with-later", "complement", "complements"],
)  # fmt: skip
def test_a_pattern_that_never_wins_is_told(build: Build, earlier: Entry, later: Entry, *, shadow: bool) -> None:
    found = problems(build(events__coerce=kind(pattern("one", **earlier), pattern("two", mode="arrest", **later))))
    wanted = "shadow: coerce/arrest/two never wins over coerce/-/one for arrest: give it a condition of its own"
    assert found == [wanted] * shadow


def test_a_noun_that_fires_bare_is_not_in_the_shadow_of_one_that_does_not(build: Build) -> None:
    noun = {"verbs": [], "nouns": ["arrest"]}
    assert problems(build(events__coerce=kind(pattern("one", **noun), pattern("two", political=True, **noun)))) == []
    assert len(problems(build(events__coerce=kind(pattern("one", political=True, **noun), pattern("two", **noun))))) == 1


@pytest.mark.parametrize(
    ("people", "shared"),
    [
        ([person("Ana Quispe", "Quispe", 2001, 2006), person("Luz Quispe", "Quispe", 2003)], True),
        ([person("Ana Quispe", "Quispe", 2001, 2006), person("Luz Quispe", "Quispe", 2006)], False),
        ([person("Ana Quispe", "Quispe", 2001), person("Luz Quispe", "Quispe", 2003, country="CHL")], False),
        ([person("Ana Quispe", "Quispe", 2001), person("Ana Quispe", "Ana", 2003, country="CHL")], True),
    ],
    ids=["in-office-together", "one-after-the-other", "two-countries", "full-name"],
)
def test_aliases_of_people_in_office_together(build: Build, people: list[Entry], *, shared: bool) -> None:
    found = problems(build(entities__people__all=people))
    assert bool(found) is shared
    assert all(line.startswith("alias: ") for line in found)


def test_words_that_ambiguous_yaml_settles_may_be_shared(build: Build) -> None:
    twins = [COUNTRY, {**CHILE, "adjectives": ["Peruvian"]}]
    assert problems(build(entities__countries=twins)) == ["alias: PER and CHL both own 'Peruvian'"]
    settled = [{"text": "Peruvian", "codes": ["PER", "CHL"]}]
    assert problems(build(entities__countries=twins, entities__ambiguous=settled)) == []


def test_countries_that_do_not_exist(build: Build) -> None:
    body = {"id": "igo-x", "name": "X Union", "country": None, "sectors": ["IGO"], "kind": "igo", "members": ["PER", "XYZ"]}
    assert problems(build(entities__organisations__igo=[body])) == ["country: igo-x: no country XYZ in entities/countries.yaml"]


def test_role_nouns_listed_twice(build: Build) -> None:
    roles = [{"sectors": ["COP"], "kind": "group", "nouns": ["police"]}, {"sectors": ["GOV"], "kind": "body", "nouns": ["police"]}]
    assert problems(build(entities__roles=roles)) == ["role: entities/roles.yaml lists 'police' twice"]


def test_accepted_problems_are_silent_until_they_are_idle(build: Build) -> None:
    twins = [COUNTRY, {**CHILE, "adjectives": ["Peruvian"]}]
    leave = [{"problem": "alias", "of": ["CHL", "PER"], "reason": "for this test alone"}]
    assert problems(build(entities__countries=twins, ontology__accepted=leave)) == []
    assert problems(build(ontology__accepted=leave))[0].startswith("idle: ")


def test_our_own_lexicon_is_in_order() -> None:
    assert problems() == []


HEADS = [{"office": "head of state", "roles": ["president"]}]


@pytest.mark.parametrize(
    ("terms", "problem"),
    [
        ([(2001, 2006), (2006, 2011)], None),
        ([(2001, 2006), (2005, 2011)], "per-ana (2001 to 2006) and per-eva (2005 to 2011)"),
        ([(2001, None), (2005, 2011)], "per-ana (2001 to 9999-12-31) and per-eva (2005 to 2011)"),
    ],
)
def test_two_heads_on_one_day(build: Build, terms: list[tuple[int, int | None]], problem: str | None) -> None:
    people = [person(name, name, *term) for name, term in zip(("Ana Quispe", "Eva Soto"), terms, strict=True)]
    found = problems(build(entities__people__all=people, ontology__heads=HEADS))
    assert found == ([f"heads: PER has two persons as head of state on one day: {problem}"] if problem else [])


def test_houses_and_domains_of_outlets(build: Build) -> None:
    outlet = {"name": "Lima Post", "country": "PER", "sectors": ["MED"], "kind": "media", "domains": ["lima.example"]}
    bodies = [
        {**outlet, "id": "per-post", "family": "per-none"},
        {**outlet, "id": "per-times", "name": "Lima Times", "owner": "per-nobody"},
        {**outlet, "id": "per-voice", "name": "Lima Voice", "country": None, "owner": "state", "domains": []},
        {**outlet, "id": "per-radio", "name": "Lima Radio", "owner": "state", "domains": []},
    ]
    assert problems(build(entities__organisations__media=bodies)) == [
        "family: per-post: no organisation 'per-none' to be its family",
        "owner: per-times: no organisation 'per-nobody' to be its owner",
        "owner: per-voice: a state owns it, but it has no country",
        "domain: two organisations publish at lima.example",
    ]


def test_disputed_territories_are_coded_as_the_policy_says(build: Build) -> None:
    told = {"claimed": ["PER", "CHL"], "controlled": ["PER"], "why": "by control"}
    policy = [
        {**told, "name": "Peru", "coded": "PER"},
        {**told, "name": "Chile", "coded": "PER"},
        {**told, "name": "Atlantis", "coded": None},
    ]
    assert problems(build(ontology__disputed=policy)) == [
        "disputed: Chile is coded CHL, but ontology/disputed.yaml says PER",
        "disputed: ontology/disputed.yaml: no country or region 'Atlantis'",
    ]
