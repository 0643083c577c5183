"""Which criteria and questions apply to a unit in a mission, with what weight, and why."""

from tna.tailoring.checklist import Checklist, Item, LeftOut, Placed, tailor

__all__ = ["Checklist", "Item", "LeftOut", "Placed", "tailor"]
