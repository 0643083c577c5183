"""The command line: one thin module per group of commands; no rule of the domain."""

from __future__ import annotations

import sys

GLOBAL = ("--db", "--content")
"""Options that may stand anywhere on the line."""


def main() -> None:
    """The command `tna`. Without a command it opens the terminal UI, and loads nothing that only commands need."""
    options, rest = hoist(sys.argv[1:])
    if not rest:
        from tna.tui import run

        run(content=options.get("--content"), db=options.get("--db"))
        return
    from tna.cli.app import run_command

    run_command(options, rest)


def hoist(arguments: list[str]) -> tuple[dict[str, str], list[str]]:
    """The global options of a command line, wherever they stand, and the rest of it."""
    options: dict[str, str] = {}
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        name, equals, value = word.partition("=")
        if word == "--":
            rest += [word, *words]
        elif name in GLOBAL and (equals or (value := next(words, ""))):
            options[name] = value
        else:
            rest.append(word)
    return options, rest
