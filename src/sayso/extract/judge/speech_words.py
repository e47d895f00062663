"""The words by which somebody is cited, in all forms."""

from dataclasses import dataclass

from sayso.extract.match.grammar_words import Grammar
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

# fields that are lists of verbs and of nouns in all forms, and those of the cues as they stand
VERBS = ("verbs", "accusing", "self_claiming", "quoting", "putting", "passing", "telling", "confirming", "resuming", "reckoning")
NOUNS = ("documents", "outlets", "accounts", "tolls", "telltale")
PLAIN = ("citing", "author", "asides", "unsaid", "silent")
LONGEST = 3  # words of the longest phrase for speaking


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """The cue file `speech`, in all forms; `endings` are those of words for people."""

    verbs: frozenset[str]
    accusing: frozenset[str]
    self_claiming: frozenset[str]
    quoting: frozenset[str]
    putting: frozenset[str]
    passing: frozenset[str]
    telling: frozenset[str]
    confirming: frozenset[str]
    resuming: frozenset[str]
    reckoning: frozenset[str]
    documents: frozenset[str]
    outlets: frozenset[str]
    accounts: frozenset[str]
    tolls: frozenset[str]
    telltale: frozenset[str]
    citing: frozenset[str]
    author: frozenset[str]
    asides: frozenset[str]
    unsaid: frozenset[str]
    silent: frozenset[str]
    noticing: frozenset[str]
    grammar: Grammar
    endings: tuple[str, ...]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "SpeechWords":
        """Take them from a lexicon."""
        return cls(
            noticing=lexicon.verb_cue("light", "noticed"),
            grammar=Grammar.of(lexicon),
            endings=tuple(lexicon.cues["fields"]["people_endings"]),
            **{name: lexicon.verb_cue("speech", name) for name in VERBS},
            **{name: lexicon.noun_cue("speech", name) for name in NOUNS},
            **{name: lexicon.cue("speech", name) for name in PLAIN},
        )

    def utters(self, tree: Tree, v: int) -> bool:
        """Whether a verb over what is said, or inserted in it, is one of speech: "said", "went on", "made it clear"."""
        runs = (" ".join(tree.lower[v : v + n]) for n in range(1, LONGEST + 1))
        return tree.lower[v] in self.verbs or any(run in self.resuming for run in runs)
