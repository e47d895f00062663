"""In whose name a statement speaks that its first lines announce."""

import pytest

from sayso.extract.identify.issuers import Issuing
from sayso.extract.identify.memory import Memory
from sayso.extract.scan.hits import Scanner
from sayso.lexicon import Lexicon


@pytest.mark.parametrize(
    ("line", "issuers"),
    [
        ("Joint statement by the foreign ministers of France, Germany and Poland", ["FRA", "DEU", "POL"]),
        ("Joint Statement of Togo and Chad on the vote in Mali", ["TGO", "TCD"]),
        ("Text of a statement issued by the government of Peru: Chile must leave.", ["PER"]),
        ("Press communique of the African Union concerning Mali", [None]),
        ("A statement by a singer from the north of the town", []),
        ("Peru signed a statement with Chile", []),
        ("The minister of Peru read the statement by heart", []),
    ],
)
def test_who_issues_a_statement(scanner: Scanner, lexicon: Lexicon, line: str, issuers: list[str | None]) -> None:
    found = Issuing.of(lexicon).issuer(line, 0, len(line), scanner.scan(line).hits, Memory("2024-05-15"))
    told = [r.country for r in (found, *found.also)] if found else []
    assert told == issuers
