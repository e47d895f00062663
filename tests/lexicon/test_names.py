"""Names by their texts: made when asked for, and the same as all at once."""

import pytest

from sayso.lexicon import entity
from sayso.lexicon.entity import Name
from sayso.lexicon.lexicon import gathered
from sayso.lexicon.names import Names
from sayso.lexicon.read import Data
from sayso.settings import Settings


@pytest.fixture(scope="module")
def data() -> Data:
    return gathered(cache=Settings().cache)[1]


def test_names_are_those_of_the_rows(data: Data) -> None:
    owners, names = list(entity.owners(data)), Names(data)
    for text, use, owner in data["names"][::50]:
        assert Name(text, owners[owner], use) in names[text]
        assert names.kinds()[text] == names[text][0].entity.kind
    assert len(names) == len({text for text, _, _ in data["names"]})


def test_a_text_that_means_nobody(data: Data) -> None:
    names = Names(data)
    assert names.get("nobody at all") is None
    assert names.get("nobody at all", ()) == ()
    assert "nobody at all" not in names
    with pytest.raises(KeyError):
        names["nobody at all"]


def test_an_owner_is_made_once(data: Data) -> None:
    names = Names(data)
    assert names["Kenya"][0].entity is names["Republic of Kenya"][0].entity
