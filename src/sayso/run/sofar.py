"""How far a run has come: what became of the reports read so far, and a digest by which they are known again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from itertools import islice
from typing import Any

from sayso.errors import InputError
from sayso.model import Report
from sayso.run.step import Aside, Done, mark

COUNTS = ("read", "coded", "events", "foreign", "empty", "aside")
NAMED = 1000  # reports set aside whose reasons are kept; of more only the number


@dataclass(slots=True)
class Sofar:
    """Reports that were read, coded, passed over as in another language or empty, and set aside; events; and the `chain` of all marks.

    `reasons` tells why reports were set aside, for the first of them.
    """

    read: int = 0
    coded: int = 0
    events: int = 0
    foreign: int = 0
    empty: int = 0
    aside: int = 0
    reasons: list[Aside] = field(default_factory=list)
    chain: str = ""

    def add(self, done: Done) -> None:
        """Count what a batch became."""
        self.read += len(done.marks)
        self.coded += done.coded
        self.events += done.events
        self.foreign += sum(bool(p.language) for p in done.passed)
        self.empty += sum(not p.language for p in done.passed)
        self.aside += len(done.aside)
        self.reasons += done.aside[: NAMED - len(self.reasons)]
        self.chain = chained(self.chain, done.marks)

    def to_dict(self) -> dict[str, Any]:
        """As the journal has it."""
        counts = {name: getattr(self, name) for name in COUNTS}
        return {**counts, "reasons": [asdict(one) for one in self.reasons], "chain": self.chain}

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> "Sofar":
        """What a journal tells."""
        counts = {name: int(value[name]) for name in COUNTS}
        return cls(**counts, reasons=[Aside(**one) for one in value["reasons"]], chain=str(value["chain"]))

    def after(self, reports: Iterable[Report]) -> Iterator[Report]:
        """The reports that come after those so far.

        Raises:
            InputError: those before are not the ones that were read.
        """
        stream = iter(reports)
        before = [mark(report) for report in islice(stream, self.read)]
        if chained("", before) != self.chain:
            raise InputError(f"can't be resumed: the first {self.read:,} reports are no longer those that were coded; run without --resume")
        return stream


def chained(chain: str, marks: Iterable[bytes]) -> str:
    """The digest of all marks so far with some more."""
    for one in marks:
        chain = blake2b(bytes.fromhex(chain) + one, digest_size=16).hexdigest()
    return chain
