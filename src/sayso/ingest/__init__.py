"""From bytes to reports: files, folders and standard input, their encodings, dates and language."""

from sayso.ingest.dates import day
from sayso.ingest.files import read
from sayso.ingest.language import is_english, language
from sayso.ingest.walk import expected

__all__ = ["day", "expected", "is_english", "language", "read"]
