"""What has no will, and so does nothing."""

from collections.abc import Callable

import pytest

from sayso.extract.match.filler import Filler
from sayso.extract.match.step import Match
from sayso.extract.parse.tree import Tree
from sayso.extract.politics.fields import Fields
from sayso.extract.politics.power import Power
from sayso.extract.politics.will import Will
from sayso.lexicon import Lexicon


@pytest.fixture(scope="module")
def wills(lexicon: Lexicon) -> Will:
    return Will.of(lexicon, Fields.of(lexicon), Power.of(lexicon))


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        ("malaria/NN", True),
        ("Traffic/NN", True),
        ("missiles/NNS", False),  # somebody fired them
        ("attack/NN", False),
        ("rebels/NNS", False),
        ("arsonist/NN", False),  # by its ending a person
        ("Majority/NNP", False),  # a name may be anybody's
    ],
)
def test_what_has_no_will(wills: Will, tree: Callable[[str], Tree], matched: Callable[..., Match], actor: str, *, expected: bool) -> None:
    made = tree(f"{actor}/nsubj/struck struck/VBD/ROOT towns/NNS/dobj/struck")
    match = matched(made, "struck", actors=(Filler(0, 0, 0, None, "text"),))
    assert wills.by_a_thing(match, made) is expected


@pytest.mark.model
def test_what_happens_says_nothing(summary: Callable[..., list[str]]) -> None:
    assert summary("The collapse of the truce raised doubts about the Kenyan government.") == []
    assert "REQUEST UGA > KEN:GOV" in summary("The Ugandan truce asks the Kenyan government to leave the border.")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("Women in Lyon are waging a quiet rebellion against heels.", False),
        ("The firm dismissed talk of a war with BYD.", False),
        ("Beekeepers in Kent fear an invasion of hornets from France.", False),
        ("The brain's border guards let some molecules in and turn others away.", False),
        ("The dog, a retriever from Leeds, was taken into custody.", False),
        ("The gallery's coup was to win the Latvian painter.", False),
        ("Swans keep the village under occupation by gnomes.", False),
        ("The immune system sends its troops to the lung.", False),
        ("Farmers near Bari are fighting a battle against the fruit fly.", False),
        ("Good relations with Peru give Chad a door to the sea.", False),
        ("Italians defend their coffee.", False),  # a habit
        ("Italians defend their president.", True),
        ("A revolt against the new tax has spread from Nairobi to Kisumu.", True),
        ("An uprising against the monarchy began in Nepal.", True),
        ("The invasion of Kuwait by Iraq shocked the Gulf.", True),
        ("India outlawed the Tamil Tigers.", True),  # no animals
    ],
)
def test_wars_in_jest(summary: Callable[..., list[str]], text: str, *, coded: bool) -> None:
    assert bool(summary(text)) is coded
