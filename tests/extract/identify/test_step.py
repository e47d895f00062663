"""Step 5, identify: names, descriptors, metonyms, terms of office and what is bound for the rest of a report."""

from collections.abc import Callable, Sequence

import pytest

from sayso.extract.identify.memory import Memory, Mention, Referent
from sayso.extract.identify.step import Sentence
from sayso.model import AnnotatedReport, Event

Identify = Callable[..., Sentence]


def words(sentence: Sentence, mention: Mention) -> str:
    return " ".join(sentence.tree.words[mention.first : mention.last + 1])


@pytest.mark.parametrize(
    ("spec", "head", "entity"),
    [
        (
            "Kenyan/JJ/amod/ministry defence/NN/compound/ministry ministry/NN/nsubj/met met/VBD/ROOT",
            *("ministry", "ken-ministry-defence"),
        ),
        (
            "Kenya/NNP/poss/Ministry 's/POS/case/Kenya Ministry/NNP/nsubj/met of/IN/prep/Ministry Foreign/NNP/compound/Affairs "
            "Affairs/NNP/pobj/of met/VBD/ROOT",
            *("Ministry", "ken-ministry-foreign"),
        ),
        # one with an entry of its own
        (
            "Ukraine/NNP/poss/ministry 's/POS/case/Ukraine defense/NN/compound/ministry ministry/NN/nsubj/met met/VBD/ROOT",
            *("ministry", "ukr-mod"),
        ),
        # nobody's, or of no portfolio
        ("the/DT/det/ministry defence/NN/compound/ministry ministry/NN/nsubj/met met/VBD/ROOT", "ministry", None),
        ("Kenyan/JJ/amod/ministry ministry/NN/nsubj/met met/VBD/ROOT", "ministry", None),
    ],
)
def test_a_ministry_of_a_country_is_one_body(identified: Identify, spec: str, head: str, entity: str | None) -> None:
    sentence = identified(spec)
    mention = sentence.at(sentence.tree.words.index(head))
    assert mention
    assert mention.referent.entity == entity


def known(referent: Referent) -> tuple[str | None, str]:
    return referent.country, "+".join(referent.sectors)


