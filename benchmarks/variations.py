"""Say the lexicon's own examples in other ways, and count how many events stay what they are.

    python benchmarks/variations.py [FRAME...] [--every N] [--show N] [--page docs/quality.md]

Each frame is a construction of news English: the perfect, the passive, a relative clause, a headline ... An example that holds an event
is put into all frames that it fits. An event keeps its type if one of that type is found in what comes of it, and its roles if that one
has the same countries and sectors on both sides. Prints a Markdown table; without FRAMEs it also takes its place on the page, between
`<!-- variations -->` and `<!-- /variations -->`. `--every` takes one example in N, as all of them take a quarter of an hour; `--show`
prints the first N sentences of each frame in which something is lost.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sayso.extract.parse.headlines import Headlines
from sayso.extract.parse.mending.mender import Mender
from sayso.extract.parse.step import SpacyParser, parse
from sayso.extract.parse.tree import PLURALS, Tree
from sayso.lexicon import Lexicon
from sayso.lexicon.inflect import past, third, verb_forms
from sayso.lexicon.lexicon import gathered
from sayso.model.event import Event, Party
from sayso.model.report import Report
from sayso.run.coder import Coder

TODAY = date(2025, 6, 2)
NAMES = ("NNP", "NNPS")
APART = ("aux", "auxpass", "neg", "expl", "csubj")  # a verb with one of them is not said plainly
BESIDE = ("dative", "prt", "xcomp", "ccomp", "conj", "advmod", "acomp", "oprd")  # with one of them it has no passive that is easily said
PLAIN = ("be", "have")  # verbs of which most frames make no English
Parts = Mapping[str, str]

WHOLE = {  # of whole sentences; {text} has no full stop, and a small letter where it begins with no name
    "on Tuesday": "On Tuesday, {text}.",
    "earlier": "Earlier this week {text}.",
    "Reuters reported": "Reuters reported that {text}.",
    "according to": "According to two diplomats, {text}.",
    "officials said": "{text}, officials said.",
    "two weeks ago": "{text} two weeks ago.",
    "in a move": "{text} in a move that surprised diplomats.",
    "raising fears": "{text}, raising fears of a wider crisis.",
    "but": "Talks went on, but {text}.",
    "as": "Markets fell as {text}.",
    "among others": "It rained all day. {text}. Nobody knows what comes next.",
}
CLAUSES = {  # of clauses with a plain verb in the past
    "perfect": "{subject} {have} {done} {rest}.",
    "future": "{subject} will {do} {rest}.",
    "set to": "{subject} {be} set to {do} {rest}.",
    "plans to": "{subject} {plan} to {do} {rest}.",
    "progressive": "{subject} {be} {doing} {rest}.",
    "headline": "{subject} {does} {rest}",
    "did not": "{subject} did not {do} {rest}.",
    "may have": "{subject} may have {done} {rest}.",
    "began": "{subject} began {doing} {rest}.",
    "was reported to": "{subject} {was} reported to have {done} {rest}.",
    "on Monday": "{subject} on Monday {did} {rest}.",
    "aside": "{subject}, officials said, {did} {rest}.",
    "relative": "{subject}, {who} {did} {rest}, said nothing more.",
    "and after": "{subject} held a meeting at dawn and {did} {rest}.",
    "having": "Having {done} {rest}, {subject} left.",
    "after doing": "{subject} made a statement after {doing} {rest}.",
    "by doing": "{subject} surprised everyone by {doing} {rest}.",
    "when": "Crowds gathered when {subject} {did} {rest}.",
    "if": "Crowds will gather if {subject} {does} {rest}.",
    "news that": "News that {subject} had {done} {rest} spread quickly.",
}
POINTING = {  # of those whose subject can be pointed back at
    "said it": "{subject} said on Monday {it} had {done} {rest}.",
    "it after": "{subject} held a meeting at noon. {it} {did} {rest}.",
    "after which": "{subject} met reporters at noon, after which {it} {did} {rest}.",
}
TAKING = {  # of those with an object
    "passive": "{object} {were} {done} by {subject} {after}.",
    "passive perfect": "{object} {object_have} been {done} by {subject} {after}.",
    "participle": "{object} {done} by {subject} {after} {were} in the news.",
    "object relative": "{object}, {whom} {subject} {did} {after}, {were} in the news.",
}
FRAMES = {**WHOLE, **CLAUSES, **POINTING, **TAKING}


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the event that a pattern finds in it, its tree, and its parts by the names that frames give them."""

    event: Event
    parts: Parts


@dataclass(slots=True)
class Tally:
    """How many examples a frame was put to, how many kept their type, and how many their roles as well; where something was lost."""

    all: int = 0
    typed: int = 0
    whole: int = 0
    lost: list[str] = field(default_factory=list)


