"""Training-needs assessment for peacekeeping contingents, against UN standards that are cited."""

__version__ = "0.1.0"
