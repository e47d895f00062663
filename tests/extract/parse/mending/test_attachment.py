"""Words that the small model hangs too deep, put where their form says that they belong."""

from collections.abc import Callable

import pytest

from sayso.extract.parse.mending.attachment import Attachment
from sayso.extract.parse.mending.rules import Rules
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

Build = Callable[[str], Tree]
URGED = "Peru/NNP/nsubj/urged urged/VBD/ROOT Chad/NNP/dobj/urged to/TO/aux/wait wait/{}/xcomp/urged and/CC/cc/wait {}/conj/wait"
CLAIM = (
    "He/PRP/nsubj/dismissed dismissed/VBD/ROOT {0}/NNS/dobj/dismissed that/IN/mark/shot they/PRP/nsubj/shot shot/VBD/acl/{0} {1} "
    "demanded/VBD/conj/shot"
)
BLAMED = "He/PRP/nsubj/{0} {0}/VBD/ROOT men/NNS/dobj/{0} in/IN/prep/{0} masks/NNS/pobj/in of/IN/prep/masks beating/VBG/pcomp/of"

CHARGED = (
    "He/PRP/nsubj/accused accused/VBD/ROOT the/DT/det/envoy envoy/NN/dobj/accused of/IN/prep/envoy {0}/NN/compound/men men/NNS/pobj/of"
)

PREPARED = "He/PRP/nsubj/{0} {0}/VBD/ROOT men/NNS/dobj/{0} for/IN/prep/men war/NN/pobj/for and/CC/cc/for of/IN/conj/for arming/VBG/pcomp/of"

WHO = (
    "He/PRP/nsubj/left left/VBD/ROOT {0}/NNS/dobj/left with/IN/prep/{0} Chad/NNP/pobj/with who/WP/nsubj/backs "
    "backs/VBZ/relcl/{0} them/PRP/dobj/backs"
)

WHOM = "{0}/NNS/nsubj/left {1}/IN/prep/{0} Chad/NNP/pobj/{1} whom/WP/dobj/met he/PRP/nsubj/met met/VBD/relcl/Chad left/VBD/ROOT"

FINED = "fine/NN/ROOT which/WDT/dobj/was the/DT/det/court court/NN/nsubj/was imposed/VBN/{0} {1} was/VBD/relcl/fine high/JJ/acomp/was"

LIVES = (
    "They/PRP/nsubj/held held/VBD/ROOT a/DT/det/man man/NN/dobj/held in/IN/prep/man Lima/NNP/pobj/in who/WP/nsubjpass/accused "
    "is/VBZ/auxpass/accused accused/VBN/relcl/Lima"
)
HEARD = (
    "He/PRP/nsubj/heard heard/VBD/ROOT officials/NNS/dobj/heard at/IN/prep/heard noon/NN/pobj/at ,/,/punct/heard who/WP/nsubj/told "
    "told/VBD/advcl/heard him/PRP/dobj/told"
)
GIFT = "He/PRP/nsubj/praised praised/VBD/ROOT {0}/NN/dobj/praised to/IN/prep/{0} {1} of/IN/prep/Chad tanks/NNS/pobj/of"

