"""How long a walk is, for docs/content.md: `python -m tests.content.sizes` prints the part that belongs there."""

from __future__ import annotations

from collections import Counter

from tna.content.load import load_catalogue
from tna.content.models import NO_MISSION, Catalogue, Depth
from tna.tailoring import Checklist, tailor

MISSION = "MINUSCA"
SECONDS = 20
WORDS = f"""\
Counted for {MISSION}, or without a mission; the most that can be asked, at {SECONDS} seconds a question. Answers shorten it: what they rule out is not asked.
In the columns of the domains: criteria in a full assessment / in a screen."""


def sizes(catalogue: Catalogue) -> str:
    """A line for each unit type: criteria by domain, questions and time, in full and as a screen."""
    titles = [domain.title for domain in catalogue.domains]
    heads = ["unit type", *titles, "questions, full", "hours", "questions, screen", "minutes"]
    lines = [WORDS, "", _row(heads), _row(["---"] * len(heads))]
    for unit in catalogue.units.values():
        full, screen = (_checklist(catalogue, unit.id, depth) for depth in ("full", "screen"))
        counts = [_criteria(full), _criteria(screen)]
        cells = [f"{counts[0][d.id]} / {counts[1][d.id]}" if counts[0][d.id] else "-" for d in catalogue.domains]
        asked = [len(full.questions), len(screen.questions)]
        time = [f"{asked[0] * SECONDS / 3600:.1f}", f"{asked[1] * SECONDS / 60:.0f}"]
        lines.append(_row([unit.name, *cells, str(asked[0]), time[0], str(asked[1]), time[1]]))
    return "\n".join(lines)


def _checklist(catalogue: Catalogue, unit: str, depth: str) -> Checklist:
    chosen: Depth = "full" if depth == "full" else "screen"
    mission = NO_MISSION if catalogue.units[unit].domains else MISSION
    return tailor(catalogue, unit, mission, depth=chosen)


def _criteria(checklist: Checklist) -> Counter[str]:
    return Counter(item.domain for item in checklist.items)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    print(sizes(load_catalogue()))  # noqa: T201
