"""Languages: English stands unless the evidence against it is strong."""

import sys

import pytest

from sayso.ingest.language import is_english, language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The president of Kenya said on Monday that the army had left the town and that talks with the rebels were over.", "en"),
        ("Russian President Vladimir Putin lands in New Delhi, meets Narendra Modi.", "en"),
        ("THE ARMY OF KENYA LEFT THE TOWN AFTER TALKS WITH THE REBELS, THE GOVERNMENT SAID.", "en"),
        ("Der russische Präsident Wladimir Putin ist am Donnerstag in Neu-Delhi gelandet.", "de"),
        ("Le président russe est arrivé à New Delhi jeudi, a annoncé le Kremlin.", "fr"),
        ("Президент России прибыл в Нью-Дели в четверг.", "ru"),
        ("Presiden Rusia Vladimir Putin mendarat di New Delhi pada hari Kamis.", "id"),
        ("El presidente", "und"),
        ("12 34 56 78 90 :: -- ?? " * 20, "und"),
        ("", "und"),
    ],
)
def test_language_of_a_text(text: str, code: str) -> None:
    assert language(text) == code


def test_a_sentence_of_news_does_not_ask_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[language.__module__], "_likeliest", lambda _: "asked")
    assert language("Kenya asked Peru to buy more tea on Tuesday, officials in Nairobi said.") == "en"
    assert language("Kenia hat Peru am Dienstag gebeten, mehr Tee zu kaufen, sagten Beamte in Nairobi.") == "asked"


def test_only_the_beginning_counts() -> None:
    english = "The president of Kenya said on Monday that the army had left the town. " * 40
    assert language(english + "Der russische Präsident ist gelandet. " * 400) == "en"


def test_lone_surrogates_do_no_harm() -> None:
    assert language("Der russische Präsident \ud800 Wladimir Putin ist in Neu-Delhi gelandet.") == "de"


@pytest.mark.parametrize(
    ("code", "english"),
    [("en", True), ("en-GB", True), ("EN", True), ("eng", True), ("English", True), ("und", True), ("fr", False), ("de-AT", False)],
)
def test_codes_that_mean_english(code: str, *, english: bool) -> None:
    assert is_english(code) is english
