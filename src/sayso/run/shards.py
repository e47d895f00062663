"""Pieces of a large run, each done by itself on whatever machine: read some files, code them, write their events, leave a receipt.

Doing one again writes the same files under the same names; so one that was lost with its machine is simply done anew.
"""

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from sayso.errors import InputError, SaysoError
from sayso.export.partitions import Partitions, digest, got, put
from sayso.ingest import read
from sayso.ingest.dates import day
from sayso.ingest.remote import measured
from sayso.ingest.walk import files_in, is_remote
from sayso.model import Report
from sayso.run.sofar import Sofar
from sayso.run.step import Done

RECEIPTS = "_receipts"
HANDFUL = 32  # reports of a large file that follow each other in a part
NAMED = 1000  # failures of a piece that are named
Results = Callable[[Iterable[Report]], Iterator[Done]]


@dataclass(frozen=True, slots=True)
class Shard:
    """Some files, or of a large one every `parts`-th handful of reports, counted from `part`."""

    files: tuple[str, ...]
    bytes: int
    part: int = 0
    parts: int = 1

    @property
    def name(self) -> str:
        """The name of what is made of it: the same for the same files."""
        told = json.dumps([self.files, self.bytes, self.part, self.parts]).encode()
        return f"events-{blake2b(told, digest_size=8).hexdigest()}"

    def mine(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Those of the files' reports that belong to it."""
        return (report for number, report in enumerate(reports) if number // HANDFUL % self.parts == self.part)


@dataclass(frozen=True, slots=True)
class Reading:
    """How reports are read: what holds for those that don't say it themselves, and what their keys are called."""

    published: str | None = None
    publisher: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a piece: counts, failures, and the files that were written. `run` is the digest of the run it belongs to."""

    shard: str
    run: str
    sofar: Sofar
    renamed: int
    failed: int
    failures: tuple[str, ...]
    outputs: tuple[Mapping[str, Any], ...]

    def to_json(self) -> str:
        """As it is left beside the events."""
        told = {name: getattr(self, name) for name in ("shard", "run", "renamed", "failed", "failures", "outputs")}
        return json.dumps({**told, "sofar": self.sofar.to_dict()}) + "\n"

    @classmethod
    def from_json(cls, text: str) -> "Receipt":
        """What was left."""
        value = json.loads(text)
        sofar, failures, outputs = Sofar.from_dict(value.pop("sofar")), tuple(value.pop("failures")), tuple(value.pop("outputs"))
        return cls(sofar=sofar, failures=failures, outputs=outputs, **value)


def shards(paths: Iterable[str], size: int) -> list[Shard]:
    """The pieces of what the user named: small files together, up to `size` bytes, large ones in parts.

    Raises:
        InputError: something that is named is not there, or can't be read by every machine.
    """
    made: list[Shard] = []
    together: list[str] = []
    held = 0
    for name, count in (pair for path in paths for pair in _files(path)):
        if count > size:
            parts = math.ceil(count / size)
            made += [Shard((name,), count, part, parts) for part in range(parts)]
            continue
        if together and held + count > size:
            made.append(Shard(tuple(together), held))
            together, held = [], 0
        together.append(name)
        held += count
    return [*made, Shard(tuple(together), held)] if together else made


def coded(shard: Shard, reading: Reading, results: Results, out: str, run: str) -> Receipt:
    """Code a piece, write its events into the folder, and leave a receipt there."""
    failures: list[str] = []
    renamed: list[str] = []
    reports = read(
        shard.files,
        published=day(reading.published) if reading.published else None,
        publisher=reading.publisher,
        columns=reading.columns,
        on_failure=lambda error: failures.append(str(error)),
        on_renamed=renamed.append,
    )
    events, sofar = Partitions(out, shard.name), Sofar()
    for done in results(shard.mine(reports)):
        events.write(done.text)
        sofar.add(done)
    outputs = tuple({**file, **digest(out, file["name"])} for file in events.close())
    told = shard.part == 0  # each part reads the whole file, and would tell the same again
    receipt = Receipt(
        shard.name, run, sofar, len(renamed) * told, len(failures) * told, tuple(failures[:NAMED]) if told else (), outputs
    )  # fmt: skip
    put(out, f"{RECEIPTS}/{shard.name}.json", receipt.to_json())
    return receipt


def done_before(listed: Sequence[Shard], out: str, run: str) -> dict[str, Receipt]:
    """The receipts that an earlier run left, by the names of their pieces.

    Raises:
        SaysoError: that was another run.
    """
    found = {shard.name: text for shard in listed if (text := got(out, f"{RECEIPTS}/{shard.name}.json"))}
    receipts = {name: Receipt.from_json(text) for name, text in found.items()}
    if any(receipt.run != run for receipt in receipts.values()):
        raise SaysoError(f"{out}: holds events of a run with another version or other settings; name another folder with --out")
    return receipts


def _files(path: str) -> list[tuple[str, int]]:
    if is_remote(path):
        return measured(path)
    place = Path(path).resolve()
    if place.is_dir():
        return [(str(file), file.stat().st_size) for file in files_in(str(place), _raised)]
    if not place.is_file():
        raise InputError(f"{path}: is no file or folder that every machine of a cluster could read")
    return [(str(place), place.stat().st_size)]


def _raised(error: InputError) -> None:
    raise error
