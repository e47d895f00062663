"""Networks of actors with time, GEXF 1.2 and GraphML: who acts towards whom, an edge a type, with the days on which it does.

What is held in memory grows with the actors, pairs and days told of, not with the events.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from xml.sax.saxutils import escape, quoteattr

from sayso.export.actor import country_name
from sayso.export.days import day, iso, last_day
from sayso.export.layout import Job, Layout
from sayso.export.table import BREAKS
from sayso.lexicon.foreign import Foreign
from sayso.model import Event, Party

Key = tuple[str, str, str]
ILLEGAL = dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd")
NODE = {"country": "string", "sectors": "string", "identified": "boolean"}
EDGE = {"type": "string", "events": "integer", "score": "double", "first": "string", "last": "string"}


@dataclass(slots=True)
class Tie:
    """What one actor does to another, of one type: how often, with what scores in sum, on which stretches of days."""

    events: int = 0
    score: float = 0.0
    days: set[tuple[str, str]] = field(default_factory=set)

    def attributes(self, kind: str) -> dict[str, str]:
        """The values of an edge; the score is the mean."""
        first = min((begin for begin, _ in self.days), default="")
        last = max((end for _, end in self.days), default="")
        return {"type": kind, "events": str(self.events), "score": f"{self.score / self.events:g}", "first": first, "last": last}

    def spells(self) -> list[tuple[str, str]]:
        """The stretches of days in order, those that touch or overlap made one."""
        merged: list[tuple[str, str]] = []
        for begin, end in sorted(self.days):
            if merged and begin <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((begin, end))
        return merged


@dataclass(slots=True)
class Network:
    """Nodes by identifier, ties by actor, recipient and type."""

    nodes: dict[str, Party] = field(default_factory=dict)
    ties: dict[Key, Tie] = field(default_factory=lambda: defaultdict(Tie))


def node(party: Party) -> str:
    """Who a party is: its entity, else country and sectors, else its name."""
    return party.entity or ("-".join((party.country or "", *party.sectors)).strip("-") if party.country else party.name) or party.text


def network(events: Iterable[Event], job: Job) -> Network:
    """The network of all events that have an actor and a recipient."""
    found = Network()
    for event in events:
        if not event.actors or not event.recipients:
            job.notes.changed["events without actor or recipient make no edge"] += 1
        for actor, recipient in product(event.actors, event.recipients):
            _add(found, event, actor, recipient)
    job.notes.rows = len(found.ties)
    return found


def _add(found: Network, event: Event, actor: Party, recipient: Party) -> None:
    ends = node(actor), node(recipient)
    for identifier, party in zip(ends, (actor, recipient), strict=True):
        found.nodes.setdefault(identifier, party)
    tie = found.ties[*ends, event.type]
    tie.events += 1
    tie.score += event.score
    if begin := iso(day(event)):
        tie.days.add((begin, iso(last_day(event))))


def label(party: Party, foreign: Foreign) -> str:
    """The name of an entity; for parties that share a country and sectors, and have many names, these: `Kenya (COP)`."""
    if party.entity or not party.country:
        return party.name or party.text
    sectors = ", ".join(party.sectors)
    return country_name(party.country, foreign) + (f" ({sectors})" if sectors else "")


def _gexf(events: Iterable[Event], job: Job) -> Iterator[bytes]:
    found = network(events, job)
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    yield b'<graph mode="dynamic" timeformat="date" defaultedgetype="directed">\n'
    yield _declared("node", NODE) + _declared("edge", EDGE) + b"<nodes>\n"
    for identifier, party in found.nodes.items():
        values = _values(NODE, _about(party))
        yield _line(f"<node id={_quoted(identifier)} label={_quoted(label(party, job.foreign))}>{values}</node>")
    yield b"</nodes>\n<edges>\n"
    for n, ((source, target, kind), tie) in enumerate(found.ties.items()):
        spells = "".join(f'<spell start="{begin}" end="{end}"/>' for begin, end in tie.spells())
        ends = f'id="{n}" source={_quoted(source)} target={_quoted(target)} label={_quoted(kind)} weight="{tie.events}"'
        whole = f"<spells>{spells}</spells>" if spells else ""
        yield _line(f"<edge {ends}>{_values(EDGE, tie.attributes(kind))}{whole}</edge>")
    yield b"</edges>\n</graph>\n</gexf>\n"


def _declared(owner: str, attributes: Mapping[str, str]) -> bytes:
    inside = "".join(f'<attribute id="{name}" title="{name}" type="{kind}"/>' for name, kind in attributes.items())
    return _line(f'<attributes class="{owner}" mode="static">{inside}</attributes>')


def _values(declared: Mapping[str, str], values: Mapping[str, str]) -> str:
    return "<attvalues>" + "".join(f'<attvalue for="{name}" value={_quoted(values[name])}/>' for name in declared) + "</attvalues>"


def _graphml(events: Iterable[Event], job: Job) -> Iterator[bytes]:
    found = network(events, job)
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    keys = [("node", name, kind) for name, kind in {"label": "string", **NODE}.items()]
    keys += [("edge", name, kind) for name, kind in {**EDGE, "weight": "integer", "spells": "string"}.items()]
    for owner, name, kind in keys:
        yield _line(f'<key id="{owner}-{name}" for="{owner}" attr.name="{name}" attr.type="{kind.replace("integer", "int")}"/>')
    yield b'<graph edgedefault="directed">\n'
    for identifier, party in found.nodes.items():
        data = _data("node", {"label": label(party, job.foreign), **_about(party)})
        yield _line(f"<node id={_quoted(identifier)}>{data}</node>")
    for n, ((source, target, kind), tie) in enumerate(found.ties.items()):
        spells = " ".join(f"{begin}/{end}" for begin, end in tie.spells())
        data = _data("edge", {**tie.attributes(kind), "weight": str(tie.events), "spells": spells})
        yield _line(f'<edge id="{n}" source={_quoted(source)} target={_quoted(target)}>{data}</edge>')
    yield b"</graph>\n</graphml>\n"


def _data(owner: str, values: Mapping[str, str]) -> str:
    return "".join(f'<data key="{owner}-{name}">{escape(_legal(value))}</data>' for name, value in values.items())


def _about(party: Party) -> dict[str, str]:
    return {"country": party.country or "", "sectors": "; ".join(party.sectors), "identified": str(party.identified).lower()}


def _quoted(text: str) -> str:
    return quoteattr(_legal(text))


def _legal(text: str) -> str:
    """The text without characters that XML refuses."""
    return BREAKS.sub(" ", text).translate(ILLEGAL)


def _line(text: str) -> bytes:
    return (text + "\n").encode()


CARRIES = frozenset({"further actors", "further recipients", "identifiers of entities", "names of parties", "stretch of days"})
MISSING = ("date", "actor", "recipient")
REMARKS = (
    "An edge is all events of one type from one node to another: `events` counts them, `score` is their mean, spells are their days.",
    "A node is an entity; parties that are no listed entity share a node by country and sectors, or by name where no country is known.",
)
GEXF = Layout(name="gexf", label="actor network, GEXF 1.2", write=_gexf, carries=CARRIES, missing=MISSING, remarks=REMARKS)
GRAPHML = Layout(name="graphml", label="actor network, GraphML", write=_graphml, carries=CARRIES, missing=MISSING, remarks=REMARKS)
