"""On whose say-so: chains of speakers, outermost first."""

from collections.abc import Callable, Sequence

import pytest

from sayso.model import Event

Only = Callable[..., Event]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "chain"),
    [
        # the report's own voice
        ("Russia attacked Ukraine.", []),
        ("The Turkish minister, who said little, left after Russia attacked Ukraine.", []),
        # not excluded
        ("The Turkish minister did not rule out that Russia had attacked Ukraine.", ["The Turkish minister"]),
        ("Analysts do not rule out an attack on Ukraine.", ["Analysts"]),
        ("I believe that Russia attacked Ukraine.", []),  # a column's author
        ("Russia, in my opinion, attacked Ukraine.", []),
        ("The exercise is due in the month of May, which is meant to show that Russia attacked Ukraine.", []),  # no time speaks
        # somebody who is called like a month
        ("On Friday Theresa May spoke. May said Russia attacked Ukraine.", ["Theresa May"]),
        # said
        ("The Turkish minister said Russia attacked Ukraine.", ["The Turkish minister"]),
        ("According to the words of the Turkish minister, Russia attacked Ukraine.", ["the Turkish minister"]),
        ("Russia attacked Ukraine, the Turkish minister said.", ["the Turkish minister"]),
        ("Russia attacked Ukraine, said the Turkish minister.", ["the Turkish minister"]),
        ("Russia attacked Ukraine, as the Turkish ministry reported.", ["the Turkish ministry"]),
        ("The Turkish minister wrote in a letter that Russia had attacked Ukraine.", ["The Turkish minister"]),
        ("On Monday Russia attacked a camp near Odesa, a Turkish doctor said.", ["a Turkish doctor"]),
        ("The Turkish minister charged that Russia had attacked Ukraine.", ["The Turkish minister"]),
        ("Doctors said two had died, while the Turkish army said Russia attacked Ukraine.", ["the Turkish army"]),
        # a country before a colon says where
        ("Turkey: Russia attacks Ukraine", []),
        # told to all who listen, and as the small model hangs it
        ("The Turkish minister told journalists that Russia attacked Ukraine.", ["The Turkish minister"]),
        # a name behind what its bearer is, and no listener
        ("Russia attacked Ukraine, the head of the Turkish army, Ali Demir, told reporters.", ["Ali Demir"]),
        ("The Turkish minister confirmed reports that Russia had attacked Ukraine.", ["The Turkish minister"]),
        ("Syrian residents reported shelling in Aleppo.", ["Syrian residents"]),
        ("The Turkish minister made it clear that Russia had attacked Ukraine.", ["The Turkish minister"]),
        # all of a quotation is somebody's, background too, which in plain words is the report's
        ('"The ships which Russia sent to attack Ukraine have sunk," the Turkish minister said.', ["the Turkish minister"]),
        ("The ships which Russia sent to attack Ukraine have sunk, the Turkish minister said.", []),
        ('"Russia has attacked Ukraine," Reuters quoted the Turkish minister.', ["Reuters", "the Turkish minister"]),
        # according to, citing
        ("According to the Turkish minister, Russia attacked Ukraine.", ["the Turkish minister"]),
        ("Russia attacked Ukraine, according to the Turkish minister.", ["the Turkish minister"]),
        ("Russia attacked Ukraine, killing nine people, according to the Turkish minister.", ["the Turkish minister"]),
        ("Citing a Turkish official, Reuters said Russia attacked Ukraine.", ["Reuters", "a Turkish official"]),
        # one of two subjects that the small model finds
        ("Russia attacked Ukraine, with among them three men, after Sunday's raid, army spokesman Ali Demir said.", ["Ali Demir"]),
        # nobody told of before
        ("Chile met Peru. Reuters said Russia attacked Ukraine, quoting two diplomats.", ["Reuters", "two diplomats"]),
        # together, in the order of the text
        ("A Turkish doctor and two guards said Russia attacked Ukraine.", ["A Turkish doctor", "two guards"]),
        ("A doctor and a guard told Reuters that Russia had attacked Ukraine.", ["Reuters", "A doctor", "guard"]),
        # by all of their titles and names
        ("The governor of the Izmir region Ali Demir said Russia attacked Ukraine.", ["Ali Demir"]),
        ("The head of the Izmir regional administration, Ali Demir, said Russia attacked Ukraine.", ["Ali Demir"]),
        ("A spokesman for the ruling party said Russia attacked Ukraine.", ["A spokesman for the ruling party"]),
        ("The Gambian Commission on Human Rights said Russia attacked Ukraine.", ["The Gambian Commission on Human Rights"]),
        # told an outlet
        ("The Turkish minister told Reuters that Russia had attacked Ukraine.", ["Reuters", "The Turkish minister"]),
        # chains
        ("Reuters reported that a Turkish official said that Russia had attacked Ukraine.", ["Reuters", "a Turkish official"]),
        # denied, accused, claimed
        ("Russia denied that it attacked Ukraine.", ["Russia"]),
        ("Russia denied attacking Ukraine.", ["Russia"]),
        ("Turkey accused Russia of attacking Ukraine.", ["Turkey"]),
        ("Russia claimed to have attacked Ukraine.", ["Russia"]),
        # whose documents and claims they are
        ("Documents seen by Reuters show that Russia attacked Ukraine.", ["Reuters", "Documents"]),
        ("A report by Amnesty International says that Russia attacked Ukraine.", ["Amnesty International", "report"]),
        ("The Turkish ministry issued a statement saying Russia attacked Ukraine.", ["The Turkish ministry"]),
        ("There were reports that Russia attacked Ukraine.", ["reports"]),
        # cited, quoted
        ("Interfax reported, citing the Turkish ministry, that Russia had attacked Ukraine.", ["Interfax", "the Turkish ministry"]),
        ("Russia attacked Ukraine, Interfax reported on Monday citing the Turkish ministry.", ["Interfax", "the Turkish ministry"]),
        ("Interfax, citing the Turkish ministry, said Russia attacked Ukraine.", ["Interfax", "the Turkish ministry"]),
        ("The Turkish minister was quoted by Interfax as saying that Russia had attacked Ukraine.", ["Interfax", "The Turkish minister"]),
        ("Interfax quoted the Turkish minister as saying that Russia had attacked Ukraine.", ["Interfax", "the Turkish minister"]),
        ("The Turkish minister, quoted by Interfax, said Russia attacked Ukraine.", ["Interfax", "The Turkish minister"]),
        ("Russia attacked Ukraine, the Turkish minister was quoted as saying.", ["the Turkish minister"]),
        # other ways
        ("Russia attacked Ukraine, the Turkish minister told Reuters.", ["Reuters", "the Turkish minister"]),
        ("Russia, the Turkish minister said, attacked Ukraine.", ["the Turkish minister"]),
        ("In the words of the Turkish minister, Russia attacked Ukraine.", ["the Turkish minister"]),
        ("As the Turkish minister put it, Russia attacked Ukraine.", ["the Turkish minister"]),
        ("Russia is reported by Turkish officials to have attacked Ukraine.", ["Turkish officials"]),
        ("The Kremlin said Russia had not attacked Ukraine, Interfax reported.", ["Interfax", "government of Russia"]),
        ("A Turkish official, who spoke on condition of anonymity, said that Russia attacked Ukraine.", ["A Turkish official"]),
        ("Merkel: Russia attacked Ukraine", ["Angela Merkel"]),
        ("Russia attacked Ukraine: Merkel", ["Angela Merkel"]),
        ("Russia attacked Ukraine, per the Turkish ministry.", ["the Turkish ministry"]),
        ("By the Turkish army's own admission, Russia attacked Ukraine.", ["the Turkish army"]),
        ("Russia attacked Ukraine, the Turkish minister went on, for no reason.", ["the Turkish minister"]),
        ("“Russia attacked Ukraine,” the Turkish minister continued.", ["the Turkish minister"]),
        ("A Turkish doctors' committee put the toll of Russia's attack on Ukraine at nine.", ["Turkish doctors' committee"]),
        ("The Turkish minister told a rival rally that Russia had attacked Ukraine.", ["The Turkish minister"]),
        ("Reuters was told by two diplomats that Russia had attacked Ukraine.", ["Reuters", "two diplomats"]),
        ("After the vote, the Turkish minister told reporters, Russia attacked Ukraine.", ["the Turkish minister"]),
        ("Russia attacked Ukraine, killing nine people, a doctor who treated them told Reuters.", ["Reuters", "a doctor"]),
        # whom those cite who are cited
        ("Russia attacked Ukraine, Interfax said, quoting a Turkish source.", ["Interfax", "Turkish source"]),
        ("Russia attacked Ukraine, according to Interfax, which cited two diplomats.", ["Interfax", "two diplomats"]),
        ("According to a Turkish officer quoted by Interfax, Russia attacked Ukraine.", ["Interfax", "a Turkish officer"]),
        ("Erdogan was quoted by Interfax as ordering troops to attack Syria.", ["Interfax"]),
        # outlets by their names
        ("A Turkish newspaper, Sabah, reported that Russia had attacked Ukraine.", ["Sabah"]),
        ("A diplomat told the Lagos newspaper Punch that Russia had attacked Ukraine.", ["Punch", "A diplomat"]),
        # of another clause, of something else, by one and the same, by no thing
        ("Erdogan met Merkel, diplomats said, but Russia attacked Ukraine.", []),
        ("Belarus was quick to say that it shot down drones which, its president claimed, crossed the border.", ["Belarus"]),
        ("Turkey's minister said he believed that Russia had attacked Ukraine.", ["Turkey's minister"]),
        ("Erdogan admitted that a bomb had missed Aleppo but said that Russia had attacked Ukraine.", ["Recep Tayyip Erdoğan"]),
        ("Erdogan should say plainly that Russia attacked Ukraine.", []),
        ("Turkish officials said a town had been taken, and Russia attacked Ukraine.", []),
        ("Mr Okello said Turkey was calm, and Okello said that Russia attacked Ukraine.", ["Okello"]),
        # words in quotation marks are not yet somebody's
        ("Russia “attacked” Ukraine.", []),
        # quotations
        ('The Turkish minister said: "Russia attacked Ukraine."', ["The Turkish minister"]),
        ('"Russia attacked Ukraine," the Turkish minister said.', ["the Turkish minister"]),
    ],
)
def test_chains(only: Only, text: str, chain: list[str]) -> None:
    assert [s.name for s in only(text, "ASSAULT").says] == chain


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind", "cue"),
    [
        ("The Turkish minister said Russia attacked Ukraine.", "paraphrase", "said"),
        ('"Russia attacked Ukraine," the Turkish minister said.', "quote", "said"),
        ("“Russia attacked Ukraine,” the Turkish minister said.", "quote", "said"),
        ("A report said Russia attacked Ukraine.", "document", "said"),
        ("According to Amnesty International, Russia attacked Ukraine.", "paraphrase", "According"),
    ],
)
def test_kinds_and_cues(only: Only, text: str, kind: str, cue: str) -> None:
    (speaker,) = only(text, "ASSAULT").says
    assert (speaker.kind, speaker.cue) == (kind, cue)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("The Turkish minister said: “Russia attacked Ukraine. Russia also attacked Poland.” Iran attacked Iraq.",
         [["The Turkish minister"], ["The Turkish minister"], []]),
        ("“Russia attacked Ukraine,” the Turkish minister said. “Russia also attacked Poland.” Iran attacked Iraq.",
         [["the Turkish minister"], ["the Turkish minister"], []]),
        ("“Russia attacked Ukraine. Russia also attacked Poland,” the Turkish minister said.",
         [["the Turkish minister"], ["the Turkish minister"]]),
        ("“Russia attacked Ukraine. It was a dark day for all of us,” the Turkish minister said.", [["the Turkish minister"]]),
        ("“It was a dark day,” the Turkish minister said. “Russia attacked Ukraine.”", [["the Turkish minister"]]),
        ("“Russia attacked Ukraine.\n“It was a dark day,” the Turkish minister said.", [["the Turkish minister"]]),
        ('"Russia attacked Ukraine. They say it was dark," the Turkish minister said. Iran attacked Iraq.', [["the Turkish minister"], []]),
        ("“Russia attacked Ukraine,” the Turkish minister said. “The Poles say that Russia attacked Poland.”",
         [["the Turkish minister"], ["the Turkish minister", "Poles"]]),
        ('"Russia attacked Ukraine. "It was a dark day," the Turkish minister said.', [["the Turkish minister"]]),
        ('"Russia attacked Ukraine. Iran attacked Iraq. "It was a dark day," the Turkish minister said.', [[], []]),
        ("Ministers of Turkey will attend the meeting to say that Russia attacked Ukraine.", [[], ["Ministers of Turkey"]]),
        ("“Terror” planes attacked Ukraine. “It was dark,” the Turkish minister said.", [[]]),
        ("“Russia attacked Ukraine.” Iran attacked Iraq, the Turkish minister said.", [[], ["the Turkish minister"]]),
    ],
)  # fmt: skip
def test_quotations_over_sentences(code: Callable[..., Sequence[Event]], text: str, chains: list[list[str]]) -> None:
    assert [[s.name for s in event.says] for event in code(text)] == chains