@pytest.mark.parametrize(
    ("spec", "head", "text", "country", "sectors", "kind", "basis"),
    [
        # names
        ("Kenya/NNP/nsubj/met met/VBD/ROOT", "Kenya", "Kenya", "KEN", "GOV", "country", "name"),
        ("NATO/NNP/nsubj/met met/VBD/ROOT", "NATO", "NATO", None, "IGO", "organisation", "name"),
        # metonyms
        ("Moscow/NNP/nsubj/met met/VBD/ROOT", "Moscow", "Moscow", "RUS", "GOV", "country", "metonym"),
        ("the/DT/det/Kremlin Kremlin/NNP/nsubj/met met/VBD/ROOT", "Kremlin", "Kremlin", "RUS", "GOV", "country", "metonym"),
        # descriptors
        (
            "The/DT/det/minister deputy/NN/compound/minister defence/NN/compound/minister minister/NN/nsubj/met "
            "of/IN/prep/minister Kenya/NNP/pobj/of met/VBD/ROOT",
            *("minister", "deputy defence minister of Kenya", "KEN", "GOV", "person", "descriptor"),
        ),
        ("Kenyan/JJ/amod/police police/NNS/nsubj/met met/VBD/ROOT", "police", "Kenyan police", "KEN", "COP", "group", "descriptor"),
        (
            "Peru/NNP/poss/army 's/POS/case/Peru army/NN/nsubj/met met/VBD/ROOT",
            *("army", "Peru 's army", "PER", "MIL", "body", "descriptor"),
        ),
        (
            "opposition/NN/compound/senators senators/NNS/nsubj/met met/VBD/ROOT",
            *("senators", "opposition senators", None, "LEG+OPP", "group", "descriptor"),
        ),
        (
            "former/JJ/amod/president Kenyan/JJ/amod/president president/NN/nsubj/met met/VBD/ROOT",
            *("president", "former Kenyan president", "KEN", "ELI", "person", "descriptor"),
        ),
        (
            "Russian/JJ/amod/backed -/HYPH/punct/backed backed/VBN/amod/rebels rebels/NNS/nsubj/met met/VBD/ROOT",
            *("rebels", "Russian - backed rebels", None, "REB", "group", "descriptor"),
        ),
        # a thing with a nationality
        (
            "an/DT/det/tanker Iranian/JJ/amod/tanker tanker/NN/nsubj/left left/VBD/ROOT",
            *("tanker", "Iranian tanker", "IRN", "", "thing", "descriptor"),
        ),
        # a people
        ("Kenyans/NNPS/nsubj/left left/VBD/ROOT", "Kenyans", "Kenyans", "KEN", "CVL", "group", "name"),
        # a state by its people
        ("the/DT/det/Kenyans Kenyans/NNPS/nsubj/left left/VBD/ROOT", "Kenyans", "Kenyans", "KEN", "GOV", "country", "name"),
        ("the/DT/det/Soviets Soviets/NNPS/nsubj/left left/VBD/ROOT", "Soviets", "Soviets", "RUS", "GOV", "country", "name"),
        (
            "fought/VBD/ROOT against/IN/prep/fought the/DT/det/Kenyans Kenyans/NNPS/pobj/against",
            *("Kenyans", "Kenyans", "KEN", "GOV", "country", "name"),
        ),
        ("the/DT/det/Kenyans Kenyans/NNPS/nsubj/buy buy/VBP/ROOT", "Kenyans", "Kenyans", "KEN", "CVL", "group", "name"),
        ("saw/VBD/ROOT the/DT/det/Kenyans Kenyans/NNPS/dobj/saw", "Kenyans", "Kenyans", "KEN", "CVL", "group", "name"),
        (
            "the/DT/det/Kenyans two/CD/nummod/Kenyans Kenyans/NNPS/nsubj/left left/VBD/ROOT",
            "Kenyans",
            "two Kenyans",
            "KEN",
            "CVL",
            "group",
            "name",
        ),
    ],
)
def test_who_words_mean(
    identified: Identify, spec: str, head: str, text: str, country: str | None, sectors: str, kind: str, basis: str
) -> None:
    sentence = identified(spec)
    mention = sentence.at(list(sentence.tree.words).index(head))
    assert mention is not None
    assert words(sentence, mention) == text
    assert known(mention.referent) == (country, sectors) or (country, "+".join(sorted(mention.referent.sectors))) == (country, sectors)
    assert mention.referent.country == country
    assert (mention.referent.kind, mention.basis) == (kind, basis)


@pytest.mark.parametrize(
    "spec", ["weather/NN/nsubj/was was/VBD/ROOT", "it/PRP/nsubj/rained rained/VBD/ROOT", "Zorblax/NNP/nsubj/met met/VBD/ROOT"]
)
def test_words_that_mean_nobody(identified: Identify, spec: str) -> None:
    assert identified(spec).at(0) is None


def test_people_told_of_are_no_state(identified: Identify) -> None:
    memory = Memory()
    first = identified("two/CD/nummod/Kenyans Kenyans/NNPS/nsubj/left left/VBD/ROOT", memory).at(1)
    assert first is not None
    memory.remember([first])
    again = identified("the/DT/det/Kenyans Kenyans/NNPS/nsubj/left left/VBD/ROOT", memory).at(1)
    assert again is not None
    assert known(again.referent) == ("KEN", "CVL")


def test_a_title_binds_an_unlisted_name(identified: Identify) -> None:
    memory = Memory()
    identified(
        "Indian/JJ/amod/Sharma Prime/NNP/compound/Sharma Minister/NNP/compound/Sharma Ravi/NNP/compound/Sharma "
        "Sharma/NNP/nsubj/left left/VBD/ROOT",
        memory,
    )
    assert known(memory.bound["Ravi Sharma"]) == ("IND", "GOV")
    later = identified("Sharma/NNP/nsubj/left left/VBD/ROOT", memory).at(0)
    assert later is not None
    assert (known(later.referent), later.referent.name, later.basis) == (("IND", "GOV"), "Ravi Sharma", "reference")


def test_an_apposition_binds_an_unlisted_name(identified: Identify) -> None:
    memory = Memory()
    identified(
        "Ravi/NNP/compound/Sharma Sharma/NNP/nsubj/left ,/,/punct/Sharma the/DT/det/minister Indian/JJ/amod/minister "
        "minister/NN/appos/Sharma left/VBD/ROOT",
        memory,
    )
    assert known(memory.bound["Sharma"]) == ("IND", "GOV")


