"""Long texts window by window: cut where nothing is torn, and the same events as in one go."""

from datetime import date

import pytest

from sayso.extract import windows
from sayso.extract.windows import batches
from sayso.model import Report
from sayso.run.coder import Coder

TEXT = "LIMA, Dec 4 - " + "".join(
    f"Somali Interior Minister Dahir Warsame met the foreign minister of {land}. Police arrested {n} reporters in Cusco on Monday.\n\n"
    f"Warsame condemned the attack in {land}. Rebels shelled a town in Chad and killed {n} soldiers. The minister accused Iran of theft. "
    for n, land in enumerate(("Ghana", "Kenya", "Nepal", "Peru"), 14)
)


def cut(text: str, window: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(windows, "WINDOW", window)
    return [w.part.text for w in windows.windows(Report("r", text))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", [""]),
        ("short text", ["short text"]),
        ("one two. three four\n\nfive six seven", ["one two. ", "three four\n\n", "five six ", "seven"]),
        ("one two three four", ["one two ", "three four"]),
        ("a" * 25, ["a" * 12, "a" * 12, "a"]),
    ],
)
def test_where_texts_are_cut(monkeypatch: pytest.MonkeyPatch, text: str, parts: list[str]) -> None:
    assert cut(text, 12, monkeypatch) == parts


def test_windows_know_where_they_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "WINDOW", 50)
    found = list(windows.windows(Report("r", TEXT)))
    assert all(TEXT[w.at : w.at + len(w.part.text)] == w.part.text for w in found)
    assert [w.last for w in found] == [False] * (len(found) - 1) + [True]
    assert not found[-1].alone
    assert next(windows.windows(Report("r", "short"))).alone


@pytest.mark.parametrize(
    ("lengths", "sizes"), [([5, 5, 5], [2, 1]), ([1, 1, 1, 1, 1], [3, 2]), ([25, 1], [1, 1, 2]), ([7, 7], [1, 1]), ([], []), ([0, 0], [2])]
)
def test_batches_are_bounded(monkeypatch: pytest.MonkeyPatch, lengths: list[int], sizes: list[int]) -> None:
    monkeypatch.setattr(windows, "WINDOW", 12)
    assert [len(batch) for batch in batches((Report(str(n), "x" * n) for n in lengths), 3, 10)] == sizes


@pytest.mark.model
def test_windows_change_no_event(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    report = Report("r", TEXT, date(2025, 12, 4))
    (whole,) = coder.annotate_many([report])
    monkeypatch.setattr(windows, "WINDOW", 300)
    (parted,) = coder.annotate_many([report])
    assert [e.to_dict() for e in parted.events] == [e.to_dict() for e in whole.events]
    assert parted.sentences == whole.sentences
    assert parted.entities == whole.entities
    assert all(TEXT[e["start"] : e["end"]] == e["text"] for e in parted.entities)
    (bare,) = coder.annotate_many([report], whole=False)
    assert bare.events == parted.events
    assert not bare.entities
