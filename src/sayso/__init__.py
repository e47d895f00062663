"""Sayso: political events from news reports: who did what to whom, and on whose say-so.

>>> import sayso
>>> events = sayso.code("Russia asked India to buy more oil.", published="2025-12-04")  # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

from sayso.model import AnnotatedReport, Event, Report

if TYPE_CHECKING:
    from sayso.run.coder import Coder, code
    from sayso.run.database import open

__all__ = ["AnnotatedReport", "Coder", "Event", "Report", "code", "open"]


def __getattr__(name: str) -> Any:
    """Load the coder and with it the parser, or the store and with it SQLAlchemy, only when asked for."""
    if name in ("Coder", "code"):
        from sayso.run import coder

        return getattr(coder, name)
    if name == "open":
        from sayso.run import database

        return database.open
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")


def __dir__() -> list[str]:
    """What is offered, also before it is loaded: notebooks complete names by this."""
    return sorted({*globals(), *__all__})
