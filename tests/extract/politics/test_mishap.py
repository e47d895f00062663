"""What befalls people by mishap, and what is done to them on purpose."""

from collections.abc import Callable

import pytest


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("Nine people were killed when a bus hit a truck in Peru.", False),
        ("Three Syrians were killed when their van hit a parked lorry in Turkey.", False),
        ("Six people were killed when a stove exploded in a restaurant in Tripoli.", False),
        ("Five soldiers were killed when their helicopter crashed in Kashmir.", False),
        ("Thirty migrants were killed when their boat capsized off Lampedusa.", False),
        ("A miner was killed and four were hurt when a roof collapsed at a pit near Calama.", False),
        ("Two miners were killed when a shaft collapsed in a gold mine in Mali.", False),
        ("A Czech family was forced to leave a hotel in Crete when the lift broke down.", False),
        ("All lanes of the motorway at Cardiff were closed because of a car accident.", False),
        ("The railway to Lviv was cut off by flooding.", False),
        ("The motorway at Cardiff was blocked because of a strike after an accident.", True),
        ("Three soldiers were killed while showering at a base in Iraq.", False),
        ("Three electricians were killed by shelling while repairing a mast in Kherson.", True),
        ("Nine people were killed when a rocket hit a bus in Gaza.", True),
        ("Three policemen were killed when their vehicle hit a mine in Mali.", True),
        ("Nine people were killed when gunmen stopped a bus in Kenya.", True),
        ("Ten migrants were killed when border guards fired on their boat off Rhodes.", True),
        ("Eleven people were killed when a van ploughed into a crowd in Nice.", True),
        ("At least 14 people were killed when a hotel collapsed in Ankara after an air raid.", True),
        ("Nine migrants were killed when their van overturned while it was being shot at by Serbian police.", True),
    ],
)
def test_mishaps_are_no_attacks(summary: Callable[..., list[str]], text: str, *, coded: bool) -> None:
    assert bool(summary(text)) is coded
