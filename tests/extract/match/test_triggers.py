"""Where the words of a trigger stand, on trees built by hand."""

from collections.abc import Callable, Sequence

import pytest

from sayso.extract.identify.step import Sentence
from sayso.extract.match.triggers import Matcher, Matching
from sayso.lexicon import Lexicon

PUT = (
    "Kenya/NNP/nsubj/put put/VBD/ROOT treaties/NNS/dobj/put on/IN/prep/treaties fishing/NN/pobj/on beside/IN/prep/put on/IN/prep/put "
    "hold/NN/pobj/on"
)
SHOT = "Police/NNS/nsubj/shot shot/VBD/ROOT at/RB/advmod/least least/JJS/advmod/nine nine/CD/dobj/shot"
TURNED = "Kenya/NNP/nsubj/turned turned/VBD/ROOT down/RP/prt/turned plans/NNS/dobj/turned on/IN/prep/turned fishing/NN/pobj/on"
RAN = "Chad/NNP/nsubj/ran ran/VBD/ROOT buses/NNS/dobj/ran today/NN/npadvmod/ran together/RB/advmod/with with/IN/prep/ran Togo/NNP/pobj/with"
WARNED = "Kenya/NNP/nsubj/warned warned/VBD/ROOT {} that/IN/mark/act they/PRP/nsubj/act would/MD/aux/act act/VB/ccomp/warned"
TAKEN = (
    "control/NN/nsubjpass/taken of/IN/prep/control towns/NNS/pobj/of was/VBD/auxpass/taken taken/VBN/ROOT by/IN/agent/taken "
    "rebels/NNS/pobj/by"
)
SET = "fire/NN/nsubj/spread set/VBN/acl/fire {} to/IN/prep/set huts/NNS/pobj/to spread/VBD/ROOT"
BY = "by/IN/agent/set rebels/NNS/pobj/by"
FOUND = (
    "banks/NNS/nsubjpass/found were/VBD/auxpass/found found/VBN/ROOT by/IN/agent/found courts/NNS/pobj/by {0}/IN/prep/courts "
    "breach/NN/pobj/{0}"
)
PULLED = "Niger/NNP/nsubj/pulled pulled/VBD/ROOT plug/NN/dobj/pulled on/IN/prep/plug papers/NNS/pobj/on {}"


@pytest.mark.parametrize(
    ("spec", "verb", "words", "found"),
    [
        (PUT, "put", ("on", "hold"), ("put", "on", "hold")),
        (PUT, "put", ("on", "fishing"), ("put", "on", "fishing")),
        (PUT, "put", ("on", "ice"), ()),
        (PUT, "put", (), ("put",)),
        (SHOT, "shot", ("at",), ()),
        # with a particle that is none of the words it is another verb
        (TURNED, "turned", ("on",), ()),
        (TURNED, "turned", ("down",), ("turned", "down")),
        # an adverb may open a phrase of the verb
        (RAN, "ran", ("together",), ("ran", "together")),
        # a date between them does no harm, other words do
        (WARNED.format("on/IN/prep/warned Monday/NNP/pobj/on"), "warned", ("that", "they", "would"), ("warned", "that", "they", "would")),
        (WARNED.format("in/IN/prep/warned Nairobi/NNP/pobj/in"), "warned", ("that", "they", "would"), ()),
        # of a passive the noun stands before it; of a participle only if somebody does it
        (TAKEN, "taken", ("control", "of"), ("taken", "control", "of")),
        (TAKEN, "taken", ("control", "over"), ()),
        (TAKEN, "taken", ("full", "control", "of"), ()),
        (SET.format(BY), "set", ("fire", "to"), ("set", "fire", "to")),
        (SET.format(""), "set", ("fire", "to"), ()),
        # a phrase behind an agent is one of the passive, if it does not say whose the agent is
        (FOUND.format("in"), "found", ("in", "breach"), ("found", "in", "breach")),
        (FOUND.format("of"), "found", ("of", "breach"), ()),
        # a headline leaves out articles
        (PULLED.format(""), "pulled", ("the", "plug", "on"), ("pulled", "plug", "on")),
        (PULLED.format("./ENDS/punct/pulled"), "pulled", ("the", "plug", "on"), ()),
    ],
)
def test_fixed_words(
    identified: Callable[[str], Sentence], lexicon: Lexicon, spec: str, verb: str, words: Sequence[str], found: Sequence[str]
) -> None:
    sentence = identified(spec)
    at = list(sentence.tree.words).index(verb)
    tokens = Matching(Matcher.of(lexicon), sentence).tokens(at, at, words)
    assert [sentence.tree.words[t] for t in tokens] == list(found)
