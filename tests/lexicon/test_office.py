"""Who held which office on a day: facts of world news, so that a change to the lists can't lose them unseen."""

import pytest

from sayso.lexicon import Lexicon


@pytest.mark.parametrize(
    ("name", "day", "country", "office"),
    [
        ("Antony Blinken", "2023-05-01", "USA", "secretary of state"),
        ("Antony Blinken", "2025-05-01", "USA", None),
        ("Marco Rubio", "2025-05-02", "USA", "national security adviser"),
        ("David Cameron", "2024-01-15", "GBR", "foreign secretary"),
        ("Jörg Kukies", "2025-01-10", "DEU", "finance minister"),
        ("Katsunobu Kato", "2025-03-01", "JPN", "finance minister"),
        ("Minoru Kihara", "2024-05-01", "JPN", "defence minister"),
        ("Tito Mboweni", "2020-06-24", "ZAF", "finance minister"),
        ("Nhlanhla Nene", "2016-06-01", "ZAF", None),
        ("Nhlanhla Nene", "2018-05-01", "ZAF", "finance minister"),
        ("Vikram Misri", "2025-05-10", "IND", "foreign secretary"),
        ("Denys Shmyhal", "2025-07-01", "UKR", "prime minister"),
        ("Andriy Zahorodniuk", "2019-12-01", "UKR", "defence minister"),
        ("Nasirul Mulk", "2018-07-25", "PAK", "prime minister"),
        ("Mohammed al-Bashir", "2025-01-15", "SYR", "prime minister"),
        ("Bratislav Gašić", "2023-05-05", "SRB", "interior minister"),
        ("Thérèse Kayikwamba Wagner", "2025-06-27", "COD", "foreign minister"),
        ("Christophe Dabiré", "2020-01-01", "BFA", "prime minister"),
        ("Laurent Saint-Cyr", "2025-09-01", "HTI", "transitional council president"),
        ("Jens Stoltenberg", "2022-03-24", None, "secretary-general of nato"),
        ("Feridun Sinirlioğlu", "2015-10-01", "TUR", "foreign minister"),
        ("Feridun Sinirlioğlu", "2025-03-01", None, "secretary-general of the osce"),
        ("Amy Pope", "2024-02-01", None, "international organization for migration chief"),
        ("Hissein Brahim Taha", "2023-11-11", None, "secretary-general of the organisation of islamic cooperation"),
    ],
)
def test_offices(lexicon: Lexicon, name: str, day: str, country: str | None, office: str | None) -> None:
    (who,) = {n.entity for n in lexicon.names[name]}
    term = who.term(day)
    assert (term.role if term else None) == office
    assert country is None or who.country_on(day) == country
