"""The desk: events, incidents and reports of a database in the browser, and as JSON for programs."""

from sayso.web.app import at_desk, desk

__all__ = ["at_desk", "desk"]
