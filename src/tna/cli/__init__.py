"""The command line: one thin module per group of commands; no rule of the domain (DESIGN 8)."""

from tna.cli.app import main

__all__ = ["main"]