@pytest.mark.parametrize(
    ("surname", "day", "sectors"),
    [
        ("Putin", "2009-05-01", ["GOV"]),  # prime minister
        ("Putin", "2025-05-01", ["GOV"]),
        ("Merkel", "2015-05-01", ["GOV"]),
        ("Merkel", "2024-05-01", ["ELI"]),
        ("Trump", "2018-05-01", ["GOV"]),
        ("Trump", "2025-05-01", ["GOV"]),
        ("Biden", "2023-05-01", ["GOV"]),
        ("Biden", "2025-05-01", ["ELI"]),
    ],
)
def test_terms_of_office(identified: Identify, surname: str, day: str, sectors: list[str]) -> None:
    mention = identified(f"{surname}/NNP/nsubj/left left/VBD/ROOT", Memory(day)).at(0)
    assert mention is not None
    assert list(mention.referent.sectors) == sectors


def test_out_of_office_trump_does_not_govern(identified: Identify) -> None:
    mention = identified("Trump/NNP/nsubj/left left/VBD/ROOT", Memory("2022-05-01")).at(0)
    assert mention is not None
    assert (mention.referent.entity, "GOV" in mention.referent.sectors) == ("usa-trump", False)


def test_the_text_knows_better_than_a_dated_list(identified: Identify) -> None:
    spec = "President/NNP/compound/Merkel Angela/NNP/compound/Merkel Merkel/NNP/nsubj/left left/VBD/ROOT"
    mention = identified(spec, Memory("2024-05-01")).at(2)
    assert mention is not None
    assert mention.referent.sectors == ("GOV",)


def test_a_bare_surname_beside_another_name_is_somebody_else(identified: Identify) -> None:
    spec = "Mary/NNP/compound/Trump Trump/NNP/nsubj/left left/VBD/ROOT"
    mention = identified(spec, Memory("2025-05-01")).at(1)
    assert mention is None or mention.referent.entity is None


