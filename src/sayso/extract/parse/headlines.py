"""Headlines in the words of a story, which the small model was taught to read: "Chad, Togo *meet*" as "Chad and Togo *met*"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.extract.parse.tree import Tree, changed
from sayso.lexicon import Lexicon
from sayso.lexicon.inflect import past, third
from sayso.lexicon.names import Names

Spans = Sequence[tuple[int, int]]
LONGEST = 20  # words of a headline
DIED = "died"
SMALL = 4  # letters of the longest words that are in small letters in titles
OPENERS = (":", ";", "|", "–", "—", "--")  # after which a headline begins anew
APART = (",", *OPENERS)
_TOKEN = re.compile(r"\w[\w.’'-]*|--|[^\w\s]")
_MARK = re.compile(r"^[-–*]\s+")
_SCARE = re.compile(r"(?<=\w )(['‘\"“])(\w+)(?:(?: [\w-]+){0,4})(['’\"”])(?!\w)")


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of a line that were replaced by others; `start` is where they stand in the line."""

    start: int
    old: str
    new: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line by its words, in lower case too; which of them belong to names, which of these to adjectives, and which to groups' names."""

    words: Sequence[str]
    lower: Sequence[str]
    starts: Sequence[int]
    named: frozenset[int]
    peoples: frozenset[int]
    groups: frozenset[int]

    def __len__(self) -> int:
        """Number of words."""
        return len(self.words)


