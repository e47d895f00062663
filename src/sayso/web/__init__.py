"""The desk: events, incidents and reports of a database in the browser, and as JSON for programs."""

from sayso.web.app import desk

__all__ = ["desk"]
