"""Text that people typed, made fit to be stored and to be shown in one line."""

from __future__ import annotations


def storable(text: str) -> str:
    """The text as typed, save that half characters, which UTF-8 cannot hold, become the visible �."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def one_line(text: str, limit: int = 60) -> str:
    """The text without line breaks and control characters, cut to ``limit`` characters: safe inside a message."""
    shown = "".join(sign if sign.isprintable() else "�" for sign in text[: limit + 1])
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"
