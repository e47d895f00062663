"""Headlines in the words of a story, and their trees over the words that stand there."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.headlines import Headlines, as_written
from sayso.extract.parse.step import SpacyParser
from sayso.extract.scan.hits import Scanner
from sayso.lexicon import Lexicon


@pytest.fixture(scope="module")
def prose(lexicon: Lexicon) -> Callable[[str], str]:
    scanner, headlines = Scanner(lexicon), Headlines.of(lexicon)
    return lambda text: headlines.prose(text, [(hit.start, hit.end) for hit in scanner.scan(text).hits])[0]


@pytest.mark.parametrize(
    ("headline", "story"),
    [
        # the verb of one
        ("Gabon lifts ban on rallies", "Gabon lifted ban on rallies"),
        ("Togo army chief rejects talks", "Togo army chief rejected talks"),
        ("Gabon attacks Togo", "Gabon attacked Togo"),
        ("Gabon attacks in Togo", "Gabon attacks in Togo"),  # rather a noun
        ("Malian attacks Tuesday", "Malian attacks Tuesday"),  # those of a people
        ("Gaza strikes kill six", "Gaza strikes killed six"),
        ("Gabon test-fires rocket", "Gabon fired rocket"),
        # of several
        ("Gabon police fire on crowd", "Gabon police fired on crowd"),
        ("Gabon police raid in Lima", "Gabon police raid in Lima"),
        ("Protesters clash with police", "Protesters clashed with police"),
        ("Houthis vow attacks on ships", "Houthis vowed attacks on ships"),
        ("Clashes in Lima leave six dead", "Clashes in Lima left six dead"),
        ("Clashes over bread price rise", "Clashes over bread price rise"),  # half of a longer noun
        # those who act together
        ("Gabon, Togo meet", "Gabon and Togo met"),
        ("Gabon, Togo sign pact", "Gabon and Togo signed pact"),
        ("Gabon, Togo, Mali sign pact", "Gabon, Togo and Mali signed pact"),
        ("Gabon, Togo agreed on pact", "Gabon and Togo agreed on pact"),
        ("Gabon, Togo trade talks resume", "Gabon, Togo trade talks resumed"),
        ("Bongo, Gabon's president, visits Togo", "Bongo, Gabon's president, visits Togo"),
        # what is coming
        ("Gabon to leave bloc", "Gabon will leave bloc"),
        ("Gabon, Togo to meet in Lima", "Gabon and Togo will meet in Lima"),
        ("Aid to Gabon", "Aid to Gabon"),
        # the dead, and marks of doubt
        ("Six dead in Lima blast", "Six died in Lima blast"),
        ("Rebels 'seize' airport", "Rebels seized airport"),
        ("Lima's 'seized' gold", "Lima's seized gold"),
        # title case that is mostly names
        ("Gabon, Togo Meet in Lima", "Gabon and Togo met in Lima"),
        ("Lima, 12 March 2024", "Lima, 12 March 2024"),
        ("Gabon was bombed", "Gabon was bombed"),
        ("", ""),
    ],
)
def test_a_story_says_it_otherwise(prose: Callable[[str], str], headline: str, story: str) -> None:
    assert prose(headline) == story


@pytest.mark.model
@pytest.mark.parametrize("text", ["Gabon, Togo 'seize' ports", "- Gabon to quit", "Gabon, Togo test-fire rockets", "Six dead in blast"])
def test_trees_have_the_words_of_the_text(lexicon: Lexicon, text: str) -> None:
    story, edits = Headlines.of(lexicon).prose(text, [])
    tree = as_written(next(SpacyParser().parse([(7, story)])), edits, 7)
    assert edits
    assert [text[a - 7 : b - 7] for a, b in zip(tree.starts, tree.ends, strict=True)] == list(tree.words)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Gabon, Togo meet", "CONSULT GAB:GOV > TGO:GOV"),
        ("Gabon, Togo to hold talks", "CONSULT GAB:GOV > TGO:GOV"),
        ("N. Korea fires missile over Japan", "MOBILIZE PRK:GOV > JPN:GOV"),
        ("Peru, ELN rebels sign truce", "SUPPORT PER:GOV > COL:REB"),
        ("RUSSIA EXPELS TWO BRITISH DIPLOMATS", "SANCTION RUS:GOV > GBR:GOV"),
        ("Togo FM in Lima for talks", "CONSULT TGO:GOV > PER:GOV"),
        ("Kremlin denies talks with Togo", "CONSULT RUS:GOV > TGO:GOV"),
    ],
)
def test_headlines_are_coded(summary: Callable[..., list[str]], text: str, event: str) -> None:
    assert event in summary(text)