@dataclass(frozen=True, slots=True)
class Headlines:
    """Finds the verbs of headlines by what stands around them.

    `verbs` are forms of triggers, `acts` those of nouns that are, `several` nouns for people in the plural, `single` in the singular,
    `clear` forms that are verbs in headlines though they could be nouns, `own` those after which none is sought, `small` prepositions,
    `counts` words that stand for people by their number, `phrases` verbs with the words that belong to them.
    """

    verbs: frozenset[str]
    acts: frozenset[str]
    several: frozenset[str]
    single: frozenset[str]
    clear: frozenset[str]
    own: frozenset[str]
    small: frozenset[str]
    counts: frozenset[str]
    phrases: frozenset[tuple[str, str]]
    names: Names
    irregular: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Headlines":
        """Take the words from a lexicon."""
        plural = {noun for noun, form in lexicon.cues["grammar"]["irregular_plurals"].items() if noun == form}
        several = {noun for noun, roles in lexicon.roles.items() if noun in plural or all(role.plural for role in roles)}
        over = lexicon.verb_cue("status", "possible", "planned", "denied") - frozenset(lexicon.verbs)
        return cls(
            verbs=frozenset(lexicon.verbs) | over,
            acts=over.union(lexicon.nouns),
            several=frozenset(several),
            single=frozenset(lexicon.roles) - several,
            clear=lexicon.verb_cue("grammar", "headlined"),
            own=lexicon.cue("grammar", "finite"),
            small=lexicon.cue("grammar", "linking"),
            counts=lexicon.cue("grammar", "counting"),
            phrases=frozenset((form, trigger.words[0]) for form, senses in lexicon.verbs.items() for trigger in senses if trigger.words),
            names=lexicon.names,
            irregular=lexicon.cues["grammar"]["irregular_verbs"],
        )

    def prose(self, text: str, names: Spans) -> tuple[str, list[Edit]]:
        """A headline as a story would put it, and what was replaced."""
        text = self._lowered(text, names)
        edits = [*_unlisted(text), *_unquoted(text, self.verbs)]
        bare, spans = put(text, edits), [(a - _shift(edits, a), b - _shift(edits, b)) for a, b in names]
        line = self._line(bare, spans)
        if len(line) > LONGEST:
            return text, []
        verb, new = self._verb(line)
        later = [Edit(line.starts[verb], line.words[verb], new, _tag(line.lower[verb]))] if new else []
        comma = self._comma(line, verb) if verb else None
        later += [Edit(line.starts[comma], ",", " and", ",")] if comma else []
        return put(bare, later), sorted([*edits, *(replace(e, start=_before(edits, e.start)) for e in later)], key=lambda e: e.start)

    def _lowered(self, text: str, names: Spans) -> str:
        """A line in title case that is mostly names, with its verbs in small letters; others themselves."""
        found = [m for m in _TOKEN.finditer(text) if not any(a <= m.start() < b for a, b in names)]
        if any(m.group()[0].islower() and len(m.group()) > SMALL for m in found):
            return text
        verbs = [m for m in found if m.start() and m.group()[0].isupper() and m.group().lower() in self.verbs and not _dated(text, m)]
        return put(text, [Edit(m.start(), m.group(), m.group().lower()) for m in verbs])

    def _line(self, text: str, names: Spans) -> Line:
        found = list(_TOKEN.finditer(text))
        words = [m.group() for m in found]
        named, peoples, groups = set[int](), set[int](), set[int]()
        for a, b in names:
            inside = {i for i, m in enumerate(found) if a <= m.start() < b}
            named |= inside
            meant = self.names.get(text[a:b], ())
            peoples |= inside if any(name.use == "adjective" for name in meant) else set()
            groups |= inside if not any(name.use == "name" and name.entity.kind in ("country", "person") for name in meant) else set()
        return Line(words, [w.lower() for w in words], [m.start() for m in found], frozenset(named), frozenset(peoples), frozenset(groups))

    def _verb(self, line: Line) -> tuple[int, str]:
        """The verb of a line and what a story would have for it, which is nothing where it need not be replaced; 0 where none is found."""
        for i in range(1, len(line)):
            word = line.lower[i]
            if word in self.own or (line.words[i].islower() and self._told(line, i)):
                return i, ""
            if word == "to" and self._will(line, i):
                return i, "will"
            if word == "dead" and line.lower[i + 1 : i + 2] in (["in"], ["after"]):
                return i, DIED  # "six *dead* in blast"
            if (
                not line.words[i].islower()
                or word not in self.verbs
                or i in line.named
                or (word in self.several and i - 1 not in line.named)
            ):
                continue
            if (lemma := self._lemma(word)) and (self._of_one(line, i) if lemma != word else self._of_many(line, i)):
                return i, self._past(lemma)
        return 0, ""

    def _lemma(self, word: str) -> str | None:
        """The lemma of a present tense; None of other forms."""
        for lemma in (word[:-1], word[:-2], word[:-3] + "y") if word.endswith("s") else ():
            if lemma in self.verbs and third(lemma) == word:
                return lemma
        return word if third(word) in self.verbs else None

    def _past(self, lemma: str) -> str:
        """The past tense of a verb; of "test-fire" that of its last part, for the model parts what a hyphen joins."""
        return past(lemma, self.irregular).rpartition("-")[2]

    def _told(self, line: Line, i: int) -> bool:
        """Whether a word is a past tense right behind who acts."""
        word = line.lower[i]
        return word in self.verbs and not word.endswith("ing") and self._lemma(word) is None and self._somebody(line, i - 1)

    def _will(self, line: Line, i: int) -> bool:
        """Whether "to" tells of what is coming: "Mali *to* leave the bloc"."""
        after = line.lower[i + 1 : i + 2]
        return bool(after) and line.words[i + 1].islower() and self._somebody(line, i - 1) and third(after[0]) in self.verbs

    def _somebody(self, line: Line, i: int) -> bool:
        """Whether a word is a name that can stand by itself, or a noun for people."""
        if i in line.named:
            return i not in line.peoples
        return line.lower[i] in self.several | self.single or line.words[i][0].isupper()

    def _of_one(self, line: Line, i: int) -> bool:
        """Whether a word in -s is the verb of whom or what stands before it: "Mali *lifts* ban", "drone *hits* port"."""
        word, before = line.lower[i], line.lower[i - 1]
        if i + 1 == len(line) or not before[0].isalnum() or before in self.small | self.several or i - 1 in line.peoples:
            return False
        if word not in self.acts | self.several:
            return i - 1 in line.named or before in self.single or not self._later(line, i)
        doer = self._somebody(line, i - 1)
        if doer and word in self.clear:
            return True
        begun = line.words[i + 1][0].isalnum() and (line.lower[i + 1] not in self.small if doer else not line.words[i + 1].islower())
        return begun and not self._later(line, i)

    def _of_many(self, line: Line, i: int) -> bool:
        """Whether a bare form is the verb of several: "police *fire* on crowd", "Mali, Chad *sign* pact", "blasts in Kabul *kill* ten"."""
        zone = self._zone(line, i)
        head = next((t - 1 for t in zone if line.lower[t] in self.small), i - 1)
        joined = self._parts(line, zone)
        if head < zone.start or not (joined or self._plural(line, head)) or not self._ended(line, i - 1, within=head != i - 1):
            return False
        word, after = line.lower[i], next(iter(line.lower[i + 1 : i + 2]), "")
        clear = word in self.clear and (after not in self.small or (word, after) in self.phrases)  # "police fire on", but "police raid in"
        sure = word not in self.acts or clear or line.lower[head] in self.counts
        if sure and (joined or line.lower[head] in self.several | self.counts or head != i - 1):
            return True
        people = self._people(line, head)
        noun = after in self.small or (after in self.acts and after.endswith("s"))  # "police raid in Lima", "firms strike talks"
        return bool(after) and (people or not noun or (joined and after not in self.small)) and not self._later(line, i)

    def _ended(self, line: Line, i: int, *, within: bool) -> bool:
        """Whether a verb may follow a word: behind a preposition it must be a name or a plural, not half of a longer noun."""
        return line.words[i][0].isalnum() and (not within or (i in line.named and i not in line.peoples) or self._plural(line, i))

    def _plural(self, line: Line, i: int) -> bool:
        word = line.lower[i]
        if i in line.named:
            return i in line.groups and word.endswith("s")
        return word in self.several or (word.endswith(("s", "men")) and not word.endswith(("ss", "us", "is", "'s", "’s")))

    def _zone(self, line: Line, i: int) -> range:
        """The words before a verb, from the last colon or dash on."""
        return range(next((t + 1 for t in range(i - 1, -1, -1) if line.words[t] in OPENERS), 0), i)

    def _parts(self, line: Line, zone: range) -> bool:
        """Whether words name several, parted by commas or joined by "and"."""
        marks = [t for t in zone if line.lower[t] in (",", "and", "&")]
        return bool(marks) and all(b - a > 1 for a, b in zip([zone.start - 1, *marks], [*marks, zone.stop], strict=True))

    def _people(self, line: Line, i: int) -> bool:
        """Whether a word is a plural that hardly stands before another noun: "*protesters* clash", but "police raid"."""
        return (line.lower[i] in self.several and line.lower[i].endswith(("s", "men"))) or i in line.groups

    def _later(self, line: Line, i: int) -> bool:
        """Whether a later word of the clause must be its verb: "Gaza strikes *kill* six"."""
        for t in range(i + 1, len(line)):
            word, before = line.lower[t], line.lower[t - 1]
            if word in APART or word in ("as", "after", "to"):
                return False
            lemma = self._lemma(word) if word in self.verbs and line.words[t].islower() and line.lower[t + 1 : t + 2] != ["of"] else None
            if word in self.own or (lemma == word and self._plural(line, t - 1)):
                return True
            if lemma and lemma != word and word not in self.acts and before not in self.small and t - 1 > i and line.lower[i] in self.acts:
                return True
        return False

    def _comma(self, line: Line, verb: int) -> int | None:
        """The last comma between those who act together: "*Mali, Chad* sign pact"."""
        zone = self._zone(line, verb)
        commas = [t for t in zone if line.words[t] == ","]
        people = (self._somebody(line, t) or t in line.named or line.words[t] == "," for t in zone)
        return commas[-1] if commas and self._parts(line, zone) and all(people) else None


