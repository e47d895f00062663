"""How sure an event is: higher where more is known, between the bounds, from the weights of the lexicon."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sayso.extract.explain.confidence import LEAST, MOST, Certainty
from sayso.lexicon import Lexicon
from sayso.model import Event

Code = Callable[..., list[Event]]


@pytest.mark.model
@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("Russia attacked Ukraine.", "Ukraine was attacked."),
        ("Russia attacked Ukraine.", "Zorblax attacked Ukraine."),
        ("Kenyan police arrested two students.", "Two students were arrested."),
    ],
)
def test_it_rises_with_what_is_known(code: Code, more: str, less: str) -> None:
    (sure,), (unsure,) = code(more), code(less)
    assert unsure.confidence < sure.confidence


@pytest.mark.parametrize(("base", "expected"), [(-50.0, LEAST), (50.0, MOST)])
@pytest.mark.model
def test_it_stays_within_bounds(code: Code, lexicon: Lexicon, base: float, expected: float) -> None:
    assert replace(Certainty.of(lexicon), base=base).base == base
    assert LEAST <= code("Russia attacked Ukraine.")[0].confidence <= MOST
    assert min(max(1 / (1 + 2.718281828**-base), LEAST), MOST) == expected
