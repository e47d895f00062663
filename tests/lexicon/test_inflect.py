"""Inflected forms of lemmas."""

import pytest

from sayso.lexicon.inflect import Forms, noun_forms, verb_forms
from sayso.lexicon.lexicon import gathered
from sayso.settings import Settings

PLURALS = {"man": "men", "woman": "women", "child": "children", "wife": "wives", "police": "police", "coup d'etat": "coups d'etat"}
VERBS = {"hit": ["hit", "hit"], "take": ["took", "taken"], "be": ["was", "been"], "fly": ["flew", "flown"], "have": ["had", "had"]}


@pytest.mark.parametrize(
    ("lemma", "plural"),
    [
        ("attack", "attacks"),
        ("army", "armies"),
        ("day", "days"),
        ("clash", "clashes"),
        ("tax", "taxes"),
        ("march", "marches"),
        ("man", "men"),
        ("policeman", "policemen"),
        ("german", "germans"),
        ("human", "humans"),
        ("police", "police"),
        ("air strike", "air strikes"),
        ("gun man", "gun men"),
        ("coup d'etat", "coups d'etat"),
    ],
)
def test_nouns(lemma: str, plural: str) -> None:
    assert noun_forms(lemma, PLURALS) == (lemma, plural)


def test_either_noun_may_be_a_plural() -> None:
    assert noun_forms("letter of intent", PLURALS) == ("letter of intent", "letters of intent", "letter of intents")
    assert noun_forms("return of the body", PLURALS) == ("return of the body", "returns of the body", "return of the bodies")


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("attack", {"attack", "attacks", "attacking", "attacked"}),
        ("accuse", {"accuse", "accuses", "accusing", "accused"}),
        ("deny", {"deny", "denies", "denying", "denied"}),
        ("deploy", {"deploy", "deploys", "deploying", "deployed"}),
        ("die", {"die", "dies", "dying", "died"}),
        ("free", {"free", "frees", "freeing", "freed"}),
        ("veto", {"veto", "vetoes", "vetoing", "vetoed"}),
        ("clash", {"clash", "clashes", "clashing", "clashed"}),
        ("hit", {"hit", "hits", "hitting"}),
        ("take", {"take", "takes", "taking", "took", "taken"}),
        ("retake", {"retake", "retakes", "retaking", "retook", "retaken"}),
        ("overfly", {"overfly", "overflies", "overflying", "overflew", "overflown"}),
        ("fuel", {"fuel", "fuels", "fueling", "fuelling", "fueled", "fuelled"}),
        ("travel", {"travel", "travels", "traveling", "travelling", "traveled", "travelled"}),
        ("picnic", {"picnic", "picnics", "picnicking", "picnicked"}),
        ("be", {"be", "bes", "being", "was", "been", "am", "is", "are", "were"}),
        ("have", {"have", "has", "having", "had"}),
    ],
)
def test_verbs(lemma: str, forms: set[str]) -> None:
    assert set(verb_forms(lemma, VERBS)) == forms


def test_forms_are_in_order_and_once() -> None:
    forms = verb_forms("hit", VERBS)
    assert list(forms) == sorted(set(forms))


def test_kept_forms_are_those_that_would_be_made() -> None:
    data = gathered(cache=Settings().cache)[1]
    grammar = data["cues"]["grammar"]
    for lemma, forms in [*data["forms"]["nouns"].items()][::40]:
        assert tuple(forms) == noun_forms(lemma, grammar["irregular_plurals"])
    for lemma, forms in [*data["forms"]["verbs"].items()][::40]:
        assert tuple(forms) == verb_forms(lemma, grammar["irregular_verbs"])


def test_forms_that_were_not_kept_are_made() -> None:
    forms = Forms({"ox": ("ox", "oxen")}, lambda lemma: (lemma, f"{lemma}s"))
    assert [forms["ox"], forms["cow"], forms["cow"]] == [("ox", "oxen"), ("cow", "cows"), ("cow", "cows")]
