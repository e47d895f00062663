"""Who held which office when something happened: who governed then acts as one who governs, whoever he is now."""

from dataclasses import replace

from sayso.lexicon import Lexicon
from sayso.model import Event, Party, When


class Offices:
    """The offices of the listed persons of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the persons by their names."""
        self._names = lexicon.names

    def then(self, event: Event) -> Event:
        """The event with its parties in the offices that they held on its day, where the text tells that day."""
        when = event.time
        if when is None or when.start is None or when.basis not in ("stated", "relative"):
            return event
        actors, recipients = (tuple(self._held(p, when) for p in side) for side in (event.actors, event.recipients))
        return event if (actors, recipients) == (event.actors, event.recipients) else replace(event, actors=actors, recipients=recipients)

    def _held(self, party: Party, when: When) -> Party:
        """A party as of a day; as it is where it is no listed person, held no office then, or changed it meanwhile."""
        if party.entity is None:
            return party
        owners = (n.entity for n in self._names.get(party.name, ()) if n.entity.id == party.entity and n.entity.kind == "person")
        person = next(owners, None)
        if person is None:
            return party
        days = [d for d in (when.start, when.end) if d and any(t.holds(d) for t in person.terms)]
        if not days or any(person.on(d) != person.on(days[0]) for d in days):
            return party
        return replace(party, sectors=person.on(days[0]), country=person.country_on(days[0]))
