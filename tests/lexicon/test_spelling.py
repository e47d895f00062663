"""Names in other spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lexicon import Lexicon
from sayso.lexicon.spelling import MOST, Spelling, initialled, variants


@pytest.fixture(scope="module")
def spelling(lexicon: Lexicon) -> Spelling:
    """Our own rules."""
    return Spelling.of(lexicon.cues["spelling"])


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("Ali", {"Ali"}),
        ("Erdoğan", {"Erdoğan", "Erdogan"}),
        ("Łódź", {"Łódź", "Lodz"}),
        ("al-Sisi", {"al-Sisi", "Al-Sisi", "al Sisi", "Al Sisi", "el-Sisi", "El-Sisi"}),
        ("Cote d'Ivoire", {"Cote d'Ivoire", "Cote dIvoire", "Cote d’Ivoire"}),
        # an article is a word of its own, not the end of one
        ("Manuel-Antonio", {"Manuel-Antonio"}),
    ],
)
def test_spellings_of_any_name(text: str, spellings: set[str]) -> None:
    assert set(variants(text)) == spellings
    assert variants(text)[0] == text


@pytest.mark.parametrize(
    ("text", "country", "has", "has_not"),
    [
        ("Mohammed Karim", "IRQ", {"Muhammad Karim", "Mohamed Karim"}, {"Karim Mohammed"}),
        ("Yuri Belsky", "RUS", {"Yuri Belskiy", "Yuri Belskyy", "Yuri Belskii"}, {"Yuri Bels"}),
        ("Yuri Belsky", "USA", set(), {"Yuri Belskiy"}),
        ("Andrei Valov", "UKR", {"Andrey Valov", "Andrei Walow"}, set()),
        ("Li Wenhua", "CHN", {"Wenhua Li"}, set()),
        ("Park Sang-min", "KOR", {"Sang-min Park", "Park Sang-Min", "Park Sang Min", "Park Sangmin"}, set()),
        ("Taro Mori", "JPN", {"Mori Taro"}, set()),
        ("Anna Kovács", "HUN", {"Kovács Anna"}, set()),
        ("Anna Kovács", "SVK", set(), {"Kovács Anna"}),
        ("Edgar Mensah Boateng", "GHA", {"Edgar Boateng", "Edgar M. Boateng", "Edgar M Boateng"}, {"Mensah Boateng"}),
        # two words at once, and a word after its article
        ("Mohammed al-Maliki", "IRQ", {"Mohammed al-Maleki", "Muhammad al-Maleki", "Muhammad Maleki"}, {"Mohammed al-maleki"}),
        # particles hold a name together
        ("Jan van Dijk", "NLD", set(), {"Jan Dijk"}),
        ("Li Wen Hua", "CHN", {"Wen Hua Li"}, {"Li Hua"}),
        ("Hamad al-Rawi", "QAT", {"Hamad Rawi"}, set()),
        ("al-Rawi", "QAT", set(), {"Rawi"}),
    ],
)
def test_spellings_of_a_person(spelling: Spelling, text: str, country: str, has: set[str], has_not: set[str]) -> None:
    found = set(spelling.person(text, country))
    assert has <= found
    assert not has_not & found


def test_a_lone_hyphen_makes_no_name(spelling: Spelling) -> None:
    assert list(spelling.person("-", "KOR")) == ["-"]


def test_a_surname_alone(spelling: Spelling) -> None:
    assert {"Belsky", "Belskiy", "Belskyy"} <= set(spelling.surname("Belsky", "UKR"))
    assert set(spelling.surname("Mori", "JPN")) == set()


@pytest.mark.parametrize(
    ("text", "surname", "form"),
    [("Vera Belova", "Belova", "V. Belova"), ("Belova", "Belova", ""), ("Vera Belova", "Bela", ""), ("ibn Saud", "Saud", "")],
)
def test_an_initial_for_the_first_name(text: str, surname: str, form: str) -> None:
    assert initialled(text, surname) == form


@given(
    st.lists(st.text("AaeilmsvyzА-", min_size=1, max_size=8), min_size=1, max_size=4), st.sampled_from(["RUS", "KOR", "HUN", "PER", None])
)
def test_rules_make_few_and_whole_names(spelling: Spelling, words: list[str], country: str | None) -> None:
    found = list(spelling.person(" ".join(words), country))
    assert len(found) == len(set(found)) <= MOST
    assert all(form.strip() for form in found)