DENIED = (
    "He/PRP/nsubj/{0} {0}/VBD/ROOT that/IN/mark/fired they/PRP/nsubj/fired had/VBD/aux/fired fired/VBN/ccomp/{0} and/CC/cc/fired "
    "blamed/VBN/conj/fired Togo/NNP/dobj/blamed"
)
HELD = "Soldiers/NNS/nsubj/held held/VBD/ROOT by/IN/prep/held gunmen/NNS/pobj/by were/VBD/auxpass/freed freed/VBN/ccomp/held"
GREW = "He/PRP/nsubj/{0} {0}/VBD/ROOT to/IN/prep/{0} {1}/VBG/pcomp/to pressure/NN/dobj/{1} today/NN/npadvmod/{1}"
CUT = "He/PRP/nsubj/said said/VBD/ROOT Chad/NNP/nsubj/go {0}/MD/aux/go go/{1}/ccomp/said and/CC/cc/go {2}/VBD/conj/said ties/NNS/dobj/{2}"
BISHOP = (
    "He/PRP/nsubj/said said/VBD/ROOT men/NNS/nsubj/died {0}/VBD/aux/died died/VBN/ccomp/said {1} and/CC/cc/died monks/NNS/nsubj/fled "
    "fled/VBD/conj/died"
)
JAILED = (
    "He/PRP/nsubjpass/jailed was/VBD/auxpass/jailed jailed/VBN/ROOT for/IN/prep/jailed spying/VBG/pcomp/for "
    "by/IN/prep/spying {0}/NN/pobj/by"
)
STRIKING = "{0}/VBG/csubj/rejected doctors/NNS/dobj/{0} rejected/VBD/ROOT offers/NNS/dobj/rejected"
SPY = "He/PRP/nsubjpass/{0} was/VBD/auxpass/{0} {0}/VBN/ROOT of/IN/prep/{0} spying/VBG/pcomp/of by/IN/prep/spying Chad/NNP/pobj/by"
SAID = "Soldiers/NNS/nsubj/said said/VBD/ROOT they/PRP/nsubjpass/freed were/VBD/auxpass/freed freed/VBN/ccomp/said"
WHICH = (
    "Chad/NNP/ROOT ,/,/punct/Chad which/WDT/nsubj/sent sent/VBD/relcl/Chad guns/NNS/dobj/sent {0} called/VBN/acl/guns on/IN/prep/called "
    "Togo/NNP/pobj/on"
)
ACCUSED = (
    "He/PRP/nsubjpass/{0} was/VBD/auxpass/{0} {0}/VBN/ROOT by/IN/agent/{0} an/DT/det/envoy envoy/NN/pobj/by of/IN/prep/envoy "
    "beating/VBG/pcomp/of men/NNS/dobj/beating"
)
STRUCK = "Rockets/NNS/nsubj/fired fired/VBN/ROOT by/IN/agent/fired rebels/NNS/pobj/by {1} struck/VBD/{0}/fired Wau/NNP/dobj/struck"
SHOT = (
    "Gunmen/NNS/nsubj/{0} ,/,/punct/{0} {0}/VBD/ROOT a/DT/det/judge judge/NN/dobj/{0} {1} shot/VBD/advcl/{0} nine/CD/nummod/men "
    "men/NNS/dobj/shot"
)
BOMBED = (
    "Chad/NNP/nsubj/{0} {0}/VBD/ROOT Wau/NNP/nsubj/fired {1} and/CC/cc/Wau Togo/NNP/conj/Wau later/RB/advmod/fired fired/VBD/ccomp/{0} "
    "rockets/NNS/dobj/fired"
)

FROM = "Chad/NNP/nsubj/{0} {0}/VBD/ROOT {1}/DT/det/nurses nurses/NNS/dobj/{0} from/IN/prep/{0} {2}/pobj/from"

OUTSIDE = "Crowds/NNS/nsubj/rallied rallied/VBD/ROOT outside/JJ/amod/{0} {0}/NN/dobj/rallied"

DAY = "Men/NNS/nsubj/hit hit/VBD/ROOT cars/NNS/dobj/hit of/IN/prep/cars {0}/pobj/of on/IN/prep/{1} {2}/NNP/pobj/on"

SLID = (
    "Rain/NN/nsubj/caused caused/VBD/ROOT slides/NNS/dobj/caused in/IN/prep/{1} Laos/NNP/pobj/in that/WDT/nsubj/cut cut/{0}/relcl/Laos "
    "towns/NNS/dobj/cut"
)


