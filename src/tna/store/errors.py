"""What the store says when it cannot do as asked."""

from __future__ import annotations

from tna.errors import Refusal


class StoreError(Refusal):
    """One line for the user: what it is, why it is refused, how to mend it."""
