"""The words that point back to somebody told of before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sayso.extract.identify.memory import Mention
from sayso.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Callings:
    """What countries are called beside their names.

    `called` gives the countries that a word like "kingdom" can mean, `regions` those that one like "Andean" leaves open; nouns of
    `qualified` mean a country only after such a word; `ruled` are former colonies with their rulers, called so after a word of `colonial`;
    a noun of `dependent` means one of them, after its ruler's nationality.
    """

    called: Mapping[str, frozenset[str]]
    regions: Mapping[str, frozenset[str]]
    qualified: frozenset[str]
    colonial: frozenset[str]
    dependent: frozenset[str]
    ruled: Mapping[str, str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Callings":
        """Take them from a lexicon."""
        cues = lexicon.cues["reference"]
        return cls(
            called={word: frozenset(codes) for word, codes in cues["lands_called"].items()},
            regions={word: frozenset(codes) for word, codes in cues["lands_of_region"].items()},
            qualified=lexicon.noun_cue("reference", "qualified"),
            colonial=lexicon.cue("reference", "colonial"),
            dependent=lexicon.noun_cue("reference", "dependent"),
            ruled={code: ruler for ruler, codes in cues["colonies"].items() for code in codes},
        )


@dataclass(frozen=True, slots=True)
class PoliticalWords:
    """Who is told of again by what he stands for.

    `partisan` are sectors of armed groups and parties, `serving` those of a state's forces; nouns of `politicians` may be said of
    whoever is of a sector of `governing`; whoever is against somebody is called by one of `opposing`. `opposed` are the sectors of
    those who stand against their own state, `bystanders` of those who are no side in its quarrels, `harming` of those who use force
    and obey nobody; `bands` are nouns for some of these, `outlawed` what may stand before them, `harmers` nouns for those
    who do somebody harm, `captives` for those who suffered it, `passive` likewise where more is done to them,
    `press` the sectors of those who report, `afflicting` verbs of what is done by force or by law,
    seldom to those of the sectors `in_office`.
    """

    partisan: frozenset[str]
    serving: frozenset[str]
    politicians: frozenset[str]
    governing: frozenset[str]
    opposing: frozenset[str]
    opposed: frozenset[str]
    bystanders: frozenset[str]
    harming: frozenset[str]
    bands: frozenset[str]
    outlawed: frozenset[str]
    harmers: frozenset[str]
    captives: frozenset[str]
    passive: frozenset[str]
    press: frozenset[str]
    afflicting: frozenset[str]
    in_office: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "PoliticalWords":
        """Take them from a lexicon."""
        return cls(
            partisan=lexicon.cue("reference", "partisan"),
            serving=lexicon.cue("reference", "serving"),
            politicians=lexicon.noun_cue("reference", "politicians"),
            governing=lexicon.cue("reference", "governing"),
            opposing=lexicon.noun_cue("reference", "opposing"),
            opposed=lexicon.cue("reference", "opposed"),
            bystanders=lexicon.cue("reference", "bystanders"),
            harming=lexicon.cue("reference", "lawless"),
            bands=lexicon.noun_cue("reference", "bands"),
            outlawed=lexicon.cue("reference", "outlawed"),
            harmers=lexicon.noun_cue("reference", "harmers"),
            captives=lexicon.noun_cue("reference", "captives"),
            passive=lexicon.noun_cue("reference", "passive"),
            press=lexicon.cue("reference", "press"),
            afflicting=lexicon.verb_cue("reference", "afflicting"),
            in_office=lexicon.cue("reference", "in_office"),
        )


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """The words of the cue files `reference` and `grammar` that point back.

    `kinds` are nouns by what they mean, `lands` those whose pairs are states, `own` the pronouns of who speaks, `places` say
    which of two a word means; `names` are those of countries, by ISO alpha-3, `callings` what else countries are
    called; `grounds` are prepositions of why somebody is praised or blamed, `judging` verbs of praise and blame, `backing` those of
    what is done for somebody in what he does; `suffered` are nouns for what is done to whose it is;
    `tied` are all words that mean somebody by others told of beside him or before;
    `things` and `alike` are other nouns under which something or somebody can have been told of that a noun means, `firms` those
    under which a firm is told of all through a report; `subjects` are sectors of those who may call the state that they live in
    "the state".
    """

    kinds: dict[str, frozenset[str]]
    pair: frozenset[str]
    counts: Mapping[str, int]
    sides: frozenset[str]
    parleying: frozenset[str]
    each: frozenset[str]
    person: frozenset[str]
    thing: frozenset[str]
    group: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    reflexive: frozenset[str]
    pronouns: frozenset[str]
    bodies: frozenset[str]
    pointing: frozenset[str]
    own: frozenset[str]
    speech: frozenset[str]
    voicing: frozenset[str]
    leaders: frozenset[str]
    statesmen: frozenset[str]
    power: frozenset[str]
    lands: frozenset[str]
    definite: frozenset[str]
    paired: frozenset[str]
    places: Mapping[str, int]
    tied: frozenset[str]
    names: Mapping[str, str]
    relational: frozenset[str]
    peers: frozenset[str]
    things: Mapping[str, frozenset[str]]
    suffered: frozenset[str]
    grounds: frozenset[str]
    backing: frozenset[str]
    judging: frozenset[str]
    callings: Callings
    alike: Mapping[str, frozenset[str]]
    firms: frozenset[str]
    subjects: frozenset[str]
    politics: PoliticalWords

    @classmethod
    def of(cls, lexicon: Lexicon) -> "ReferenceWords":
        """Take them from a lexicon."""
        kinds = ("person", "thing", "group", "male", "female", "reflexive", "own")
        person, thing, group, male, female, reflexive, own = (lexicon.cue("grammar", f"pronouns_{kind}") for kind in kinds)
        nouns = {kind: lexicon.noun_cue("reference", kind) for kind in ("faction", "igo", "group", "country", "person", "capital")}
        same = ("pair", "sides", "parleying", "leaders", "statesmen", "relational", "peers", "suffered")
        counts: dict[str, int] = lexicon.cues["reference"]["counts"]
        places = {word: n for n, place in enumerate(("first", "second")) for word in lexicon.cue("reference", f"{place}_of_two")}
        things = {word: frozenset(others) for word, others in lexicon.cues["reference"]["things"].items()}
        paired, tying = lexicon.noun_cue("reference", "pair") | counts.keys(), ("parleying", "peers", "relational")
        return cls(
            **{name: lexicon.noun_cue("reference", name) for name in same},
            kinds=nouns,
            counts=counts,
            each=lexicon.cue("reference", "each"),
            person=person,
            thing=thing,
            group=group,
            male=male,
            female=female,
            reflexive=reflexive,
            pronouns=person | thing | group | own,
            bodies=nouns["country"] | nouns["igo"] | nouns["group"] | nouns["faction"],
            pointing=frozenset[str]().union(*nouns.values()),
            own=own,
            speech=lexicon.verb_cue("speech", "verbs"),
            voicing=lexicon.verb_cue("speech", "verbs", "accusing", "pleading", "urging"),
            power=lexicon.cue("reference", "power"),
            lands=nouns["country"] | lexicon.noun_cue("reference", "pair_lands"),
            paired=paired,
            tied=paired.union(nouns["country"], places, things, *(lexicon.noun_cue("reference", name) for name in tying)),
            definite=lexicon.cue("reference", "pointers", "pair_definite"),
            places=places,
            names={code: state.name for code, state in lexicon.countries.items()},
            **{name: lexicon.cue("reference", name) for name in ("grounds", "firms")},
            **{name: lexicon.verb_cue("reference", name) for name in ("backing", "judging")},
            things=things,
            callings=Callings.of(lexicon),
            alike={word: frozenset(others) for word, others in lexicon.cues["reference"]["alike"].items()},
            subjects=lexicon.cue("reference", "fellows", "rebels"),
            politics=PoliticalWords.of(lexicon),
        )

    def gender(self, word: str) -> str | None:
        """Of whom a pronoun speaks: of a man or of a woman; None for words that leave it open."""
        return "m" if word in self.male else "f" if word in self.female else None


def may_mean(word: str, words: ReferenceWords) -> Callable[[Mention], bool] | None:
    """The test of what a word can point back to; None for words that point at nobody."""
    if word in words.person:
        genders = words.gender(word), None
        return lambda m: m.referent.kind == "person" and not m.referent.plural and m.referent.gender in genders and m.gender in genders
    if word in words.thing:
        return lambda m: m.referent.kind in ("country", "organisation", "body") and not m.referent.also and not m.located
    if word in words.group:
        return lambda m: m.referent.plural or m.referent.kind in ("group", "organisation") or bool(m.referent.also)
    if word in words.kinds["country"]:
        return lambda m: bool(m.referent.country)
    if word in words.kinds["faction"]:
        return lambda m: m.referent.kind == "organisation" and not words.politics.partisan.isdisjoint(m.referent.sectors)
    if word in words.kinds["igo"]:
        return lambda m: m.referent.kind == "organisation" and "IGO" in m.referent.sectors
    if word in words.kinds["group"]:
        return lambda m: m.referent.kind == "organisation"
    if word in words.kinds["person"]:
        return lambda m: m.referent.kind == "person" and bool(m.referent.entity or m.referent.gender) and not m.referent.plural
    return None