@pytest.mark.model
def test_speakers_are_identified(only: Only) -> None:
    (speaker,) = only("The Turkish minister said Russia attacked Ukraine.", "ASSAULT").says
    assert (speaker.country, speaker.sectors, speaker.text) == ("TUR", ("GOV",), "Turkish minister")


@pytest.mark.model
def test_who_is_told_to_have_said_it_is_accused_of_nothing(summary: Callable[..., list[str]]) -> None:
    assert summary("Russia attacked Ukraine on Monday, denounced the Ukrainian army.") == ["ASSAULT RUS:GOV > UKR:GOV"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("before", "pronoun", "speaker"),
    [
        ("“We were lucky,” Captain Issa Keita told reporters.", "He", "Captain Issa Keita"),
        ("“It was dark,” said Awa Keita, 42.", "She", "Awa Keita"),
        ("A villager said the town was calm.", "He", "A villager"),
        ("The ministry said the town was calm.", "It", "The ministry"),
        ("The statement said the town was calm.", "It", "statement"),
        ("Residents said the town was calm.", "They", "Residents"),
        ("Amnesty International said the town was calm. It urged Mali to wait.", "It", "Amnesty International"),
        ("Turkey's ambassador called this a lie.", "He", "Turkey's ambassador"),
        ("Peskov said the town was calm. Macron met Erdogan.", "He", "Emmanuel Macron"),  # told of since, and no speaker
        ("Peskov said the town was calm.", "Merkel said she", "Angela Merkel"),  # named nearer
    ],
)
def test_whoever_spoke_last_goes_on(code: Callable[..., Sequence[Event]], before: str, pronoun: str, speaker: str) -> None:
    told = "believed" if " " in pronoun else "added"
    last = code(f"Mali's army attacked rebels on Monday. {before} {pronoun} {told} that the rebels had shelled Gao.")[-1]
    assert [s.name for s in last.says] == [speaker]


@pytest.mark.model
def test_whom_somebody_quotes_is_not_himself(code: Callable[..., Sequence[Event]]) -> None:
    last = code("Villagers said it was dark. “He told us that Russia had attacked Ukraine,” said Ann Hill, a nurse.")[-1]
    assert last.says[0].name == "Ann Hill"
    assert "Villagers" not in [s.name for s in last.says]
