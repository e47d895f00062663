"""Origins and incidents of a database, brought up to date after it was written."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.cli.progress import Bar
    from sayso.store import Writer


def gathered(writer: "Writer", *, quiet: bool) -> str:
    """Find the origins of new reports and the incidents of new events; what was done, in words. Empty where nothing was to be done."""
    import os

    from sayso.cli.progress import Bar, wanted
    from sayso.ingest.copies import Credits
    from sayso.ingest.copies.newcomers import Reader
    from sayso.lexicon.incident import rules
    from sayso.lexicon.lexicon import gathered as known
    from sayso.run.gather import gather
    from sayso.run.originate import originate
    from sayso.settings import Settings

    if not writer.drafted(lambda gathering: gathering.anything()).made:
        return ""
    settings = Settings.from_environment(os.environ)
    _, data = known(cache=settings.cache, knowledge=settings.knowledge)
    reader = Reader(Credits.from_lexicon(data), frozenset(data["cues"]["layout"]["function_words"]))
    with Bar(lambda: None, shown=wanted(quiet=quiet), doing="comparing") as bar:
        originate(writer, reader, told=_counter(bar))
    with Bar(lambda: None, shown=wanted(quiet=quiet), doing="gathering", counted="events") as bar:
        done = gather(writer, rules(cache=settings.cache, knowledge=settings.knowledge), told=_counter(bar))
    return f"{done.written:,} incidents written, {done.gone:,} gone" if done.steps else ""


def _counter(bar: "Bar") -> "Callable[[int], None]":
    """Adds up what it is told, and shows the sum."""
    total = [0]

    def add(count: int) -> None:
        total[0] += count
        bar.done(reports=total[0], events=0)

    return add
