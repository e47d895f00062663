"""Entries as YAML that people review."""

from collections.abc import Sequence
from typing import Any

import yaml


class _Dumper(yaml.SafeDumper):
    """Indents lists within entries, as people do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML's own
        """One step to the right, for lists too."""
        super().increase_indent(flow, False)


def as_yaml(entries: Sequence[dict[str, Any]], heading: str) -> str:
    """Entries one after another, under a comment."""
    body = yaml.dump(list(entries), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=140)
    return f"# {heading}\n{body}"
