"""What the network reads of words: their normal forms, first and last letters and shapes, as numbers."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path

import numpy as np

from sayso.extract.parse.hashing import Ids, ids
from sayso.extract.parse.packed import unpacked
from sayso.extract.parse.tokenizer import Token

VOCABULARY = Path(__file__).with_name("vocabulary.json")  # spaCy's own: equal in all its models
RARE = Path(__file__).with_name("rare.json")  # words that the model takes for others, and the common ones as which it is to read them
ENDING = 3  # letters
LONG = 100  # letters from which a word has no shape
REPEATED = 4  # letters of one kind that a shape shows


@dataclass(frozen=True, slots=True)
class Strings:
    """How the model knows strings: by a number made of their letters, but for the symbols; and their normal forms."""

    symbols: Mapping[str, int]
    signs: Mapping[str, str]  # normal forms of quotation marks, dashes, currencies
    norms: Mapping[int, str]  # those of words, by number
    rare: Mapping[str, str]  # words that the model is to read as others
    titles: Mapping[str, str]  # those that it is to do so where they are somebody's title

    @classmethod
    def of(cls, folder: Path) -> "Strings":
        """Those of the model in a folder."""
        known = json.loads(VOCABULARY.read_bytes())
        symbols = {name: number for number, name in enumerate(known["symbols"], start=1)}
        norms = unpacked((folder / "vocab" / "lookups.bin").read_bytes())["lexeme_norm"]
        rare = json.loads(RARE.read_bytes())
        return cls(symbols, known["norms"], norms, rare["anywhere"], rare["before a name"])

    def titled(self, tokens: list[Token]) -> list[Token]:
        """The words of a sentence as the model is to read them: "praised *PM* Modi", and not "at 3 *PM* Tuesday"."""
        found = [i for i, (text, _, _) in enumerate(tokens[:-1]) if text in self.titles and tokens[i + 1][0][0].isupper()]
        named = [i for i in found if not (i and tokens[i - 1][0][0].isdigit())]
        return tokens if not named else [(self.titles[t[0]], *t[1:]) if i in named else t for i, t in enumerate(tokens)]

    def numbers(self, texts: Sequence[str]) -> list[int]:
        """The numbers of strings."""
        different = list(dict.fromkeys(texts))
        known = dict(zip(different, ids(different).tolist(), strict=True))
        known |= {text: self.symbols[text] for text in known.keys() & self.symbols.keys()}
        return [known[text] for text in texts]

    def normal(self, tokens: Sequence[Token]) -> list[str]:
        """The normal forms of words."""
        numbers = self.numbers([text for text, _, _ in tokens])
        return [
            norm or self.norms.get(number) or self.signs.get(text) or text.lower()
            for (text, norm, _), number in zip(tokens, numbers, strict=True)
        ]


def features_of(tokens: Sequence[Token], columns: Sequence[str], strings: Strings) -> Ids:
    """What the network reads of words (n, columns); the model says in which order."""
    read = [(strings.rare.get(text, text), norm, blank) for text, norm, blank in tokens]
    texts = [text for text, _, _ in read]
    made: dict[str, Sequence[int]] = {
        "NORM": strings.numbers(strings.normal(read)),
        "PREFIX": strings.numbers([text[0] for text in texts]),
        "SUFFIX": strings.numbers([text[-ENDING:] for text in texts]),
        "SHAPE": strings.numbers([_shape(text) for text in texts]),
        "SPACY": [blank for _, _, blank in tokens],
        "IS_SPACE": [text.isspace() for text in texts],
    }
    return np.array([made[name] for name in columns], np.uint64).T


def _shape(word: str) -> str:
    """What kinds of letters a word is made of: "Xxxxx" for "Ukraine", "d-xxxx" for "3-month"."""
    if len(word) >= LONG:
        return "LONG"
    kinds = ((("X" if c.isupper() else "x") if c.isalpha() else "d" if c.isdigit() else c) for c in word)
    return "".join(kind for _, run in groupby(kinds) for kind in islice(run, REPEATED))
