"""The desk's views as one file that needs no server."""

from sayso.web.still.page import SECTIONS, still

__all__ = ["SECTIONS", "still"]
