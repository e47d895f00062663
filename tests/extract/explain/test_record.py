"""From matches to events: offsets into the text as given, names, identifiers, contexts, confidence."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, cast

import pytest

from sayso.extract.explain.record import happened
from sayso.model import AnnotatedReport, Event, Report, When
from sayso.model.event import Status
from sayso.run.coder import Coder

Spans = Callable[[Any], Iterator[dict[str, Any]]]
Code = Callable[..., tuple[Event, ...]]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "actor", "trigger"),
    [
        ("Russia attacked Ukraine.", "Russia", "attacked"),
        ("👩‍👩‍👧 שלום. Russia attacked Ukraine.", "Russia", "attacked"),
        ("In the past Rus\u00adsia\u00a0atta\u200bcked Ukraine.", "Rus\u00adsia", "atta\u200bcked"),
        ("It was said.\r\n\r\nRussia attacked Ukraine\r\nand left.", "Russia", "attacked"),
        ("CÃ´te dâ€™Azur is far. Russia attacked Ukraine.", "Russia", "attacked"),
        ("KYIV (AP) -- Russia attacked Ukraine.", "Russia", "attacked"),
        ("It was MacronThe end came. Russia attacked Ukraine.", "Russia", "attacked"),
    ],
)
def test_every_text_stands_where_it_is_said_to(
    annotate: Callable[..., AnnotatedReport], spans: Spans, text: str, actor: str, trigger: str
) -> None:
    found = annotate(text)
    (event,) = [e for e in found.events if e.type == "ASSAULT"]
    assert (event.actors[0].text, event.trigger.text) == (actor, trigger)
    listed = list(spans(found.to_dict()))
    assert len(listed) > 4
    assert [s["text"] for s in listed] == [text[s["start"] : s["end"]] for s in listed]


@pytest.mark.model
@pytest.mark.parametrize(("recipient", "told"), [("issue", 0), ("idea", 0), ("ritual", 1)])
def test_words_that_say_only_that_there_is_something_are_no_side(code: Code, recipient: str, told: int) -> None:
    (event,) = [e for e in code(f"Kenya condemned the {recipient} on Monday.") if e.type == "ACCUSE"]
    assert len(event.recipients) == told


@pytest.mark.model
def test_the_trigger_lies_in_the_evidence(code: Code) -> None:
    text = "It rained. Kenyan police took the two students into custody. It snowed."
    (event,) = [e for e in code(text) if e.type == "COERCE"]
    assert event.evidence.text == "Kenyan police took the two students into custody."
    assert event.evidence.covers(event.trigger.start)
    assert event.evidence.covers(event.trigger.end - 1)


@pytest.mark.model
def test_an_event_is_that_of_its_pattern(code: Code, coder: Coder) -> None:
    (event,) = code("Russia attacked Ukraine.")
    (pattern,) = [p for p in coder.lexicon.patterns if p.id == event.pattern]
    assert (event.type, event.mode, event.cameo, event.quad, event.score) == (
        *(pattern.type, pattern.mode, pattern.cameo, pattern.quad, pattern.score),
    )
    assert event.version.lexicon == coder.lexicon.digest
    assert event.report == {"id": "r", "url": None, "publisher": None, "title": None, "published": "2025-12-04"}


@pytest.mark.model
def test_identifiers(code: Code) -> None:
    text = "Russia attacked Ukraine. Russia condemned Ukraine."
    ids = [event.id for event in code(text)]
    assert len(set(ids)) == len(ids) == 2
    assert ids[0] == code(text, None)[0].id  # of text, evidence and type: not of what is known about the report
    assert ids[0] != code(text + " ")[0].id


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "context"), [("Police arrested protesters over the election in Kenya.", "election"), ("Russia attacked Ukraine.", None)]
)
def test_contexts(code: Code, text: str, context: str | None) -> None:
    found = code(text)[0].contexts
    assert list(found) == sorted(set(found))
    assert context is None or any(context[:5] in c for c in found)


@pytest.mark.model
def test_confidence_falls_where_less_is_known(code: Code) -> None:
    known, unknown = code("Russia attacked Ukraine.")[0], code("Russia attacked Zorblax.")[0]
    assert 0 <= unknown.confidence < known.confidence <= 1


@pytest.mark.model
def test_a_lone_surrogate_in_the_evidence(coder: Coder) -> None:
    (event,) = coder.code(Report("r", "Russia attacked\ud800 Ukraine."))
    assert "\ud800" in event.evidence.text


@pytest.mark.model
def test_an_office_of_long_ago_counts_half(code: Code) -> None:
    (sure,) = code("Emmanuel Macron attacked Ukraine.", published="2025-01-10")
    (doubtful,) = code("Emmanuel Macron attacked Ukraine.", published="2045-01-10")
    assert (doubtful.actors[0].entity, doubtful.actors[0].sectors) == (sure.actors[0].entity, sure.actors[0].sectors)
    assert doubtful.confidence < sure.confidence


@pytest.mark.model
@pytest.mark.parametrize(("published", "country", "sectors"), [("2000-03-01", "PRT", ("GOV",)), ("2020-03-01", None, ("IGO",))])
def test_who_serves_another_country_later(code: Code, published: str, country: str | None, sectors: tuple[str, ...]) -> None:
    (event,) = code("Guterres criticised Iraq.", published=published)
    assert (event.actors[0].country, event.actors[0].sectors) == (country, sectors)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The Indian foreign minister, Ravi Sharma, met the Kenyan president.",
        "Ravi Sharma, the foreign minister of India, met the Kenyan president.",
        "Indian Foreign Minister Ravi Sharma slept. Sharma met the Kenyan president.",
    ],
)
def test_an_unlisted_person_has_the_same_identifier_in_every_report(code: Code, text: str) -> None:
    (event,) = [e for e in code(text) if e.type == "CONSULT"]
    assert event.actors[0].entity == "x-ind-ravi-sharma"


@pytest.mark.model
def test_a_country_taken_from_context_counts_less(code: Code) -> None:
    (named,) = [e for e in code("Kenyan police arrested two Ugandan traders in Nairobi.") if e.type == "COERCE"]
    (bare,) = [e for e in code("Police arrested two Ugandan traders in Nairobi.") if e.type == "COERCE"]
    assert (bare.actors[0].country, bare.actors[0].basis) == ("KEN", "context")
    assert bare.confidence < named.confidence


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind", "sectors"),
    [
        ("Moscow condemned the arrests in Kenya.", "country", ["GOV"]),
        ("Kenya held talks with Moscow on grain.", "country", ["GOV"]),
        ("Police arrested two Kenyan traders in Moscow.", "place", []),
        ("Police arrested two Kenyan traders near Moscow.", "place", []),
    ],
)
def test_a_capital_is_a_government_or_a_place(annotate: Callable[..., AnnotatedReport], text: str, kind: str, sectors: list[str]) -> None:
    (moscow,) = [e for e in annotate(text).entities if e["text"] == "Moscow"]
    assert (moscow["kind"], moscow["sectors"], moscow["country"]) == (kind, sectors, "RUS")


@pytest.mark.parametrize(
    ("text", "actor", "words"),
    [
        ("Russian missiles hit Kharkiv.", "Russia", "Russian missiles"),
        ("Hamas rockets hit Ashdod.", "Hamas", "Hamas rockets"),
        ("A Turkish court jailed a reporter.", "A Turkish court", "Turkish court"),
    ],
)
def test_whoever_acts_by_a_thing_has_his_own_name(code: Code, text: str, actor: str, words: str) -> None:
    (event,) = code(text)
    assert (event.actors[0].name, event.actors[0].text) == (actor, words)


def test_a_thing_that_suffers_keeps_its_name(code: Code) -> None:
    (event,) = code("The US navy seized an Iranian tanker.")
    assert event.recipients[0].name == "an Iranian tanker"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("In 2019 and 2020 Russia attacked Ukraine.", ["Ukraine"]),
        ("2007 saw a sharp rise in attacks on Iraq.", ["Iraq"]),
        ("In June Ukraine launched a counteroffensive near Robotyne.", ["Robotyne"]),
    ],
)
def test_no_year_is_a_party_and_nobody_is_one_twice(code: Code, text: str, recipients: list[str]) -> None:
    for event in code(text):
        assert [p.text for p in event.recipients] == recipients
        assert not any(p.text.isdigit() for p in event.actors)


@pytest.mark.model
@pytest.mark.parametrize(
    ("status", "start", "day"),
    [
        ("occurred", "2031-01-01", "2024-05-15"),  # what has occurred is not of a day after its report
        ("occurred", "2024-05-21", "2024-05-21"),  # but for what it has called for a day of the next week
        ("occurred", "2019-03-01", "2019-03-01"),
        ("planned", "2031-01-01", "2031-01-01"),
        ("denied", "2031-01-01", "2031-01-01"),
    ],
)
def test_what_has_occurred_did_so_by_the_day_of_its_report(code: Code, status: str, start: str, day: str) -> None:
    (event,) = code("Chad attacked Togo.", published="2024-05-15")
    told = replace(event, status=cast("Status", status), time=When(start, start, "then", "stated"))
    found = happened(told).time
    assert found is not None
    assert found.start == day


@pytest.mark.model
def test_bodies_act_under_nouns_that_mean_deeds_too(code: Code) -> None:
    (found,) = code("The committee voiced support for the Kenyan president.")
    assert [actor.name for actor in found.actors] == ["committee"]


@pytest.mark.model
def test_a_report_of_the_last_day_that_can_be_written_is_coded(code: Code) -> None:
    assert [event.type for event in code("Chad attacked Togo.", published="9999-12-31")] == ["ASSAULT"]


@pytest.mark.model
def test_who_is_found_twice_in_the_same_words_stands_there_once(code: Code) -> None:
    text = "The Crown Prince (Finance Minister) of Saudi, Mohammad Bin Salman (MBS) was staying in Lima."
    actors = code(text)[0].actors
    assert len({(p.start, p.end) for p in actors}) == len(actors)
