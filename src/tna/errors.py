"""What may be refused, and how it is said: one line, what and where and how to mend."""

from __future__ import annotations


class Refusal(Exception):
    """Something that was asked cannot be done; the message is one plain line for the user."""
