"""One event a happening: second mentions and consumed content are taken out."""

from collections.abc import Callable
from typing import Any

import pytest

from sayso.extract.identify.memory import Referent
from sayso.extract.match.doubles import without_doubles
from sayso.extract.match.filler import Filler
from sayso.extract.match.step import Match
from sayso.extract.parse.tree import Tree

Make = Callable[..., Match]
Build = Callable[[str], Tree]
URGED = "Kenya/NNP/nsubj/urged urged/VBD/ROOT Iran/NNP/dobj/urged to/TO/aux/attack attack/VB/xcomp/urged Iraq/NNP/dobj/attack"
FIRED = "Police/NNS/nsubj/fired fired/VBD/ROOT on/IN/prep/fired marchers/NNS/pobj/on wounding/VBG/advcl/fired nine/CD/dobj/wounding"
GASSED = "Police/NNS/nsubj/used used/VBD/ROOT gas/NN/dobj/used to/TO/aux/disperse disperse/VB/xcomp/used marchers/NNS/dobj/disperse"
LAUNCHED = "Kenya/NNP/nsubj/launched launched/VBD/ROOT an/DT/det/attack attack/NN/dobj/launched on/IN/prep/attack Iraq/NNP/pobj/on"


def at(i: int, country: str | None = None) -> Filler:
    return Filler(i, i, i, Referent(country, "country", country) if country else None, "name")


@pytest.mark.parametrize(
    ("spec", "first", "second", "kept"),
    [
        # content of an asking is no event of its own
        (URGED, ("urged", {"type": "REQUEST", "consumes": True}), ("attack", {}), ["urged"]),
        (URGED, ("urged", {"type": "REQUEST"}), ("attack", {}), ["urged", "attack"]),
        # an act told twice
        (FIRED, ("fired", {}), ("wounding", {}), ["fired"]),
        (FIRED, ("fired", {}), ("wounding", {"type": "COERCE"}), ["fired", "wounding"]),
        (GASSED, ("used", {"quad": 4}), ("disperse", {"quad": 4}), ["used"]),
        (GASSED, ("used", {"quad": 1}), ("disperse", {"quad": 1}), ["used", "disperse"]),
        (LAUNCHED, ("launched", {}), ("attack", {"part": "noun"}), ["launched"]),
        (LAUNCHED, ("launched", {"type": "MOBILIZE"}), ("attack", {"part": "noun"}), ["launched", "attack"]),
    ],
)
def test_what_stays(
    tree: Build, matched: Make, spec: str, first: tuple[str, dict[str, Any]], second: tuple[str, dict[str, Any]], kept: list[str]
) -> None:
    made = tree(spec)
    matches = [matched(made, word, **changes) for word, changes in (first, second)]
    assert [made.words[m.token] for m in without_doubles(matches, made)] == kept


def test_the_longer_trigger_of_two_that_overlap(tree: Build, matched: Make) -> None:
    made = tree(LAUNCHED)
    short, long = matched(made, "launched"), matched(made, "launched", tokens=(1, 2, 3))
    assert without_doubles([short, long], made) == [long]


def test_a_second_mention_lends_whom_it_was_done_to(tree: Build, matched: Make) -> None:
    made = tree(FIRED)
    (kept,) = without_doubles([matched(made, "fired", actors=(at(0, "KEN"),)), matched(made, "wounding", recipients=(at(5, "UGA"),))], made)
    assert [f.referent and f.referent.country for f in kept.recipients] == ["UGA"]


def test_a_past_act_told_with_both_its_parties_is_kept(tree: Build, matched: Make) -> None:
    made = tree(
        "Kenya/NNP/nsubj/condemned condemned/VBD/ROOT Iran/NNP/poss/attack attack/NN/dobj/condemned on/IN/prep/attack Iraq/NNP/pobj/on"
    )
    outer = matched(made, "condemned", type="ACCUSE", consumes=True)
    inner = matched(made, "attack", part="noun", actors=(at(2, "IRN"),), recipients=(at(5, "IRQ"),))
    assert without_doubles([outer, inner], made) == [outer, inner]
    assert without_doubles([outer, matched(made, "attack", part="noun")], made) == [outer]


@pytest.mark.parametrize(("done_to", "kept"), [((), 1), ((at(2, "IRN"),), 1), ((at(4, "UGA"),), 2)])
def test_what_is_done_by_doing_it(tree: Build, matched: Make, done_to: tuple[Filler, ...], kept: int) -> None:
    made = tree("Kenya/NNP/nsubj/summoned summoned/VBD/ROOT envoy/NN/dobj/summoned to/TO/aux/protest protest/VB/xcomp/summoned")
    summoned = matched(made, "summoned", type="ACCUSE", quad=3, recipients=(at(2, "IRN"),))
    protested = matched(made, "protest", type="ACCUSE", quad=3, recipients=done_to)
    assert len(without_doubles([summoned, protested], made)) == kept