Summary = Callable[..., list[str]]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The deputy defence minister of Kenya met the Ugandan president in Nairobi.", "CONSULT KEN:GOV > UGA:GOV"),
        ("Kenya met the Dane, Jens Bo, who was arrested by Malian police.", "COERCE MLI:COP > DNK:CVL"),
        ("The African Union met. The biggest armed group, Hamas, condemned Togo.", "ACCUSE PSE:REB > TGO:GOV"),
        (
            "The Indian prime minister, Ravi Sharma, met the Nepalese king. On Monday Sharma met the Ugandan president.",
            "CONSULT IND:GOV > UGA:GOV",
        ),
        ("The Kenyan president, William Ruto, met the Ugandan president.", "CONSULT KEN:GOV > UGA:GOV"),
        ("Hungarian PM blasts EU over migrants", "ACCUSE HUN:GOV > igo-eu:IGO"),
        ("The Malaysian PM criticised the Israeli government.", "ACCUSE MYS:GOV > ISR:GOV"),
        ("Former Kenyan president Uhuru Kenyatta met the Ugandan president.", "CONSULT KEN:ELI > UGA:GOV"),
        ("Moscow condemned the Iranian government.", "ACCUSE RUS:GOV > IRN:GOV"),
        # in Moscow, police of Russia: the place is no party
        ("Police arrested two students in Moscow.", "COERCE RUS:COP > RUS:EDU"),
        ("Angela Merkel arrived in Paris. She met the Kenyan president.", "CONSULT DEU:ELI > KEN:GOV"),
        ("Emmanuel Macron arrived in Nairobi. He met the Kenyan president.", "CONSULT FRA:GOV > KEN:GOV"),
        ("Iran said that it attacked Israel.", "ASSAULT IRN:GOV > ISR:GOV"),
        ("Russia and Ukraine exchanged prisoners. Both sides condemned Iran.", "ACCUSE RUS:GOV+UKR:GOV > IRN:GOV"),
        ("China and India held talks. The two countries condemned Iran.", "ACCUSE CHN:GOV+IND:GOV > IRN:GOV"),
        ("The European Union praised Kenya. The bloc condemned Iran.", "ACCUSE igo-eu:IGO > IRN:GOV"),
        # who serves the head of a body of states, and whose name stands behind the country that he is sent to
        ("The UN chief's envoy for Sudan condemned Iran.", "ACCUSE (UN chief's envoy):IGO > IRN:GOV"),
        ("The UN envoy to Chad, Ola Nordmann, condemned Iran.", "ACCUSE x-ola-nordman:IGO > IRN:GOV"),
        # forces that bear no arms
        ("Conservative forces in Poland condemned Iran.", "ACCUSE POL:PTY > IRN:GOV"),
        ("The African Union (AU) praised Kenya. The AU also condemned Iran.", "ACCUSE igo-au:IGO > IRN:GOV"),
        ("The Ugandan army attacked rebels. The army arrested ten students.", "COERCE UGA:MIL > UGA:EDU"),
        # a sentence that tells of no event is skimmed for who is who
        (
            "The Indian prime minister, Ravi Sharma, is sixty years old. On Monday Sharma met the Ugandan president.",
            "CONSULT IND:GOV > UGA:GOV",
        ),
        ("Angela Merkel was born in Hamburg. She met the Kenyan president.", "CONSULT DEU:ELI > KEN:GOV"),
        ("Indian Prime Minister Ravi Sharma visited Nepal. Sharma condemned Iran.", "ACCUSE IND:GOV > IRN:GOV"),
        # an office in an apposition, and one that is over
        ("The German finance minister, Angela Merkel, met the Ugandan president.", "CONSULT DEU:GOV > UGA:GOV"),
        ("Angela Merkel, chancellor from 2005 to 2021, met the Ugandan president.", "CONSULT DEU:ELI > UGA:GOV"),
        # one of a people is no state
        ("Another Iraqi was shot by Turkish soldiers.", "ASSAULT TUR:MIL > IRQ"),
        # nor are peoples without one, who are of whichever of their countries the report tells, else of none
        ("Malian soldiers killed nine Tuaregs in Mali.", "ASSAULT MLI:MIL > MLI:CVL"),
        ("The Kurds condemned Chad.", "ACCUSE (Kurds):CVL > TCD:GOV"),
        ("Iran condemned the killing of 40 Masalit.", "ASSAULT - > SDN:CVL"),
        ("Slovak police beat a Roma boy in front of the ministry.", "ASSAULT SVK:COP > SVK:CVL"),
        ("Tamil rebels attacked Sri Lankan soldiers.", "ASSAULT LKA:REB > LKA:MIL"),
        # those who were counted are meant by the same number, and by no other
        ("Kenya held two Danish nuns. Ghana's king met Kenya's envoy. The two were deported.", "COERCE - > DNK:REL"),
        ("Rebels seized three Danish soldiers in Mali. All three soldiers were freed.", "RETREAT - > DNK:MIL"),
        ("Rebels seized three Danish soldiers in Mali. The nine soldiers were freed.", "RETREAT - > MLI:MIL"),
        ("Two Danish ministers met Putin in Moscow. The two ministers condemned Iran.", "ACCUSE DNK:GOV > IRN:GOV"),
        ("Putin met two Danish ministers in Moscow. All ministers condemned Iran.", "ACCUSE RUS:GOV > IRN:GOV"),
        # of two of one surname the one who governs that day, and titles in capitals
        ("PM Sharif condemned Iran.", "ACCUSE PAK:GOV > IRN:GOV"),
        ("Iran praised VP Vance for his speech.", "SUPPORT IRN:GOV > USA:GOV"),
        # a leader beside somebody else of his surname
        ("Hanna Macron condemned Chad. President Macron condemned Iran.", "ACCUSE FRA:GOV > IRN:GOV"),
        # a spokesman of the body told of, whose plan it is, and a name with what it names
        (
            "Kenya's defence ministry rebuked Uganda. Uganda was calm. Ministry spokesman Felix Ochieng condemned Iran.",
            "ACCUSE KEN:GOV > IRN:GOV",
        ),
        ("Kenya protested against the Ugandan plan to expel Kenyan traders.", "COERCE UGA:GOV > KEN:BUS"),
        ("The Hamas movement condemned Iran.", "ACCUSE PSE:REB > IRN:GOV"),
        # titles cut short, and a land that is no state
        ("Peruvian workers met Gov. Ann Lee. Lee condemned Iran.", "ACCUSE PER:GOV > IRN:GOV"),
        ("The vice president of Puntland condemned Iran.", "ACCUSE SOM:GOV > IRN:GOV"),
        # surnames that stand first, that are roles or towns, and those of others of that family
        ("South Korean businessman Lee Jin-woo left for Seoul. Iran condemned Lee.", "ACCUSE IRN:GOV > KOR:BUS"),
        ("Kenyan lawmaker Frank Bishop met nuns. Bishop condemned Iran.", "ACCUSE KEN:LEG > IRN:GOV"),
        ("Philippine senator Ana de Quito met Iran's king. De Quito condemned Iran.", "ACCUSE PHL:LEG > IRN:GOV"),
        ("Chile's Minister for Transport Ana Ruiz met nurses. Iran condemned Ruiz.", "ACCUSE IRN:GOV > CHL:GOV"),
        # states that are called by where they lie, and bodies by a word with a capital
        ("North Korea fired a missile. The North then condemned Iran.", "ACCUSE PRK:GOV > IRN:GOV"),
        ("Britain held a vote in London. The SNP accused Labour of lying.", "ACCUSE GBR:PTY > GBR:PTY"),
        # one who is called by an age alone
        ("Chilean senator Ana Ruiz left Lima. Iran condemned the 44-year-old.", "ACCUSE IRN:GOV > CHL:LEG"),
        # who attacks a body is none of it
        ("British police arrested the Westminster attacker in London.", "COERCE GBR:COP > GBR:UAF"),
    ],
)  # fmt: skip
def test_who_in_reports(summary: Summary, text: str, event: str) -> None:
    assert event in summary(text)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        # somebody else of a leader's surname, in a sentence that is skimmed and in one that is read
        "Dale Merkel is sixty years old. Merkel condemned the Iranian government.",
        "Keith D. Merkel was arrested by Chilean police. Merkel condemned the Iranian government.",
        # a surname like a title cut short, and who presides over a firm or a club
        "Amartya Sen condemned the Iranian government.",
        "The vice president of Hartman & Tyner condemned the Iranian government.",
        "The leader of a suicide prevention group condemned the Iranian government.",
    ],
)
def test_nobody_with_power(code: Callable[..., Sequence[Event]], text: str) -> None:
    assert all(not p.sectors for e in code(text) if e.type == "ACCUSE" for p in e.actors)


