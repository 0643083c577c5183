"""Keys in the order they were typed.

Textual lets a key bubble from a widget to the screen while the widget already handles the next one. On a slow link
several keys come at once: an answer could then land on the wrong question. So the widgets that take answers run the
bindings of their screen themselves, one key after the other, and pass on what came in after the focus moved.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget as Base
else:
    Base = object  # a second Widget among the bases would hide the style of the first

LONGEST = 2.0
"""Seconds to wait for a screen: keys are rather taken too early than lost."""


async def opened(screen: Screen[object]) -> None:
    """Waits until a screen that was just put on top has its widgets and its focus."""
    done = asyncio.Event()
    screen.call_later(done.set)
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(done.wait(), LONGEST)


class InOrder(Base):
    """A widget whose keys, and those of its screen, are handled in order."""

    def take_key(self, event: events.Key) -> bool:
        """Handles a key that is the widget's own; False for every other."""
        raise NotImplementedError

    async def _on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if not self.app.is_running:
            return
        elsewhere = self.screen is not self.app.screen
        if elsewhere:
            await opened(self.app.screen)
        focused = self.app.focused
        if focused is not self and focused is not None:
            focused.post_message(events.Key(event.key, event.character))
        elif elsewhere or not self.take_key(event):
            await self.app._check_bindings(event.key)  # what the app does with a key that has bubbled up to it
