"""Step 1, clean: repaired text, and the way back to every character of the text as given."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.text.clean import Cleaned, Words, clean

WORDS = Words(
    whole=frozenset({"McDonald", "WhatsApp"}),
    function=frozenset({"the", "from", "a", "he", "and", "of", "as"}),
    joining=frozenset({"from", "and", "of"}),
    prefixes=frozenset({"Mc", "De"}),
    known=frozenset({"Macron", "Witkoff", "Putin", "DeSantis", "Iran", "Iranian", "Xi", "NATO", "IS"}),
    given=frozenset({"Emmanuel", "Pedro"}),
    offices=frozenset({"president", "general", "spokesman", "soldiers"}),
    leading=frozenset({"the"}),
    past=frozenset({"accused", "is", "warned", "vowed", "imposed"}),
    verbs=frozenset({"expelled", "expels", "met"}),
    small=frozenset({"the", "of", "in", "is"}),
    by_law=frozenset({"outlawed in russia"}),
)


def cleaned(text: str) -> Cleaned:
    return clean(text, WORDS)


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("", ""),
        ("Plain words.", "Plain words."),
        ("line\none", "line\none"),
        # blanks
        ("Police\u00a0arrested\u202ftwo\u3000men", "Police arrested two men"),
        ("a\tb\x0cc\x0bd", "a b\nc\nd"),
        ("one\u2028two\u2029three", "one\ntwo\nthree"),
        ("bell\x07 and escape\x1b", "bell  and escape "),
        ("carriage\r\nreturn", "carriage \nreturn"),
        # invisible characters
        ("Mos\u00adcow", "Moscow"),
        ("\ufeffKy\u200biv", "Kyiv"),
        ("\u202eevil\u202c", "evil"),
        # what a law wants in brackets
        ("Militants of IS (a terror group, outlawed in Russia) left.", "Militants of IS left."),
        ("“IS [outlawed in Russia] left”", "“IS left”"),
        ("The film (outlawed in Peru) was outlawed in Russia.", "The film (outlawed in Peru) was outlawed in Russia."),
        # lines in capitals
        ("IRAN EXPELS TWO MEN OF NATO", "Iran Expels Two Men of NATO"),
        ("THE ARMY IS EXPELLED IN IRAN", "the Army is Expelled in Iran"),
        ("IRAN MET PUTIN", "IRAN MET PUTIN"),  # too few
        ("MINISTRY OF THE INTERIOR OF IRAN", "MINISTRY OF THE INTERIOR OF IRAN"),  # nobody acts
        ("IRAN EXPELS TWO MEN, it said", "IRAN EXPELS TWO MEN, it said"),
        # tickers
        ("+++ Iran votes +++ Gold falls +++\nIt rained.", "\nIran votes\nGold falls\nIt rained."),
        # headlines that stand twice in a line
        ("Iran votes on Monday Iran votes on Monday", "Iran votes on Monday"),
        ("It rained. It rained. He left.", "It rained. It rained. He left."),
        # verbs and words that names were fused to
        ("Iranexpelled two men", "Iran expelled two men"),
        ("Iranmet two men", "Iranmet two men"),  # too short to tell
        ("Macron andPutin met", "Macron and Putin met"),
        # apostrophes and hyphens
        ("Iran’s cease‑fire −5", "Iran's cease-fire -5"),
        # mojibake
        ("ErdoÄŸan met Macron in MalmÃ¶.", "Erdoğan met Macron in Malmö."),
        ("Iranâ€™s president spoke.", "Iran's president spoke."),
        ("Malmö and Łódź are fine.", "Malmö and Łódź are fine."),
        # lone surrogates
        ("a\ud800b", "a\ufffdb"),
        # words run together
        ("MacronThe president", "Macron. The president"),
        ("WitkoffFrom Moscow", "Witkoff From Moscow"),
        ("PresidentEmmanuel left", "President Emmanuel left"),
        ("PutinAccused them", "Putin accused them"),
        ("PutinIs in Lima", "Putin is in Lima"),
        ("XiWarned them andVowed revenge", "Xi warned them and vowed revenge"),
        ("theUN imposedSanctions", "the UN imposed sanctions"),
        ("ten IranianSoldiers", "ten Iranian soldiers"),
        ("spokesmanYoshimasa Ito", "spokesman Yoshimasa Ito"),
        ("US PresidentPutin left", "US President Putin left"),
        ("asked theUN to act", "asked the UN to act"),
        ("Spain'sPedro left", "Spain's Pedro left"),
        ('told of"torture"in jail', 'told of "torture" in jail'),
        ("GeneralMotors ByteDance iPhone", "GeneralMotors ByteDance iPhone"),
        ("he met PutinMacron", "he met Putin Macron"),
        ("McDonald and WhatsApp", "McDonald and WhatsApp"),
        ("Ron DeSantis won", "Ron DeSantis won"),
        ("an iPhone", "an iPhone"),
        ("talks with NATOThe envoy left", "talks with NATO. The envoy left"),
        ("the vote of 2025The army withdrew", "the vote of 2025. The army withdrew"),
        ("the DNAs of two PhDs in 1990s", "the DNAs of two PhDs in 1990s"),
        # words parted at the end of a line
        ("the govern-\nment and its cease-\r\nfire", "the government and its ceasefire"),
        ("Russia-\nUkraine talks - \nand more", "Russia-\nUkraine talks - \nand more"),
        # a dash behind a sentence, and what an encoding did not have
        ("He left.- On Monday it rained.", "He left. On Monday it rained."),
        ("a US-led raid - and “no”- he said", "a US-led raid - and “no” he said"),
        ('"We left,"?he said. "Why?"', '"We left," he said. "Why?"'),
        # Markdown
        ("# Talks\n\n## In Lima", "Talks\n\nIn Lima"),
        ("#metoo and issue #5", "#metoo and issue #5"),
        ("The **army** and the __police__ left.", "The army and the police left."),
        ("2 ** 3 and __init__ of _x_", "2 ** 3 and init of _x_"),
        ('He [met](https://x.example/a_(b)) [Putin](/putin "who").', "He met Putin."),
        ("![a raid](https://x.example/a.jpg) Police left.", " Police left."),
        ("“He [Putin] left (see below)”", "“He [Putin] left (see below)”"),
    ],
)
def test_text(text: str, better: str) -> None:
    assert cleaned(text).text == better


@pytest.mark.parametrize(
    ("text", "word", "given"),
    [
        ("Police arrested two men", "two men", "two men"),
        ("Police\u00a0arrested two men", "arrested", "arrested"),
        ("In Mos\u00adcow today", "Moscow", "Mos\u00adcow"),
        ("In Mos\u00adcow today", "today", "today"),
        ("\u200b\u200bKyiv fell", "Kyiv", "Kyiv"),
        ("MacronThe president", "Macron", "Macron"),
        ("MacronThe president", "The", "The"),
        ("CÃ´te dâ€™Ivoire fell", "Côte", "CÃ´te"),
        ("CÃ´te dâ€™Ivoire fell", "d'Ivoire", "dâ€™Ivoire"),
        ("CÃ´te dâ€™Ivoire fell", "fell", "fell"),
        ("👩‍👩‍👧 met Iran’s envoy", "Iran's envoy", "Iran’s envoy"),
        ("He [met](https://x.example) **Putin** here", "met", "met"),
        ("He [met](https://x.example) **Putin** here", "Putin", "Putin"),
        ("He [met](https://x.example) **Putin** here", "here", "here"),
        ("the govern-\nment fell", "government", "govern-\nment"),
        ("IS (outlawed in Russia) left", "IS left", "IS (outlawed in Russia) left"),
    ],
)
def test_the_way_back(text: str, word: str, given: str) -> None:
    found = cleaned(text)
    start = found.text.index(word)
    first, last = found.span(start, start + len(word))
    assert text[first:last] == given


def test_an_empty_stretch_stays_empty() -> None:
    start, end = cleaned("Ky\u200biv fell").span(2, 2)
    assert start == end


DIRTY = st.sampled_from(
    ["Iran", "Macron", "The", "â€™", "Ã©", "Å‚", "\u00ad", "\u200b", "\u00a0", "\r\n", "\ud800", "e\u0301", "שלום", "👩‍👧", " "]
)


@given(st.lists(DIRTY | st.text(st.characters(exclude_categories=()), max_size=4), max_size=20).map("".join))
def test_spans_stay_inside_and_keep_their_order(text: str) -> None:
    found = cleaned(text)
    ends = [found.span(at, at + 1) for at in range(len(found.text))]
    assert all(0 <= start < end <= len(text) for start, end in ends)
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(ends))
    whole = found.span(0, len(found.text))
    assert not found.text or whole == (ends[0][0], ends[-1][1])
