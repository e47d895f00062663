"""Whose voice tells of an act: an author's, one that speaks to its reader, one of long ago."""

from collections.abc import Callable

import pytest


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("Demand a room with a view of the harbour if you stay in Genoa.", False),
        ("A protest from my feet ended the walk near Bergen.", False),
        ("My wife negotiated with a carpet dealer in Samarkand.", False),
        ("You cannot arm Mali and then complain.", False),
        ("My government will negotiate with the rebels, the Malian president said.", True),
        ("It is wrong to accuse Mali of murder.", False),
        ("Why not punish Mali, or expel its envoy?", False),
        ("To recognise the junta of Mali would be absurd.", False),
        ("In 1704 the English captured Gibraltar.", False),
        ("Norwegians burned the abbey in 866.", False),
        ("Venetian troops captured the island in the 15th century.", False),
        ("The sultan besieged the city for nine months in 1453.", False),
        ("The Ottoman siege of 1565 is the subject of the new museum.", False),
        ("Saladin's troops besieged Jerusalem.", False),
        ("The envoy of Togo looked like a man who beats a child.", False),
        ("Which emperor invaded Russia first?", False),
        ("In the update, Norse raiders attack your village every night.", False),
        ("It is wrong to lie to Malians, sending them to prison.", False),
        ("A state that shells its own towns cannot win.", False),
        ("A state that lets its soldiers be shot loses their trust.", False),
        ("The government that shot at students in Mali fell.", True),
        ("Chadian soldiers detained a man who had beaten the envoy of Togo.", True),
        ("Israel's troops besieged Jerusalem.", True),
        ("In 2004 rebels captured Gonaives in Haiti.", True),
        ("Our fleet has attacked the rebels, the Yemeni president said.", True),
    ],
)
def test_authors_readers_and_the_dead_do_nothing_political(summary: Callable[..., list[str]], text: str, *, coded: bool) -> None:
    assert bool(summary(text)) is coded
