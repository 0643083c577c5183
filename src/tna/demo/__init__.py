"""A sample assessment, filled in by rule, to show what the tool does on the real content."""

from tna.demo.sample import make_sample

__all__ = ["make_sample"]
