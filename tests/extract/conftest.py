"""What a line of these tests is made from: hand-built trees, patterns and matches, and events told in one line."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import chain
from typing import Any

import pytest

from sayso.extract.identify.knowledge import Knowledge
from sayso.extract.identify.memory import Memory, Referent
from sayso.extract.identify.step import Sentence as Identified
from sayso.extract.identify.step import identify
from sayso.extract.match.step import Match
from sayso.extract.match.triggers import Matcher, Matching
from sayso.extract.parse.headlines import Headlines
from sayso.extract.parse.mending import Mender
from sayso.extract.parse.step import SpacyParser, parse
from sayso.extract.parse.tree import Tree
from sayso.extract.prepare import Preparer
from sayso.extract.reading import Reading
from sayso.extract.scan.hits import Scanner
from sayso.lexicon import Lexicon
from sayso.lexicon.gazetteer import Gazetteer
from sayso.lexicon.pattern import Classes, Pattern, Words, compiled
from sayso.lexicon.schema import EventType
from sayso.model import AnnotatedReport, Event, Party, Report
from sayso.run.coder import Coder

PUBLISHED = "2025-12-04"  # a Thursday


def build(spec: str) -> Tree:
    """A tree from `word/TAG/dep/head ...`.

    The head is given as its word (of several the nearest one) and left out for the root. Offsets are those of the words with one blank
    between them.
    """
    rows = [(*token.rsplit("/", 3),) if token.count("/") >= 3 else (*token.rsplit("/", 2), "") for token in spec.split()]
    words = [row[0] for row in rows]
    heads = []
    for i, row in enumerate(rows):
        found = [j for j, word in enumerate(words) if word == row[3] and j != i]
        assert found or not row[3], f"no word {row[3]!r} in {spec!r}"
        heads.append(min(found, key=lambda j: abs(j - i)) if found else i)
    starts = [sum(len(word) + 1 for word in words[:i]) for i in range(len(words))]
    return Tree(words, [row[1] for row in rows], heads, [row[2] for row in rows], starts)


def party(party: Party) -> str:
    """`KEN:COP` for what is known of somebody, an entity's identifier where it has no country, else the words."""
    sectors = ":" + "+".join(party.sectors) if party.sectors else ""
    known = party.country or party.entity
    return f"{known}{sectors}" if known else f"({party.text}){sectors}"


def told(event: Event) -> str:
    """An event as `TYPE actors > recipients`."""
    sides = ("+".join(map(party, side)) or "-" for side in (event.actors, event.recipients))
    return f"{event.type} {' > '.join(sides)}"


@pytest.fixture(scope="session")
def tree() -> Callable[[str], Tree]:
    """Build a tree by hand."""
    return build


@pytest.fixture(scope="session")
def scanner(lexicon: Lexicon) -> Scanner:
    """The scanner over our own names."""
    return Scanner(lexicon)


@pytest.fixture(scope="session")
def knowledge(lexicon: Lexicon) -> Knowledge:
    """What identification knows."""
    return Knowledge.of(lexicon)


@pytest.fixture
def identified(scanner: Scanner, knowledge: Knowledge) -> Callable[..., Identified]:
    """A hand-built tree with its mentions identified."""

    def identified(spec: str, memory: Memory | None = None) -> Identified:
        made = build(spec)
        sentence = identify(made, scanner.scan(" ".join(made.words)).hits, memory or Memory(), knowledge)
        sentence.read()
        return sentence

    return identified


@pytest.fixture(scope="session")
def pattern() -> Callable[..., Pattern]:
    """A pattern without conditions, changed as a test needs it."""
    told = {"type": "ASSAULT", "label": "Assault", "definition": "Uses force.", "quad": 4, "score": -9, "cameo": "180"}
    entry = {"name": "attack", "verbs": ["attack"], "recipient": ["object"], "examples": ["A.", "B."], "counterexamples": ["C."]}
    kind = EventType.model_validate({**told, "patterns": [entry]}).model_dump(by_alias=True)
    plain = compiled(kind, {**kind["patterns"][0]}, Classes({}, lambda lemma: (lemma,)))

    def pattern(**changes: Any) -> Pattern:
        return replace(plain, **changes)

    return pattern


@pytest.fixture(scope="session")
def words() -> Callable[..., Words]:
    """Word sets: plain forms, and classes with their @."""

    def words(*items: str) -> Words:
        forms, computed = {i for i in items if i[0] != "@"}, {i[1:] for i in items if i[0] == "@"}
        return Words(frozenset(forms - {"none"}), frozenset(computed), "none" in forms)

    return words


@pytest.fixture(scope="session")
def matched(pattern: Callable[..., Pattern]) -> Callable[..., Match]:
    """A match at the word of a tree."""

    def matched(tree: Tree, word: str, part: str = "verb", **changes: Any) -> Match:
        at = list(tree.words).index(word)
        light = changes.pop("light", None)
        fields = {key: changes.pop(key) for key in ("actors", "recipients", "tokens") if key in changes}
        return Match(
            at,
            fields.pop("tokens", (at,)),
            part,  # type: ignore[arg-type]
            pattern(**changes),
            light=list(tree.words).index(light) if light else None,
            **fields,
        )

    return matched


