"""Tamper evidence: every break in the chains of events, in plain sentences.

A chain is the events of one device in one assessment, each with the digest of the one before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tna.assessment.events import Event, digest_of
from tna.assessment.text import one_line


class Checked(NamedTuple):
    """An event, and whether its digest fits no more."""

    event: Event
    altered: bool


NOUNS = {
    "answer": "answer to",
    "action": "action on",
    "cause": "cause of",
    "scope": "change of the",
    "pin": "change of the",
}


def broken(events: Iterable[Event], heads: Mapping[str, str] | None = None) -> list[str]:
    """One sentence for each event that was altered, lacks the one before it, is out of order or forks its chain.

    Args:
        events: of one assessment, in any order; the same event twice is one.
        heads: the digest of the last event by device, where it is known: without it, nobody can tell that the end of
            a chain was cut off.
    """
    chains: dict[str, list[Checked]] = {}
    known = {(event.order, true_digest): event for event in events for true_digest in [digest_of(event)]}
    for (_, true_digest), event in sorted(known.items(), key=lambda item: item[0]):
        chains.setdefault(event.device, []).append(Checked(event, true_digest != event.digest))
    found = [fault for device in sorted(chains) for fault in _faults(chains[device])]
    for device, head in sorted((heads or {}).items()):
        if head not in {checked.event.digest for checked in chains.get(device, [])}:
            found.append(f"The last entry of device {device[:8]} is missing: it was taken out.")
    return found


def name(event: Event) -> str:
    """What an event is, where it comes from and when it was written, in words."""
    return (
        f"{NOUNS[event.kind]} {one_line(event.subject)} of {event.at:%Y-%m-%d %H:%M:%S} UTC "
        f"(event {event.id[:8]}, device {event.device[:8]})"
    )


def _faults(chain: list[Checked]) -> Iterable[str]:
    by_digest = {event.digest: event for event, _ in chain}
    child: dict[str, Event] = {}
    for event, altered in chain:
        before = by_digest.get(event.prev)
        if altered:
            yield f"The {name(event)} was altered after it was written."
        if event.prev and before is None:
            yield f"The entry before the {name(event)} is missing or was replaced."
        if before is not None and before.clock >= event.clock:
            yield f"The {name(event)} is out of order: it is not later than the entry it follows."
        sibling = child.setdefault(event.prev, event)
        if sibling.digest != event.digest:
            yield f"The {name(event)} and the {name(sibling)} follow the same entry: the chain forks."
