"""What somebody's own side may do unless another gives way is a threat; what others may do, or what is planned anyhow, is none."""

from collections.abc import Callable

import pytest

from sayso.model import Event

Code = Callable[..., list[Event]]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Zambia may expel the Angolan envoy, its president warned.", ("THREATEN", "occurred")),
        ("If Chad crosses the river, we will open fire, a Libyan commander said.", ("THREATEN", "occurred")),
        ("Peru could close the border unless Chile withdraws its troops, the Peruvian foreign minister said.", ("THREATEN", "occurred")),
        ("Moroccan miners say they will block the port if imports from Spain go on.", ("THREATEN", "occurred")),
        ("Iran has hinted at leaving the treaty.", ("THREATEN", "occurred")),
        ("Sudan reserves the right to seize ships of Eritrea.", ("THREATEN", "occurred")),
        ("Zambia may expel the Angolan envoy, a Kenyan newspaper said.", ("SANCTION", "possible")),
        ("Israel's army warned that Hezbollah might attack Haifa.", ("ASSAULT", "possible")),
        ("Kenya said it would send troops to Somalia.", ("MOBILIZE", "planned")),
        ("Zambia expelled the Angolan envoy, its president said.", ("SANCTION", "occurred")),
    ],
)
def test_threats(code: Code, text: str, told: tuple[str, str]) -> None:
    events = [(event.type, event.status) for event in code(text)]
    assert told in events
    if told[0] != "THREATEN":
        assert "THREATEN" not in [kind for kind, _ in events]


@pytest.mark.model
def test_who_threatens_is_no_speaker_beside_the_threat(code: Code) -> None:
    threat = next(event for event in code("Zambia may expel the Angolan envoy, its president warned.") if event.type == "THREATEN")
    assert [(p.text, p.country) for p in threat.actors] == [("Zambia", "ZMB")]
    assert not threat.says
