"""`sayso knowledge refresh`: office-holders from Wikidata, for review."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.options import Debug, Knowledge, Quiet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.ingest.wikidata import Office, Wikidata
    from sayso.lexicon.knowledge.difference import Told
    from sayso.lexicon.read import Data

EXAMPLES = """\b
Examples:
  sayso knowledge refresh review/ --country PER --country CHL --contact me@example.org
  sayso knowledge refresh review/ --all --since 2015 --contact me@example.org

\b
Exit codes: 0 done; 1 some countries failed (run it again: it goes on where it stopped); 2 wrong usage.
"""


def refresh(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to write: XXX.yaml, XXX.diff, and the answers in .answers/.")],
    *,
    contact: Annotated[str, typer.Option("--contact", metavar="ADDRESS", help="Where the service's operators reach you.")],
    country: Annotated[
        list[str] | None, typer.Option("--country", metavar="XXX", help="ISO 3166-1 alpha-3; may be given more than once.")
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="All countries that the lexicon knows.")] = False,
    since: Annotated[int, typer.Option("--since", metavar="YEAR", help="Leave out offices that ended before.", min=1900)] = 2000,
    again: Annotated[bool, typer.Option("--again", help="Ask anew for countries that are done.")] = False,
    endpoint: Annotated[str | None, typer.Option("--endpoint", metavar="URL", help="Another SPARQL service.")] = None,
    pause: Annotated[float, typer.Option("--pause", metavar="SECONDS", help="Between two questions.", min=0)] = 2.0,
    knowledge: Knowledge = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001 - read by the guard
) -> None:
    """Ask Wikidata for office-holders, and write what differs.

    One polite question a country, kept, so that it goes on where it stopped. Nothing is used before you have read the differences and
    given the folder as --knowledge. Wikidata's data are CC0. Nothing else asks the network for knowledge.
    """
    import os

    from sayso.cli.terminal import say
    from sayso.ingest.wikidata import ENDPOINT, Wikidata
    from sayso.lexicon.lexicon import gathered
    from sayso.settings import Settings

    settings = Settings.from_environment(os.environ, knowledge=knowledge or ())
    _, data = gathered(cache=settings.cache, knowledge=settings.knowledge)
    wanted = _wanted(country or [], [entry["code"] for entry in data["countries"]], everything=all_)
    review = _Review(folder, data, since)
    failed = review.run(wanted, Wikidata(contact=contact, endpoint=endpoint or ENDPOINT, pause=pause), again=again, quiet=quiet)
    say(f"{folder}: {len(wanted) - failed} countries · {review.changed} persons differ" + (f" · {failed} failed" if failed else ""))
    raise typer.Exit(1 if failed else 0)


def _wanted(given: list[str], known: list[str], *, everything: bool) -> list[str]:
    if everything == bool(given):
        raise typer.BadParameter("give --country XXX, or --all", param_hint="--country")
    for code in given:
        if code.upper() not in known:
            raise typer.BadParameter(f"no country {code!r}; codes are ISO 3166-1 alpha-3, such as PER", param_hint="--country")
    return known if everything else list(dict.fromkeys(code.upper() for code in given))


class _Review:
    """A folder in which answers are kept and differences written."""

    def __init__(self, folder: Path, data: "Data", since: int) -> None:
        from sayso.lexicon.knowledge.offices import offices_of

        self.folder, self.data, self.since, self.changed = folder, data, since, 0
        self.offices = offices_of(data)

    def run(self, countries: list[str], service: "Wikidata", *, again: bool, quiet: bool) -> int:
        """Country by country; how many failed."""
        from sayso.cli.portion import Portion

        failed = 0
        try:
            with Portion(len(countries), "asking", quiet=quiet, step=1) as bar:
                for code in countries:
                    failed += not self.done(code, service, again=again, tell=bar.say)
                    bar.add(1)
        finally:
            service.close()
        return failed

    def done(self, code: str, service: "Wikidata", *, again: bool, tell: Any) -> bool:
        """One country: ask, unless that was done, and write; False where it failed."""
        from sayso.errors import InputError

        if (self.folder / f"{code}.diff").exists() and not again:
            return True
        try:
            self._write(code, *self._answer(code, service, again=again))
        except InputError as error:
            tell(str(error))
            return False
        return True

    def _answer(self, code: str, service: "Wikidata", *, again: bool) -> tuple[dict[str, Any], str]:
        """The answer for a country and its day, kept from before or asked for now."""
        import json
        from datetime import UTC, datetime

        from sayso.cli.output import opened

        kept = self.folder / ".answers" / f"{code}.json"
        if kept.exists() and not again:
            found = json.loads(kept.read_bytes())
            return found["answer"], found["day"]
        answer, day = service.answer(code, self.since), datetime.now(UTC).date().isoformat()
        kept.parent.mkdir(parents=True, exist_ok=True)
        with opened(str(kept)) as write:
            write(json.dumps({"day": day, "answer": answer}))
        return answer, day

    def _write(self, code: str, answer: dict[str, Any], day: str) -> None:
        from sayso.cli.output import opened
        from sayso.ingest.wikidata import offices
        from sayso.lexicon.knowledge.difference import difference
        from sayso.lexicon.knowledge.write import as_yaml

        found = difference(_told(offices(answer, code)), code, self.data, self.offices, day)
        heading = f"{code}: {len(found.entries)} persons differ from the lexicon; Wikidata (CC0), {day}"
        for ending, text in ((".yaml", as_yaml(found.entries, heading)), (".diff", "\n".join([heading, *found.lines]) + "\n")):
            with opened(str(self.folder / f"{code}{ending}")) as write:
                write(text)
        self.changed += len(found.entries)


def _told(offices: "Iterable[Office]") -> "Iterator[Told]":
    """Persons with all their offices, in the order in which they are first told of."""
    from sayso.lexicon.knowledge.difference import Held, Told

    persons: dict[str, list[Office]] = {}
    for office in offices:
        persons.setdefault(office.qid, []).append(office)
    for qid, held in persons.items():
        terms = dict.fromkeys(Held(office.role, office.start, office.end) for office in held)
        yield Told(qid, held[0].name, held[0].aliases, held[0].gender, tuple(terms))