def _dated(text: str, word: re.Match[str]) -> bool:
    """Whether a number stands beside a word: "12 *March* 2024"."""
    return text[word.end() :].lstrip()[:1].isdigit() or text[: word.start()].rstrip()[-1:].isdigit()


def _unlisted(text: str) -> Iterator[Edit]:
    """The mark of a list before a line."""
    return (Edit(0, mark.group(), "") for mark in _MARK.finditer(text))


def _unquoted(text: str, verbs: frozenset[str]) -> Iterator[Edit]:
    """The marks around a verb that the headline's writer doesn't vouch for: "rebels '*seize*' airport"."""
    for scare in _SCARE.finditer(text):
        if scare[2] in verbs:
            yield from (Edit(scare.start(mark), scare[mark], "") for mark in (1, 3))


def _tag(word: str) -> str:
    return {"to": "TO", "dead": "VBD"}.get(word, "VBZ" if word.endswith("s") else "VBP")


def put(text: str, edits: Sequence[Edit]) -> str:
    """A text with replacements made."""
    for edit in sorted(edits, key=lambda e: -e.start):
        text = text[: edit.start] + edit.new + text[edit.start + len(edit.old) :]
    return text


def _shift(edits: Sequence[Edit], at: int) -> int:
    """By how much a place moves to the left through replacements before it."""
    return sum(len(e.old) - len(e.new) for e in edits if e.start < at)


def _before(edits: Sequence[Edit], at: int) -> int:
    """Where a place of a text with replacements, given in their order, stood before they were made."""
    for edit in edits:
        if at < edit.start:
            break
        if at < edit.start + len(edit.new):
            return edit.start
        at += len(edit.old) - len(edit.new)
    return at


def as_written(tree: Tree, edits: Sequence[Edit], offset: int) -> Tree:
    """The tree of a line over the words that stand in the text."""
    if not edits:
        return tree
    words, tags, deps = list(tree.words), list(tree.tags), list(tree.deps)
    starts = [offset + _before(edits, start - offset) for start in tree.starts]
    at = {edit.start + offset: edit for edit in edits if edit.new}
    for i, start in enumerate(starts):
        if (edit := at.get(start)) and words[i] == edit.new.strip():
            words[i], tags[i], deps[i] = edit.old, edit.tag, "punct" if edit.old == "," else deps[i]
    return _apart(Tree(words, tags, tree.heads, deps, starts), at)


def _apart(tree: Tree, at: Mapping[int, Edit]) -> Tree:
    """The tree with both who act together apart, where the first was taken for half of the second: "*Peru*, ELN *rebels* sign truce"."""
    for i, start in enumerate(tree.starts):
        first = i - 1
        later = tree.heads[first]
        joined = start in at and at[start].old == "," and tree.deps[first] in ("nmod", "compound") and later > i
        if not joined or tree.deps[later] != "nsubj" or any(tree.heads[t] == first for t in range(later, len(tree))):
            continue
        hung = dict.fromkeys(tree.kids(first, "conj"), (later, "compound"))
        return changed(tree, hung | {first: (tree.heads[later], "nsubj"), later: (first, "conj")})
    return tree
