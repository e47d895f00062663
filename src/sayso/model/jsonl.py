"""JSON Lines: one object a line, the same bytes for the same content."""

import json
import re
from collections.abc import Mapping
from typing import Any

# JSON lets every character of a string be written as an escape. Written so are those that can't be encoded (lone surrogates), that some
# readers take for the end of a line, and that could reorder or colour a terminal (C1 controls, direction marks).
ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def line(value: Mapping[str, Any]) -> str:
    """A JSON object on one line, its end included, keys in the order given; always encodable as UTF-8."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n"