@pytest.mark.parametrize(
    ("first", "second", "done_to", "kept"),
    [
        ("firearms", None, "UGA", 1),
        ("firearms", "firearms", "UGA", 1),
        ("firearms", "beat", "UGA", 2),  # in another way
        ("firearms", None, "IRN", 2),  # to others
    ],
)
def test_one_act_told_by_two_verbs(tree: Build, matched: Make, first: str, second: str | None, done_to: str, kept: int) -> None:
    made = tree(
        "Police/NNS/nsubj/fired fired/VBD/ROOT on/IN/prep/fired marchers/NNS/pobj/on and/CC/cc/fired "
        "killed/VBD/conj/fired three/CD/dobj/killed"
    )
    one = matched(made, "fired", mode=first, actors=(at(0, "KEN"),), recipients=(at(3, "UGA"),))
    two = matched(made, "killed", mode=second, actors=(at(0, "KEN"),), recipients=(at(6, done_to),))
    assert len(without_doubles([one, two], made)) == kept


def test_nothing_in_nothing_out(tree: Build) -> None:
    assert without_doubles([], tree(FIRED)) == []


FREEING = (
    "They/PRP/nsubj/demanded demanded/VBD/ROOT freedom/NN/dobj/demanded for/IN/prep/freedom Banda/NNP/pobj/for ,/,/punct/Banda "
    "who/WP/nsubjpass/{verb} {aux} "
    "{verb}/VBN/relcl/Banda"
)


@pytest.mark.parametrize(
    ("aux", "kept"),
    [
        ("was/VBD/auxpass/detained", ["demanded", "detained"]),  # a past act of somebody who is spoken of
        ("has/VBZ/aux/detained been/VBN/auxpass/detained", ["demanded", "detained"]),
        ("might/MD/aux/detained be/VB/auxpass/detained", ["demanded"]),
    ],
)
def test_what_a_clause_beside_the_content_tells_of_stays(tree: Build, matched: Make, aux: str, kept: list[str]) -> None:
    made = tree(FREEING.format(aux=aux, verb="detained"))
    matches = [matched(made, "demanded", type="REQUEST", consumes=True), matched(made, "detained", type="COERCE")]
    assert [made.words[m.token] for m in without_doubles(matches, made)] == kept


def test_a_clause_that_is_part_of_the_content_does_not(tree: Build, matched: Make) -> None:
    made = tree(FREEING.format(aux="was/VBD/auxpass/detained", verb="detained").replace(" ,/,/punct/Banda", ""))
    matches = [matched(made, "demanded", type="REQUEST", consumes=True), matched(made, "detained", type="COERCE")]
    assert [made.words[m.token] for m in without_doubles(matches, made)] == ["demanded"]


SENT = "rockets/NNS/nsubj/hit fired/VBN/acl/rockets by/IN/agent/fired rebels/NNS/pobj/by hit/VBD/ROOT huts/NNS/dobj/hit"


@pytest.mark.parametrize(
    ("means", "actor", "kept"),
    [
        ({"rockets"}, 3, ["hit"]),  # the rebels act through them
        ({"rockets"}, 0, ["fired", "hit"]),
        (set(), 3, ["fired", "hit"]),
    ],
)
def test_that_a_thing_was_sent_is_no_event_beside_what_it_does(
    tree: Build, matched: Make, means: set[str], actor: int, kept: list[str]
) -> None:
    made = tree(SENT)
    matches = [matched(made, "fired", type="MOBILIZE", actors=(at(3, "UGA"),)), matched(made, "hit", actors=(at(actor, "UGA"),))]
    assert [made.words[m.token] for m in without_doubles(matches, made, means)] == kept


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("An attack by Kenyan rebels on a Ugandan base killed nine Ugandan soldiers.", ["ASSAULT KEN:REB > UGA+UGA:MIL"]),
        ("Two Malian soldiers were killed when their lorry hit a mine.", ["ASSAULT - > MLI:MIL"]),
        ("Chadian gunners shelled Togolese troops, killing ten and wounding 30.", ["ASSAULT TCD:MIL > TGO:MIL"]),
        # but those who hurt others before did not do it
        (
            "Togolese farms were stormed after Chadian rebels had killed ten Beninese pilots.",
            ["ASSAULT - > TGO", "ASSAULT TCD:REB > BEN:LAB"],
        ),
    ],
)
def test_a_deed_and_whom_it_hurts_are_one_event(summary: Callable[..., list[str]], text: str, events: list[str]) -> None:
    assert summary(text) == events