@pytest.mark.parametrize(
    ("spec", "word", "head"),
    [
        # where somebody is at home
        (FROM.format("jailed", "a", "Mali/NNP"), "from", "nurses"),
        (FROM.format("jailed", "the", "Mali/NNP"), "from", "jailed"),  # who were told of
        (FROM.format("jailed", "a", "homes/NNS"), "from", "jailed"),
        (FROM.format("evacuated", "a", "Mali/NNP"), "from", "evacuated"),  # where they are taken from
        # on which day something happened
        (DAY.format("envoys/NNS", "envoys", "Monday"), "on", "hit"),
        (DAY.format("Chad/NNP", "Chad", "Monday"), "on", "hit"),
        (DAY.format("envoys/NNS", "envoys", "Lima"), "on", "envoys"),
        (DAY.format("votes/NNS", "votes", "Monday"), "on", "votes"),
        # a finite verb joined to an infinitive
        (URGED.format("VB", "praised/VBD"), "praised", "urged"),
        (URGED.format("VB", "praise/VB"), "praise", "wait"),
        (URGED.format("VBD", "praised/VBD"), "praised", "wait"),
        (URGED.format("VB", "praises/VBZ"), "praises", "wait"),  # no verb above has its tense
        # what looks like a past
        (CUT.format("would", "VB", "cut"), "cut", "go"),
        (CUT.format("would", "VB", "broke"), "broke", "said"),
        (CUT.format("did", "VB", "cut").replace("/MD/", "/VBD/"), "cut", "said"),
        # what happened beside what is said to have happened
        (BISHOP.format("had", ",/,/punct/died"), "fled", "said"),
        (BISHOP.format("had", ""), "fled", "died"),
        (BISHOP.format("were", ",/,/punct/died"), "fled", "died"),
        # adjectives that look like gerunds
        (GREW.format("bowed", "growing"), "pressure", "to"),
        (GREW.format("bowed", "growing"), "today", "bowed"),
        (GREW.format("admitted", "applying"), "pressure", "applying"),
        # past a claim that is denied, after a comma
        (CLAIM.format("reports", ",/,/punct/shot and/CC/cc/shot"), "demanded", "dismissed"),
        (CLAIM.format("reports", "and/CC/cc/shot"), "demanded", "shot"),
        (CLAIM.format("reports", ",/,/punct/shot and/CC/cc/shot").replace("demanded/VBD", "demanded/VBN"), "demanded", "dismissed"),
        (CLAIM.format("men", ",/,/punct/shot and/CC/cc/shot"), "demanded", "shot"),
        # past a denial
        (DENIED.format("denied"), "blamed", "denied"),
        (DENIED.format("said"), "blamed", "fired"),
        # whoever accuses, behind the deed
        (SPY.format("accused"), "by", "accused"),
        (SPY.format("tired"), "by", "spying"),
        # whoever tells, behind what is to be done
        (JAILED.format("court"), "by", "jailed"),
        (JAILED.format("night"), "by", "spying"),  # nobody judges so
        # whoever does something, described by a participle
        (STRIKING.format("Striking"), "doctors", "rejected"),
        (STRIKING.format("Arming"), "doctors", "arming"),
        # a finite verb behind what looked like one
        (HELD, "freed", "freed"),
        (HELD, "soldiers", "freed"),
        (HELD, "held", "soldiers"),
        (SAID, "said", "said"),
        # two clauses of which the model makes one
        (BOMBED.format("bombed", ""), "wau", "bombed"),
        (BOMBED.format("bombed", ""), "and", "bombed"),
        (BOMBED.format("bombed", ""), "togo", "fired"),
        (BOMBED.format("bombed", ""), "fired", "bombed"),
        (BOMBED.format("knew", ""), "wau", "fired"),  # a verb over clauses
        (BOMBED.format("bombed", "then/RB/advmod/fired"), "wau", "bombed"),
        # a finite verb behind a relative clause
        (WHICH.format(",/,/punct/guns"), "called", "called"),
        (WHICH.format(",/,/punct/guns"), "chad", "called"),
        (WHICH.format(""), "chad", "chad"),
        (WHICH.format(",/,/punct/guns bluntly/RB/advmod/called"), "called", "called"),
        # a participle to which the model joins its verb
        (STRUCK.format("conj", ""), "struck", "struck"),
        (STRUCK.format("advcl", ""), "fired", "rockets"),
        (STRUCK.format("conj", "and/CC/cc/fired"), "struck", "fired"),
        # past those who say it
        (SHOT.format("said", ",/,/punct/said"), "gunmen", "shot"),
        (SHOT.format("accused", ",/,/punct/accused"), "gunmen", "accused"),
        (SHOT.format("said", ""), "gunmen", "said"),
        # a place behind "outside"
        (OUTSIDE.format("parliament"), "parliament", "outside"),
        (OUTSIDE.format("counsel"), "counsel", "rallied"),
        # who backs somebody is no deed
        (WHO.format("talks"), "backs", "chad"),
        (GIFT.format("delivery", "Chad/NNP/pobj/to"), "of", "delivery"),
        (GIFT.format("road", "Chad/NNP/pobj/to"), "of", "chad"),
        (GIFT.format("delivery", "the/DT/det/Chad Chad/NNP/pobj/to"), "of", "chad"),
        (WHO.format("wives"), "backs", "wives"),
        # who is somewhere, and not the place
        (WHOM.format("rebels", "in"), "met", "rebels"),
        (WHOM.format("rebels", "about"), "met", "chad"),
        (WHOM.format("floods", "in"), "met", "chad"),
        # what somebody did, and what was said of it
        (FINED.format("acl/court", ""), "which", "imposed"),
        (FINED.format("acl/court", ""), "imposed", "fine"),
        (FINED.format("acl/court", ""), "fine", "was"),
        (FINED.format("acl/court", "by/IN/agent/imposed law/NN/pobj/by"), "imposed", "court"),
        (FINED.format("advcl/was", ""), "fine", "fine"),
        # who lives in a place is none, and who tells something is somebody
        (LIVES, "accused", "man"),
        (LIVES.replace("man", "vase"), "accused", "lima"),
        (HEARD, "told", "officials"),
        (HEARD.replace("officials", "songs"), "told", "heard"),
        # what cuts off towns is in a place
        (SLID.format("VBD", "slides"), "cut", "slides"),
        (SLID.format("VBD", "caused"), "cut", "slides"),
        (SLID.format("VBZ", "slides"), "cut", "laos"),
        # a charge behind what somebody wears
        (BLAMED.format("accused"), "of", "accused"),
        (BLAMED.format("met"), "of", "masks"),
        (CHARGED.format("funding"), "of", "accused"),
        (PREPARED.format("accused"), "of", "accused"),
        (PREPARED.format("met"), "of", "for"),
        (CHARGED.format("rebel"), "of", "envoy"),
        (ACCUSED.format("accused"), "of", "accused"),
        (ACCUSED.format("met"), "of", "envoy"),
    ],
)
def test_where_a_word_belongs(tree: Build, lexicon: Lexicon, spec: str, word: str, head: str) -> None:
    mended = Rules(Attachment.of(lexicon).rules()).mended(tree(spec))
    assert mended.lower[mended.heads[mended.lower.index(word)]] == head


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Peru's envoy asked Chad to leave the border and supported the president of Togo.",
            {"REQUEST PER:GOV > TCD:GOV", "SUPPORT PER:GOV > TGO:GOV"},
        ),
        (
            "The Peruvian minister rejected the charge that his army was shelling Chile and accused Bolivia of arming gangs.",
            {"ACCUSE PER:GOV > BOL:GOV"},
        ),
        ("Iran denied any role in the bombing of the Chadian embassy.", {"ASSAULT IRN:GOV > TCD:GOV"}),
        ("The rebels were filmed in Goma burning a school.", {"ASSAULT COD:REB > COD:EDU"}),
        ("Peruvian soldiers held hostage by Chilean gunmen in Arica were freed on Sunday.", {"ASSAULT CHL:UAF > PER:MIL"}),
        ("Rumours spread of a Chadian attack on Togo.", {"ASSAULT TCD > TGO:GOV"}),
        ("The leader of the rebel group, who is under arrest, accused Chad of lying.", {"COERCE - > (leader of the rebel group):REB"}),
        ("China, which sent Chad guns, called on Togo to leave.", {"REQUEST CHN:GOV > TGO:GOV"}),
        ("Peru accused Chilean police in plain clothes of abducting students.", {"ASSAULT CHL:COP > PER:EDU"}),
    ],
)
def test_what_is_mended_is_coded(summary: Callable[..., list[str]], text: str, events: set[str]) -> None:
    assert events <= set(summary(text))
