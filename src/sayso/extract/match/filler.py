"""Who or what fills a role of a trigger."""

from dataclasses import dataclass, field

from sayso.extract.identify.memory import Referent
from sayso.model.event import Basis


@dataclass(frozen=True, slots=True)
class Filler:
    """A token that fills a role: first and last token of its words, and who it is; `identified` if lexicon or text say who that is."""

    first: int
    last: int
    head: int
    referent: Referent | None
    basis: Basis
    placelike: bool = False
    identified: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Tell once what is asked of it often."""
        object.__setattr__(self, "identified", self.referent is not None and self.referent.known)
