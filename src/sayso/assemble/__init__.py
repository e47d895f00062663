"""From events to incidents: which passages of which reports tell of one happening, and what they agree and disagree on."""

from sayso.assemble.assembler import Assembler, incidents
from sayso.assemble.edits import Edit, edit

__all__ = ["Assembler", "Edit", "edit", "incidents"]
