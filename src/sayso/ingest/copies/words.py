"""A report's wording as numbers that can be compared: runs of words outside quotations, and the words that carry its facts."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import blake2b
from zlib import crc32

RUN = 5  # words: shorter runs are common phrases, longer ones break at every edit
LEAST_RUNS = 12
COMPARED = 1_000_000  # characters of a text that are compared, many times what any report has
STEM = 6  # letters: enough to tell words apart, few enough to forgive endings
WORD = re.compile(r"\w+(?:['’]\w+)?")
NUMBER = re.compile(r"\d[\d,.]*")
# What was said at a press conference is the speaker's, not a reporter's: everyone quotes it in the same words.
QUOTATION = re.compile(r'“[^”]{3,600}”|"[^"]{3,600}"|(?<!\w)‘[^’]{12,600}’(?!\w)')


@dataclass(frozen=True, slots=True)
class Wording:
    """What is compared of a report.

    `runs` are hashes of all runs of five words, outside quotations where enough is left; `facts` hashes of the stems of its
    content words; `numbers` the numbers that it gives; `digest` names the normalised text.
    """

    digest: str
    runs: frozenset[int]
    facts: frozenset[int]
    numbers: frozenset[str]


def wording(text: str, function_words: Collection[str] = ()) -> Wording:
    """The wording of a text; case, punctuation and layout don't count, and of a very long one only its first million characters.

    The digest is of all.
    """
    text, rest = text[:COMPARED], text[COMPARED:]
    plain = [word.lower() for word in WORD.findall(text)]
    own = _runs(QUOTATION.sub(" … ", text))
    return Wording(
        digest=blake2b((" ".join(plain) + rest).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest(),
        runs=own if len(own) >= LEAST_RUNS else _runs(text),
        facts=frozenset(_hash(word[:STEM]) for word in plain if _tells(word, function_words)),
        numbers=frozenset(found.strip(",.").replace(",", "") for found in NUMBER.findall(text)),
    )


def _runs(text: str) -> frozenset[int]:
    """Hashes of every run of words; none reaches over a gap that a quotation left."""
    found: set[int] = set()
    for part in text.split("…"):
        words = [word.lower() for word in WORD.findall(part)]
        found.update(_hash(" ".join(words[at : at + RUN])) for at in range(len(words) - RUN + 1))
    return frozenset(found)


def _tells(word: str, function_words: Collection[str]) -> bool:
    return (len(word) > 3 or word[0].isdigit()) and word not in function_words


def _hash(words: str) -> int:
    return crc32(words.encode("utf-8", "surrogatepass"))
