"""A run's receipt held against what is there: the files that it names, its counts, and the quotations of its events."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sayso.cli.checking import checked
from sayso.cli.sources import Sources
from sayso.cli.tally import Tally
from sayso.export.rows import rows
from sayso.model import Report
from sayso.run.inputs import given
from sayso.run.manifest import Manifest, is_manifest
from sayso.run.packing import digested

Found = Iterator[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Receipt:
    """A manifest and where it lies; its outputs lie beside it."""

    path: Path
    manifest: Manifest

    @classmethod
    def at(cls, name: str) -> "Receipt | None":
        """The receipt in a file; None where it is something else.

        Raises:
            InputError: it is damaged.
        """
        path = Path(name)
        return cls(path, Manifest.read(path)) if is_manifest(path) else None

    def checked(self, sources: Sources, tally: Tally, known: frozenset[str] | None) -> Found:
        """Where something is wrong, and what. Reports may be given where the inputs that it names are no longer there."""
        yield from self._counts()
        sound = True
        for output in self.manifest.outputs:
            for told in self._output(output):
                sound = False
                yield str(self.path.parent / output["name"]), told
        changed = list(self._inputs(tally))
        yield from changed
        if not sources.paths and not changed:
            sources = self._sources(sources)
        if unchecked := self._unchecked(sources, sound=sound):
            tally.notice(f"{self.path}: the quotations were not checked: {unchecked}")
        else:
            for output in self.manifest.outputs:
                yield from checked(str(self.path.parent / output["name"]), Passing(sources.read(tally)), tally, known)

    def _unchecked(self, sources: Sources, *, sound: bool) -> str | None:
        """Why the quotations can't be checked; None where they can."""
        if not sound:
            return "the events are not those that the run wrote"
        if self.manifest.settings.get("format") != "jsonl":
            return "only JSONL has all of them"
        return None if sources.paths else "the reports are not there as they were coded; name them: sayso verify MANIFEST REPORTS"

    def _counts(self) -> Found:
        manifest = self.manifest
        counted = sum(manifest.reports[name] for name in ("coded", "foreign", "empty", "aside"))
        if counted != manifest.reports["read"]:
            yield str(self.path), f"{manifest.reports['read']:,} reports were read, and {counted:,} accounted for"
        expected = manifest.reports["coded"] if manifest.command == "annotate" else manifest.events
        if (written := sum(output["rows"] for output in manifest.outputs)) != expected:
            yield str(self.path), f"{expected:,} were to be written, and {written:,} are"

    def _output(self, output: Any) -> Iterator[str]:
        file = self.path.parent / output["name"]
        if not file.is_file():
            yield "is not there"
            return
        there = digested(file)
        if there != {name: output[name] for name in there}:
            yield f"is not what the run wrote: {there['bytes']:,} bytes with SHA-256 {there['sha256'][:12]}, not {output['sha256'][:12]}"
        elif (count := rows(file, self.manifest.settings["format"])) != output["rows"]:
            yield f"has {count:,} rows, not {output['rows']:,}"

    def _inputs(self, tally: Tally) -> Found:
        for one in self.manifest.inputs:
            (now,) = given([one["name"]])
            if one["sha256"] is None or now.sha256 is None:
                tally.notice(f"{one['name']}: is not there to be checked")
            elif now.to_dict() != one:
                yield one["name"], "is no longer what was coded"

    def _sources(self, sources: Sources) -> Sources:
        """The inputs of the run, read as it read them; none where they can't be read again."""
        manifest = self.manifest
        if not all(one["sha256"] and given([one["name"]])[0].sha256 for one in manifest.inputs):
            return sources
        asked = manifest.settings
        columns = [f"{key}={name}" for key, name in asked["columns"].items()]
        names = [one["name"] for one in manifest.inputs]
        return replace(sources, paths=names, published=asked["published"], publisher=asked["publisher"], columns=columns)


class Passing:
    """Texts by the id of their report, as they pass: events come in the order of their reports, so only one need be held."""

    def __init__(self, reports: Iterator[Report]) -> None:
        """Take the reports, in the order in which they were coded."""
        self._reports = reports
        self._held: Report | None = None

    def get(self, key: str, default: list[str], /) -> list[str]:
        """The text of the report of that id, from here on."""
        while self._held is None or self._held.id != key:
            self._held = next(self._reports, None)
            if self._held is None:
                return default
        return [self._held.text]
