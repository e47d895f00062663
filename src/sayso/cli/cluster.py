"""`sayso code --engine ray`: a folder of Parquet files, parted by month, written by many machines; and its receipt."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any, NoReturn

import typer

from sayso.cli.options import maker_for, settings_of
from sayso.cli.progress import Bar, wanted
from sayso.cli.sources import Sources, columns_of
from sayso.cli.tally import Tally
from sayso.cli.terminal import say
from sayso.export.partitions import got, put, rendered
from sayso.run.cluster import Job, on_ray
from sayso.run.inputs import given
from sayso.run.manifest import Manifest
from sayso.run.shards import Reading, Receipt, done_before, shards
from sayso.run.step import Step
from sayso.run.version import versions

MANIFEST = "_manifest.json"
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterWork:
    """What the user asked for."""

    sources: Sources
    out: str
    address: str | None
    shard_size: float
    patience: float
    knowledge: list[str] | None
    resume: bool
    least: float
    quiet: bool
    debug: bool

    def run(self, context: typer.Context) -> NoReturn:
        """Do it, and leave with the exit code that was earned."""
        begun = datetime.now(UTC)
        settings = settings_of(debug=self.debug, knowledge=self.knowledge)
        version = versions(settings)
        asked = {"format": "parquet", **self.sources.told, "knowledge": [path.name for path in settings.knowledge]}
        asked |= {"min_confidence": self.least} if self.least else {}
        run = hashlib.sha256(json.dumps([version, asked]).encode()).hexdigest()[:16]
        listed = shards(self.sources.paths, int(self.shard_size * MEGABYTE))
        before = done_before(listed, self.out, run)
        if not self.resume and (before or got(self.out, MANIFEST)):
            raise typer.BadParameter("holds events already; --resume goes on with their run, or name another folder", param_hint="--out")
        bar = Bar(lambda: len(listed), shown=wanted(quiet=self.quiet), doing="pieces")
        tally = Tally(partial(_said, bar), quiet=self.quiet)
        job = Job(
            step=Step(maker_for(context, settings), whole=False, least=self.least, render=rendered, strict=self.debug),
            reading=Reading(self.sources.published, self.sources.publisher, columns_of(self.sources.columns)),
            out=self.out, run=run, patience=self.patience,
        )  # fmt: skip
        receipts = dict(before)
        with bar:
            for receipt in on_ray([one for one in listed if one.name not in before], job, address=self.address):
                receipts[receipt.shard] = receipt
                bar.done(reports=len(receipts), events=0)
        found = [receipts[one.name] for one in listed]
        ended = datetime.now(UTC)
        manifest = self._manifest(str(context.info_name), version, asked, found, (begun, ended))
        put(self.out, MANIFEST, manifest.to_json())
        self._tell(tally, found)
        if not self.quiet:
            say(tally.closing((ended - begun).total_seconds()))
        raise typer.Exit(tally.exit_code)

    def _tell(self, tally: Tally, receipts: list[Receipt]) -> None:
        """Count what became of all reports, and name what failed."""
        for receipt in receipts:
            for failure in receipt.failures:
                say(f"sayso: {failure}")
            for aside in receipt.sofar.reasons:
                say(f"sayso: {aside.id}: set aside: {aside.reason}")
            tally.add(receipt.sofar, failed=receipt.failed, renamed=receipt.renamed)

    def _manifest(
        self, command: str, version: dict[str, str], asked: dict[str, Any], receipts: list[Receipt], times: tuple[datetime, datetime]
    ) -> Manifest:
        counts = {name: sum(getattr(r.sofar, name) for r in receipts) for name in ("read", "coded", "foreign", "empty", "aside")}
        begun, ended = times
        return Manifest(
            command=command,
            version=version,
            settings=asked,
            how={"engine": "ray", "address": self.address, "pieces": len(receipts), "patience": self.patience},
            inputs=tuple(one.to_dict() for one in given(self.sources.paths)),
            outputs=tuple(output for r in receipts for output in r.outputs),
            reports={**counts, "renamed": sum(r.renamed for r in receipts)},
            events=sum(r.sofar.events for r in receipts),
            failed=sum(r.failed for r in receipts),
            failures=tuple(f for r in receipts for f in r.failures)[:1000],
            aside=tuple({"id": a.id, "reason": a.reason} for r in receipts for a in r.sofar.reasons)[:1000],
            begun=begun.isoformat(timespec="seconds"),
            ended=ended.isoformat(timespec="seconds"),
            seconds=round((ended - begun).total_seconds(), 1),
            sessions=1,
        )


def _said(bar: Bar, text: str) -> None:
    with bar.paused():
        say(text)
