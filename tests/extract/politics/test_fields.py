"""What only borrows the words of politics: sport, games, the stage, the kitchen, the market, everyday offences."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from sayso.extract.identify.memory import Referent
from sayso.extract.match.step import Match
from sayso.extract.parse.tree import Tree
from sayso.extract.politics.fields import ENOUGH, Fields
from sayso.lexicon import Lexicon
from sayso.model import AnnotatedReport, Report
from sayso.run.coder import Coder

MOST = 0.03  # of the sentences that tell of no political event
STILL = 0.10  # of those in everyday.yaml, for which no list was made: what is left to be mended
FEWEST = 0.88  # of the political events among firms


def _read(name: str) -> Any:
    return yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))


NEGATIVES = [(topic, text) for topic, texts in _read("negatives.yaml").items() for text in texts]
EVERYDAY = [(topic, text) for topic, texts in _read("everyday.yaml").items() for text in texts]
BUSINESS = [(row["type"], row["text"]) for row in _read("business.yaml")]
NEIGHBOURS = [(row["type"], row["text"]) for row in _read("neighbours.yaml")]
MISSED = {  # neighbour: why its event is not found yet
    "Russian drones attacked a power station in Ukraine during the storm.": "no sense of “attacked” takes these words",
    "China refused to let the American players leave the tournament in Shanghai.": "two words of sport, and nobody but countries",
}


@pytest.fixture(scope="module")
def fields(lexicon: Lexicon) -> Fields:
    return Fields.of(lexicon)


@pytest.mark.model
def test_hardly_any_event_is_found_where_none_is(coder: Coder) -> None:
    reports = [Report(f"{topic} {n}", text, date(2025, 12, 4)) for n, (topic, text) in enumerate(NEGATIVES)]
    false = [a.report.text for a in coder.annotate_many(reports) if a.events]
    assert len(reports) >= 150
    assert len(false) < MOST * len(reports), "\n".join(false)


@pytest.mark.model
def test_less_and_less_is_found_in_everyday_life(coder: Coder) -> None:
    reports = [Report(f"{topic} {n}", text, date(2025, 12, 4)) for n, (topic, text) in enumerate(EVERYDAY)]
    false = [a.report.text for a in coder.annotate_many(reports) if a.events]
    assert len(reports) > 290
    assert len(false) < STILL * len(reports), "\n".join(false)


@pytest.mark.model
def test_politics_among_firms_is_found(coder: Coder) -> None:
    reports = [Report(str(n), text, date(2025, 12, 4)) for n, (_, text) in enumerate(BUSINESS)]
    coded = coder.annotate_many(reports)
    missed = [a.report.text for (kind, _), a in zip(BUSINESS, coded, strict=True) if kind not in {event.type for event in a.events}]
    assert len(missed) <= (1 - FEWEST) * len(reports), "\n".join(missed)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two Greek weavers agreed to share a loom.", False),
        ("Greek and Turkish weavers agreed to share a loom.", True),  # across a border
        ("Two Greek weavers agreed to share a loom after the war.", True),  # with a word of politics
        ("Police in Volos arrested a plumber who had robbed a widow.", False),
        ("Police in Volos arrested a blogger.", True),
        ("In the novel, a general arrests the king of Greece.", False),
        ("A general arrested the king of Greece.", True),
        ("The series follows two Greek spies who kidnap a minister.", False),
        ("A British actor plays a soldier who murders his general in Cyprus.", False),
        ("She wrote a novel in which a spy betrays Greece to Turkey.", False),
        ("Thick fog besieged Athens for a week.", False),
        ("Cholera attacked the people of Hamburg.", False),
        ("All that traffic strangled Athens.", False),
        ("Missiles struck Kharkiv.", True),  # somebody fired them
        ("Fiji are ready to attack Wales, says the coach.", False),  # a team is many
        ("The firm's chairman met his workers in Turin.", False),
        ("The firm's chairman met a union in Turin.", True),
        ("Users in Britain complained about a filter.", False),
        ("Teachers walked off the job across Zimbabwe over wages in dollars.", True),  # politics on the market, too
        ("A country that bombs its schools has no future.", False),
        ("An army of umbrellas advances on the beaches of Rimini.", False),  # which are no troops
        ("Beijing welcomes autumn with roast chestnuts.", False),  # a town, of what no act is about
        ("Beijing welcomes the ceasefire.", True),
        ("Workers at a plant in Turin welcomed the new canteen.", False),
        ("Detectives in Bristol arrested a florist.", False),
        ("The detective of the series returns to Athens.", False),
        ("Neighbours in Graz settled their quarrel over a tree.", False),
        ("Neighbours of a bar in Tel Aviv condemned the noise.", False),
        ("The choir insisted that they sing in Hebrew and in Polish.", False),  # a language
        ("No ambassador was recalled.", False),
        ("The judge warned both families to keep the peace.", False),
        ("The family's lawyer demanded compensation for the funeral in Arnhem.", False),
        ("A roofer in Turin was arrested over two stolen scooters.", False),  # one private person, in his own country
        ("A reporter in Turin was arrested over two articles.", True),
        ("A Greek roofer was arrested in Turin.", True),  # whose country is told
        ("Two brothers in Porto stabbed a plumber.", False),
        ("Gunmen in Porto stabbed a plumber.", True),
        ("A pupil in Graz attacked a teacher.", False),
        ("A student in Graz was arrested by police.", True),
        ("The prosecutor asked the judge in Ghent for patience.", False),
        ("The widow said that her sons had seized the house in Lagos.", False),
        ("The two tribes agreed to stop the raids in Darfur.", True),  # which are many
        ("Storm Ada killed six people in Wales.", False),
        ("A fire killed nine people in Lille.", False),
        ("Army fire killed nine people in Lille.", True),
        ("Heart attacks killed nine men in Lille.", False),
        ("Ancient Egypt conquers Lille with its mummies.", False),
        ("A Greek brewer attacked the price war in Malta.", False),  # a price war is no war, and Malta where it is
        ("Greece attacked the price war in Malta.", True),
        ("Two former bankers told a court in Oslo that they trusted the auditors.", False),  # no notables
        ("Johannes Lien rejected suggestions that he would retire.", False),  # who is not Lien Chan
        ('A prize went to Ana Ruiz for "Last Tram", in which a driver is kidnapped by his passengers.', False),
        ("Spain attacked us from all sides before the break, said the Polish handball coach.", False),  # sides that play
        ("A board in Turin dismissed two of its directors in Rome.", False),  # nobody is known
        ("Lawyers of the singer attacked the women who sued him in Rome.", False),
        ("Two porters were hurt when a tower crane fell in Turin.", False),
        ("The Oslo Philharmonic will visit Chile and China.", False),
        ("Four guests at a wedding in Afghanistan were shot.", True),  # force, in the words of a feast
        ("An attack on a pizzeria in Beirut killed 14 people.", True),
        ("Three men were sentenced to death in Riyadh.", True),
        ("Greece declared at 302 for five and left Malta 200 runs behind.", False),  # a score
        ("The pianist cancelled three concerts in Vienna after a row with the orchestra.", False),  # only where they were to be
        ("UEFA banned clubs from Belarus over a brawl.", False),
        ("UEFA banned clubs from Belarus over the war.", True),  # a reason of politics
        ("The Supreme Court of India let a widow keep her house.", False),  # a court known by name
        ("The Swedes seized Prague in the Thirty Years War.", False),
        ("Malta laid siege to the goal and needed penalties.", False),  # borrowed words by which an act is told
        ("A Canadian bank ordered an airline to compensate a couple in Cuba.", False),  # where it happened only
        ("Two wedding parties clashed in Izmir.", False),
        ("The boxer vowed to destroy his Ukrainian challenger in Riyadh.", False),  # who has no power in the ring
        ("Beyoncé took Warsaw by storm.", False),  # of whom nothing is known
        ("The hospital bosses axed two doctors.", False),
        ("Chinese police detained the film director.", True),  # he speaks for others
        ("Teachers threatened to strike over pensions in Oaxaca.", True),
        ("Herders accused a mining firm of poisoning their wells.", True),
        ("An NGO in Tirana sued the city over a park.", True),
        ("The families of the miners thanked Ankara.", True),
        ("Cuban doctors treated patients in Haiti.", True),
        ("Swedish police are investigating the theft of a bronze moose.", False),
        ("Mexican police are investigating the murder of a journalist.", True),
        ("Reliefs of the siege of Prague went on show in Oslo.", False),  # what pictures are of
        ("Mali accused rebels of a plot to bomb a mine.", True),  # a plot for something is none of a story
        ("Malta edged Greece in Vaduz.", False),  # as only teams do
        ("Malta attacked Greece in Vaduz after the treaty.", True),
        ("A clinic in Graz was ordered by a court to refund a couple.", False),  # a house for private people
        ("Village councillors in Kent rejected a bench for the swans.", False),  # whose office is of benches
        ("Councillors in Derry rejected the curfew.", True),
        ("The Peruvian was sent home from the tournament.", False),  # one likely word, and nobody in power
        ("A Peruvian singer was arrested in Turin.", True),  # she speaks for others
        ("The Greek dancer, who refused to rehearse in Cairo, was 81.", False),  # an obituary
        ("The health ministry of Ghana advised parents to boil water.", False),  # advice on health
        ("The health ministry of Ghana advised parents to defy the junta.", True),
        ("A plumber in Turin won damages from a radio station.", False),
        ("A jury in Ghent cleared a dentist of poisoning a groom.", False),
        ("A Greek airline cancelled its order from Brazil's Embraer.", False),  # the country is only that of a firm
        ("The bishop of Trier thanked parishioners.", False),
        ("The bishop of Trier accused priests of abuse.", True),
        # what a work tells, and history, go on over sentences
        ("A new series imagines a divided America. In the pilot a general seizes a bridge. Rebels from Oakland blow up a dam.", False),
        ("When the Swedes besieged Prague in 1648, students defended the bridge. Soldiers looted the emperor's paintings.", False),
        # police and courts make no report one of politics
        ("A court in Graz jailed a gardener. The prosecutor accused him of lying. A witness begged him to keep silent.", False),
    ],
)
def test_what_private_people_and_works_do(annotate: Callable[..., AnnotatedReport], text: str, *, found: bool) -> None:
    assert bool(annotate(text).events) is found


@pytest.mark.model
@pytest.mark.parametrize(
    ("kind", "text"),
    [
        pytest.param(kind, text, marks=[pytest.mark.xfail(strict=True, reason=MISSED[text])] if text in MISSED else [])
        for kind, text in NEIGHBOURS
    ],
)
def test_politics_beside_other_fields_is_found(annotate: Callable[..., AnnotatedReport], kind: str, text: str) -> None:
    assert kind in {event.type for event in annotate(text).events}


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("The striker scored before half - time", "sport"),
        ("The goalkeeper saved a shot", "sport"),
        ("White offers a rook and a bishop", "games"),
        ("The army of the video game invades Gaul", "games"),  # in fiction armies are no politics
        ("The soldiers stormed the stadium after the match", None),  # elsewhere they are
        ("The stadium was full", None),  # one likely word is not enough
        ("The minister visited Rome", None),
    ],
)
def test_words_weigh_for_fields(fields: Fields, words: str, field: str | None) -> None:
    tree = Tree(
        words.split(), ["NN"] * len(words.split()), [0] * len(words.split()), ["dep"] * len(words.split()), list(range(len(words.split())))
    )
    enough = {name for name, weight in fields.weigh(fields.said(tree)).items() if weight >= ENOUGH}
    assert enough == ({field} if field else set())


@pytest.mark.parametrize(
    ("weights", "present", "field"),
    [
        ({"sport": 4}, [], "sport"),
        ({"sport": 3}, [], None),
        ({"sport": 4}, [Referent("Iran", "country", "IRN", ("GOV",))], "sport"),  # countries play
        ({"market": 4}, [Referent("Iran", "country", "IRN", ("GOV",))], None),  # and do not brew
        ({"sport": 8}, [Referent("police", "group", "IRN", ("COP",))], None),
        ({"offence": 4}, [Referent("police", "group", "IRN", ("COP",))], "offence"),  # whose business it is
        ({"offence": 4}, [Referent("minister", "person", "IRN", ("GOV",))], None),
    ],
)
def test_somebody_in_power_makes_it_political(fields: Fields, weights: dict[str, int], present: list[Referent], field: str | None) -> None:
    told = fields.telling(weights, present)
    assert (told.name if told else None) == field


def test_a_country_that_is_only_named_makes_no_words_political(fields: Fields) -> None:
    iran = Referent("Iran", "country", "IRN", ("GOV",))
    assert fields.telling({"market": 4}, [iran], calm=True)
    assert not fields.telling({"market": 4}, [iran], [iran], calm=True)
    assert fields.telling({"market": 8}, [iran])


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("film/NN/nsubj/won about/IN/prep/film an/DT/det/attack attack/NN/pobj/about won/VBD/ROOT", True),
        ("play/NN/nsubj/tells tells/VBZ/ROOT of/IN/mark/attack rebels/NNS/nsubj/attack attack/VBP/ccomp/tells", True),
        ("talks/NNS/nsubj/failed about/IN/prep/talks an/DT/det/attack attack/NN/pobj/about failed/VBD/ROOT", False),
    ],
)
def test_what_works_of_fiction_tell(
    fields: Fields, tree: Callable[[str], Tree], matched: Callable[..., Match], spec: str, *, expected: bool
) -> None:
    made = tree(spec)
    assert fields.of_a_work(made, matched(made, "attack", "noun")) is expected


@pytest.mark.model
def test_a_report_that_is_about_a_field_needs_fewer_words(annotate: Callable[..., AnnotatedReport]) -> None:
    told = "Spain attacked from the start. The keeper fought well. "
    alone = annotate("Spain threatened the team of Italy.")
    within = annotate(
        "Italy met Spain in a tournament match. The referee warned Spain. The captain of Italy hit a player of Spain. Spain scored a goal. "
        + told
        + "Spain threatened the team of Italy."
    )
    assert any(e.trigger.text == "threatened" for e in alone.events)
    assert not any(e.trigger.text == "threatened" for e in within.events)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The orchestra played Mahler in a packed concert hall. Its conductor took a bow. Two Finns attacked a Swede.", False),
        ("The orchestra played Mahler in a packed concert hall. Its conductor took a bow. Soldiers attacked a Swede.", True),
        ("The parliament met on Monday. It debated for hours. Two Finns attacked a Swede.", True),
    ],
)
def test_a_report_opens_with_its_field(annotate: Callable[..., AnnotatedReport], text: str, *, found: bool) -> None:
    assert any(e.type == "ASSAULT" for e in annotate(text).events) is found


@pytest.mark.parametrize(
    ("words", "weight"),
    [
        ("The striker and the goalkeeper", 6),
        ("The goalkeeper on strike", 0),  # a word of politics weighs against a sure one
        ("The goalkeeper and the midfielder won a war", 6),  # a borrowed one half as much
    ],
)
def test_words_of_politics_weigh_against_fields(fields: Fields, words: str, weight: int) -> None:
    n = len(words.split())
    assert fields.weigh(fields.said(Tree(words.split(), ["NN"] * n, [0] * n, ["dep"] * n, list(range(n))))).get("sport", 0) == weight
