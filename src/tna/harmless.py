"""Text as typed, made harmless to show: nothing in it can steer a terminal or hide other text."""

from __future__ import annotations

import json
import re

# Controls but tab and newline; marks that turn the direction of writing; lone surrogates; line and paragraph separators.
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def harmless(text: str) -> str:
    """The text with every such character written out as its escape sequence."""
    return _HARMFUL.sub(lambda match: ascii(match.group())[1:-1], text)


def harmless_json(text: str) -> str:
    """The same for JSON that was written with every character as it is: still JSON, of the same meaning."""
    return _HARMFUL.sub(lambda match: json.dumps(match.group())[1:-1], text)


def one_line(text: str) -> str:
    """The same on a single line: line breaks and tabs become spaces."""
    return harmless(" ".join(text.split()))
