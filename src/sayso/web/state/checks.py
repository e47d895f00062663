"""What corrections made at the desk are checked against: types and codes of the lexicon, read when first needed."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any, get_args

from sayso.lexicon.gazetteer import Gazetteer, Spot
from sayso.lexicon.lexicon import gathered
from sayso.lexicon.schema import SECTORS
from sayso.settings import Settings
from sayso.store import View
from sayso.store.corrected.codes import Codes
from sayso.store.corrected.propose import Proposer
from sayso.web.state.roster import Roster

Kinds = Mapping[str, Mapping[str, Any]]
KEPT = ("type", "label", "definition", "quad", "score", "cameo", "modes")


class Checks:
    """Event types by name with their modes, and the codes that there are."""

    def __init__(self, settings: Settings) -> None:
        """Take where the lexicon is; nothing is read yet."""
        self._settings, self._lock = settings, Lock()

    @property
    def kinds(self) -> Kinds:
        """Event types: label, definition, quad, score, CAMEO code and modes of each."""
        return self._found[0]

    @property
    def codes(self) -> Codes:
        """Countries, sectors, contexts and places."""
        return self._found[1]

    def proposer(self, view: View) -> Proposer:
        """Makes corrections that hold to them."""
        return Proposer(view, self.kinds, self.codes)

    @property
    def roster(self) -> Roster:
        """Persons, bodies and countries by name."""
        return self._found[2]

    @property
    def _found(self) -> tuple[Kinds, Codes, Roster]:
        with self._lock:
            return self._read

    @cached_property
    def _read(self) -> tuple[Kinds, Codes, Roster]:
        _, data = gathered(cache=self._settings.cache, knowledge=tuple(map(Path, self._settings.knowledge)))
        kinds = {kind["type"]: {name: kind[name] for name in KEPT} for kind in data["events"]}
        countries, contexts = ({one[key] for one in data[name]} for name, key in (("countries", "code"), ("contexts", "name")))
        roster = Roster(data)
        codes = Codes(frozenset(countries), frozenset(get_args(SECTORS)), frozenset(contexts), Places().find, roster.party)
        return kinds, codes, roster


class Places:
    """The gazetteer, one look-up at a time: its file is read by whichever thread asks."""

    def __init__(self) -> None:
        """Open nothing yet."""
        self._lock = Lock()

    def find(self, name: str) -> tuple[Spot, ...]:
        """All places of a name, the most populous first."""
        with self._lock:
            return Gazetteer().find(name)