def main() -> None:
    """Read the arguments, measure, print the table, and draw it on the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("frames", nargs="*", metavar="FRAME", help=", ".join(FRAMES))
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--page", type=Path, default=Path(__file__).parent.parent / "docs" / "quality.md")
    given = parser.parse_args()
    tallies = measured(Coder(), given.frames or tuple(FRAMES), given.every)
    lines = list(table(tallies))
    print("\n".join(lines))
    for name, tally in tallies.items():
        for sentence in tally.lost[: given.show]:
            print(f"{name}: {sentence}")
    if not given.frames:
        given.page.write_text(redrawn(given.page.read_text(encoding="utf-8"), "variations", lines), encoding="utf-8")


def redrawn(page: str, name: str, lines: Iterable[str]) -> str:
    """The page with new lines between the marks of a section."""
    marks = f"<!-- {name} -->", f"<!-- /{name} -->"
    return re.sub(f"{marks[0]}.*?{marks[1]}", lambda _: "\n".join([marks[0], *lines, marks[1]]), page, flags=re.DOTALL)


def table(tallies: Mapping[str, Tally]) -> Iterator[str]:
    """The lines of the table, the frame that loses most last, and all frames together."""
    yield from ("| said otherwise | examples | type kept | type and roles kept |", "|---|--:|--:|--:|")
    whole = Tally(*(sum(getattr(t, name) for t in tallies.values()) for name in ("all", "typed", "whole")))
    for name, t in (*sorted(tallies.items(), key=lambda pair: -pair[1].whole / max(1, pair[1].all)), ("all", whole)):
        yield f"| {name} | {t.all} | {t.typed / max(1, t.all):.3f} | {t.whole / max(1, t.all):.3f} |"


def measured(coder: Coder, frames: Sequence[str], every: int = 1) -> dict[str, Tally]:
    """What becomes of the events of all examples in some frames, or of one example in so many."""
    put = [(name, e, said(FRAMES[name], e.parts)) for e in examples(coder, every) for name in frames if fits(FRAMES[name], e.parts)]
    tallies: dict[str, Tally] = defaultdict(Tally)
    reports = coder.annotate_many(report(n, text) for n, (_, _, text) in enumerate(put))
    for (name, example, text), annotated in zip(put, reports, strict=True):
        tally, same = tallies[name], [e for e in annotated.events if e.type == example.event.type]
        kept = any(sides(e) == sides(example.event) for e in same)
        tally.all, tally.typed, tally.whole = tally.all + 1, tally.typed + bool(same), tally.whole + kept
        tally.lost += [] if kept else [text]
    return {name: tallies[name] for name in frames}


def report(number: int, text: str) -> Report:
    """A report of one text."""
    return Report(id=str(number), text=text, published=TODAY)


def sides(event: Event) -> tuple[frozenset[object], frozenset[object]]:
    """Who acts and to whom it is done, by country and sectors; who has neither by his words."""
    return frozenset(map(known, event.actors)), frozenset(map(known, event.recipients))


def known(party: Party) -> object:
    """Who a party is, however it is worded."""
    return (party.country, tuple(party.sectors)) if party.country or party.sectors else party.text.lower()


def examples(coder: Coder, every: int) -> Iterator[Example]:
    """One in so many of the examples of all patterns in which the coder finds an event, those of one sentence."""
    lexicon, (_, data) = coder.lexicon, gathered()
    own = (e for kind in data["events"] for pattern in kind["patterns"] for e in pattern["examples"])
    texts = list(dict.fromkeys(e if isinstance(e, str) else e["text"] for e in own))[::every]
    mender, lemmas = Mender.of(lexicon), lemmas_of(lexicon)
    trees = map(mender.mended, parse(SpacyParser(), [(0, text, None) for text in texts], Headlines.of(lexicon)))
    annotated = coder.annotate_many(report(n, text) for n, text in enumerate(texts))
    for text, tree, found in zip(texts, trees, annotated, strict=True):
        if found.events and len(found.sentences) == 1:
            event = found.events[0]
            yield Example(event, parts(tree, text, event.trigger.start, lexicon, lemmas))


def lemmas_of(lexicon: Lexicon) -> dict[str, str]:
    """The lemmas of all verbs that are triggers, by their past tense."""
    irregular = lexicon.cues["grammar"]["irregular_verbs"]
    lemmas = {verb.split()[0] for kind in gathered()[1]["events"] for pattern in kind["patterns"] for verb in pattern["verbs"]}
    return {past(lemma, irregular): lemma for lemma in sorted(lemmas.difference(PLAIN))}


def parts(tree: Tree, text: str, start: int, lexicon: Lexicon, lemmas: Mapping[str, str]) -> Parts:
    """The parts of a sentence that frames ask for; of one that is not said plainly only the whole."""
    named = tree.tags[0] in NAMES or any(tree.written(0, n) in lexicon.names for n in range(min(3, len(tree))))
    whole = (text if named else text[0].lower() + text[1:]).removesuffix(".")
    v = next((i for i in range(len(tree)) if tree.starts[i] == start), 0)
    subjects, lemma = tree.kids(v, "nsubj"), lemmas.get(tree.lower[v])
    plain = tree.tags[v] == "VBD" and tree.heads[v] == v and len(subjects) == 1 and not tree.kids(v, *APART)
    if lemma is None or not plain or tree.subtree(subjects[0]) != list(range(v)) or set(text) & set('":“'):
        return {"text": whole}
    subject, rest = whole[: tree.starts[v]].strip(" ,"), whole[tree.ends[v] :].strip()
    return {"text": whole, "subject": subject, "rest": rest, **verb(tree, v, lemma, lexicon), **taken(tree, v, whole, lexicon)}


def verb(tree: Tree, v: int, lemma: str, lexicon: Lexicon) -> Parts:
    """The forms of a verb with its subject, and the pronouns for who that is: none for things, which say nothing."""
    irregular, subject = lexicon.cues["grammar"]["irregular_verbs"], tree.kids(v, "nsubj")[0]
    many = plural(tree, subject)
    forms = verb_forms(lemma, irregular)
    doing, done = max((f for f in forms if f.endswith("ing")), key=len), participle(lemma, irregular)
    numbered = ("have", "are", "were", "plan", lemma) if many else ("has", "is", "was", "plans", third(lemma))
    kinds = {role.kind for role in lexicon.roles.get(tree.lower[subject], ())}
    person = not many and "person" in kinds
    found = dict(zip(("have", "be", "was", "plan", "does"), numbered, strict=True))
    found |= {"do": lemma, "did": tree.lower[v], "done": done, "doing": doing, "who": "who" if many or person else "which"}
    speaking = (kinds - {"person"} or (many and kinds) or stately(tree, subject, lexicon)) and not person
    return found | ({"it": "they" if many else "it"} if speaking else {})


def stately(tree: Tree, name: int, lexicon: Lexicon) -> bool:
    """Whether a subject is a country or a body by its name."""
    meant = lexicon.names.get(tree.written(tree.left_edge(name), name), ())
    return any(each.entity.kind in ("country", "organisation") for each in meant)


def participle(lemma: str, irregular: Mapping[str, Sequence[str]]) -> str:
    """The participle of a verb, of one with a prefix that of its stem."""
    stem = next((lemma[n:] for n in range(len(lemma) - 2) if lemma[n:] in irregular), "")
    regular = not stem or past(lemma, irregular).endswith("ed")
    return past(lemma, irregular) if regular else lemma.removesuffix(stem) + irregular[stem][-1]


def taken(tree: Tree, v: int, whole: str, lexicon: Lexicon) -> Parts:
    """The object of a verb and what comes after it, where a passive of it is easily said."""
    objects = tree.kids(v, "dobj")
    if len(objects) != 1 or tree.kids(v, *BESIDE) or tree.tags[objects[0]] in ("PRP", "WP") or tree.lower[objects[0]] == "other":
        return {}
    inside = tree.subtree(objects[0])
    if inside != list(range(v + 1, inside[-1] + 1)):
        return {}
    people = {role.kind for role in lexicon.roles.get(tree.lower[objects[0]], ())} & {"person", "group"}
    were, have = ("were", "have") if plural(tree, objects[0]) else ("was", "has")
    words = {"object": whole[tree.starts[v + 1] : tree.ends[inside[-1]]], "after": whole[tree.ends[inside[-1]] :].strip()}
    return words | {"were": were, "object_have": have, "whom": "whom" if people else "which"}


def plural(tree: Tree, noun: int) -> bool:
    """Whether a noun is many, or not alone."""
    return tree.tags[noun] in PLURALS or bool(tree.kids(noun, "conj")) or tree.lower[noun] in ("police", "they", "we")


def fits(frame: str, given: Parts) -> bool:
    """Whether a sentence has all parts of a frame."""
    return given.keys() >= set(re.findall(r"{(\w+)}", frame))


def said(frame: str, given: Parts) -> str:
    """A frame with the parts of a sentence, every sentence with a capital; a headline without articles."""
    text = re.sub(r" +(?=[ .,]|$)", "", frame.format(**given))
    if not text.endswith("."):
        text = re.sub(r"\b(?:[Tt]he|[Aa]n?) ", "", text)
    return re.sub(r"(?:^|(?<=\. ))[a-z]", lambda m: m.group().upper(), text)


if __name__ == "__main__":
    main()
