"""Whose story a report is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports that are copies of one story share the `id`; `reason` says in words why this one belongs there.

    Where an agency is credited, the id begins with the agency's entity and a slash: what an agency wrote counts once, however often.
    """

    id: str
    reason: str

    @property
    def voice(self) -> str | None:
        """The credited agency or outlet, None where nobody is credited."""
        before, slash, _ = self.id.partition("/")
        return before if slash else None

    def to_dict(self) -> dict[str, str]:
        """The origin as the JSON contract has it."""
        return {"id": self.id, "reason": self.reason}
