"""Step 3, scan: names in one pass, and which sentences are worth a parse."""

import signal

import pytest

from sayso.extract.scan.hits import Hit, Scanned, Scanner, words_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Russia met the United Nations.", ["Russia", "United Nations"]),
        ("South Korea and North Korea", ["South Korea", "North Korea"]),
        ("Iran's army", ["Iran"]),
        ("Iranian-backed", ["Iranian"]),
        # whole words alone
        ("Chadwick met Omanyala", []),
        ("IranX and XIran", []),
        # as written: case counts
        ("turkey was eaten", []),
        ("the chad", []),
        # diacritics and apostrophes either way
        ("Côte d'Ivoire", ["Côte d'Ivoire"]),
        ("Cote d'Ivoire", ["Cote d'Ivoire"]),
        ("", []),
        # a longer one behind the article of a shorter one
        ("in the Gulf of Aden, in the Gulf", ["Gulf of Aden", "the Gulf"]),
        ("the Sudan Liberation Army", ["Sudan Liberation Army"]),
        # one that begins within another, which ends inside a word
        ("the Congolese army, the Gambian president", ["Congolese", "Gambian"]),
    ],
)
def test_names(scanner: Scanner, text: str, names: list[str]) -> None:
    hits = scanner.scan(text).hits
    assert [text[h.start : h.end] for h in hits] == names


def test_a_linked_part_of_a_longer_name_is_nobody(scanner: Scanner) -> None:
    assert scanner.scan("They left Mazar-i-Sharif.").hits == scanner.scan("They left.").hits


def test_offsets_count_code_points(scanner: Scanner) -> None:
    text = "👩‍👩‍👧 é שלום Iran"
    (hit,) = scanner.scan(text).hits
    assert (text[hit.start : hit.end], hit.names[0].entity.country) == ("Iran", "IRN")


@pytest.mark.parametrize(
    ("text", "country", "use"),
    [("Kenya", "KEN", "name"), ("Kenyan", "KEN", "adjective"), ("Nairobi", "KEN", "capital"), ("Kremlin", "RUS", "metonym")],
)
def test_what_a_name_is(scanner: Scanner, text: str, country: str, use: str) -> None:
    name = scanner.scan(text).hits[0].names[0]
    assert (name.entity.country, name.use) == (country, use)


def test_hits_inside_a_stretch() -> None:
    hits = tuple(Hit(at, at + 2, ()) for at in (0, 3, 6))
    assert Scanned(hits).inside(3, 8) == [hits[1], hits[2]]
    assert Scanned(hits).inside(1, 5) == [hits[1]]


def tired(*_: object) -> None:
    raise TimeoutError


def test_many_names_are_looked_up_sentence_by_sentence() -> None:
    found = Scanned(tuple(Hit(at, at + 1, ()) for at in range(0, 100_000, 2)))
    before = signal.signal(signal.SIGVTALRM, tired)
    signal.setitimer(signal.ITIMER_VIRTUAL, 2)
    try:
        assert all(len(found.inside(at, at + 2)) == 1 for at in range(0, 100_000, 2))
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Police arrested Ali's brother", ["police", "arrested", "ali", "brother"]),
        ("a US-led cease-fire", ["a", "us", "led", "cease", "fire"]),
        ("'isolated' and 'war'", ["isolated", "and", "war"]),
        ("at 12 o'clock.", ["at", "12", "o'clock"]),
        ("", []),
    ],
)
def test_words(sentence: str, words: list[str]) -> None:
    assert list(words_of(sentence)) == words


@pytest.mark.parametrize(
    ("sentence", "trigger", "found"),
    [
        ("police arrested a man", "arrested", True),
        ("police are re-arresting the man", "arresting", True),
        ("the weather is nice", "weather", False),
        # words that a sense must have beside it
        ("an air strike hit it", "strike", True),
        ("police took the man into custody", "took", True),
        ("", "", False),
    ],
)
def test_triggers(scanner: Scanner, sentence: str, trigger: str, *, found: bool) -> None:
    words = words_of(sentence)
    assert bool(scanner.triggers(words, frozenset(words)).get(trigger)) is found