@pytest.mark.model
def test_a_reference_shows_whose_words_it_stands_for(code: Callable[..., Sequence[Event]]) -> None:
    (event,) = [e for e in code("Emmanuel Macron arrived in Nairobi. He met the Kenyan president.") if e.type == "CONSULT" and not e.mode]
    (actor,) = event.actors
    assert (actor.text, actor.name, actor.basis, actor.entity) == ("He", "Emmanuel Macron", "reference", "fra-macron")


@pytest.mark.model
def test_names_keep_their_capitals(code: Callable[..., Sequence[Event]]) -> None:
    event = code("The newly elected Kenyan president, Ravi Sharma, met with Iranian officials on the last day of his long trip.")[0]
    assert any(p.name == "Ravi Sharma" for p in event.actors)


@pytest.mark.model
def test_entities_of_a_report(annotate: Callable[..., AnnotatedReport]) -> None:
    found = annotate("Kenyan police arrested two reporters near Moscow.").entities
    assert [(e["text"], e["country"], tuple(e["sectors"])) for e in found if e["kind"] != "thing"][:1] == [
        ("Kenyan police", "KEN", ("COP",))
    ]
    assert all(e["text"] == "Kenyan police arrested two reporters near Moscow."[e["start"] : e["end"]] for e in found)


def test_an_acronym_stands_for_all_of_a_longer_name(identified: Identify) -> None:
    memory, name = Memory(), "Democratic/NNP/compound/Republic Republic/NNP/nsubj/fell of/IN/prep/Republic Armenia/NNP/pobj/of"
    identified(f"{name} (/-LRB-/punct/Republic DRA/NNP/dep/Republic )/-RRB-/punct/Republic fell/VBD/ROOT", memory)
    assert (found := memory.known_as("DRA"))
    assert found.name == "Democratic Republic of Armenia"


@pytest.mark.model
def test_a_name_may_lack_its_last_word(code: Callable[..., Sequence[Event]]) -> None:
    told = code("The dictator Kim Jong Un came by train. On Friday Kim Jong was received by Vladimir Putin.")
    assert "Kim Jong-un" in {p.name for e in told for p in (*e.actors, *e.recipients) if e.pattern == "consult/visit/host-somebody"}