Meant = Callable[[Iterable[str]], dict[str, str]]


@pytest.fixture(scope="session")
def meant(lexicon: Lexicon, knowledge: Knowledge) -> Meant:
    """Who the words between `[[` and `]]` mean, by text: country and sectors, `-` for nobody known; every sentence is read.

    All texts are parsed in one go, which takes a fraction of the time.
    """
    preparer, parser, matcher = Preparer(lexicon, Gazetteer()), SpacyParser(), Matcher.of(lexicon)
    mender, headlines = Mender.of(lexicon), Headlines.of(lexicon)

    def read(marked: str) -> Reading:
        text = marked.replace("[[", "").replace("]]", "")
        prepared = preparer.prepare(Report(id="text", text=text, published=date.fromisoformat(PUBLISHED)))
        reading = Reading.of(prepared, knowledge.signs)
        reading.prepared = replace(reading.prepared, stretches=tuple(replace(s, kept=True) for s in reading.prepared.stretches))
        return reading

    def told(marked: str, reading: Reading, trees: Iterator[Tree]) -> str:
        start, end, found = marked.index("[["), marked.index("]]") - 2, ""
        for stretch in reading.prepared.stretches:
            tree = next(trees)
            reading.notice(stretch)
            sentence = identify(tree, stretch.hits, reading.memory, knowledge)
            if stretch.sentence.start <= start < stretch.sentence.end:
                fillers = Matching(matcher, sentence).parties.fill(heads(tree, start, end)[:1])
                found = " + ".join(known(f.referent) for f in fillers) or "-"
            reading.keep(tree, sentence.read())
        return found

    def meant(texts: Iterable[str]) -> dict[str, str]:
        readings = {text: read(text) for text in texts}
        trees = map(mender.mended, parse(parser, chain.from_iterable(r.prepared.to_parse() for r in readings.values()), headlines))
        return {text: told(text, reading, trees) for text, reading in readings.items()}

    return meant


@pytest.fixture(scope="module")
def understood(request: pytest.FixtureRequest, meant: Meant) -> dict[str, str]:
    """Who the marked words in the `ROWS` of a module mean, by text."""
    return meant(text for text, _ in request.module.ROWS)


def heads(tree: Tree, start: int, end: int) -> list[int]:
    """The tokens of a stretch of text that hang on none of its others."""
    inside = {i for i in range(len(tree)) if start <= tree.starts[i] and tree.ends[i] <= end}
    return [i for i in sorted(inside) if (tree.heads[i] not in inside or tree.heads[i] == i) and tree.tags[i] not in (",", "CC")]


def known(referent: Referent | None) -> str:
    """`KEN:COP`; a country of which nothing more is known stands alone."""
    if referent is None or not referent.known:
        return "-"
    sectors = "+".join(sorted(referent.sectors))
    return f"{referent.country or ''}:{sectors}" if sectors else str(referent.country or referent.entity)


Annotate = Callable[..., AnnotatedReport]


@pytest.fixture(scope="session")
def annotate(coder: Coder) -> Annotate:
    """A text annotated by the whole pipeline; the same text only once."""

    @cache
    def annotate(text: str, published: str | None = PUBLISHED) -> AnnotatedReport:
        (found,) = coder.annotate_many([Report("r", text, date.fromisoformat(published) if published else None)])
        return found

    return annotate


@pytest.fixture(scope="session")
def code(annotate: Annotate) -> Callable[..., Sequence[Event]]:
    """The events of a text."""

    def code(text: str, published: str | None = PUBLISHED) -> Sequence[Event]:
        return annotate(text, published).events

    return code


@pytest.fixture(scope="session")
def summary(annotate: Annotate) -> Callable[..., list[str]]:
    """The events of a text, each as `TYPE actors > recipients`."""

    def summary(text: str, published: str | None = PUBLISHED) -> list[str]:
        return [told(event) for event in annotate(text, published).events]

    return summary


@pytest.fixture(scope="session")
def only(annotate: Annotate) -> Callable[..., Event]:
    """The one event of a type in a text."""

    def only(text: str, kind: str, published: str | None = PUBLISHED) -> Event:
        found = [event for event in annotate(text, published).events if event.type == kind]
        assert len(found) == 1, f"{text!r} gave {[told(event) for event in annotate(text, published).events]}"
        return found[0]

    return only


def all_spans(value: Any) -> Iterator[dict[str, Any]]:
    """Everything that has a start, an end and a text, however deep."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int):
            yield value
        for inner in value.values():
            yield from all_spans(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from all_spans(inner)


@pytest.fixture(scope="session")
def spans() -> Callable[[Any], Iterator[dict[str, Any]]]:
    """What finds every quoted text in a record."""
    return all_spans
