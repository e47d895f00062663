"""Events that others have coded, read into our terms: without evidence, and marked so."""

from sayso.ingest.coded.read import FORMATS, read

__all__ = ["FORMATS", "read"]
