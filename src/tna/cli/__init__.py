"""The command line: one thin module per group of commands; no rule of the domain."""

from __future__ import annotations

import sys

from tna.errors import Refusal

GLOBAL = ("--db", "--content")
"""Options that may stand anywhere on the line."""


def main() -> None:
    """The command `tna`; Ctrl-C ends it without a word, also before it has begun."""
    try:
        _start()
    except KeyboardInterrupt:
        raise SystemExit(130) from None


def _start() -> None:
    """Without a command it opens the terminal UI, and loads nothing that only commands need."""
    options, rest = hoist(sys.argv[1:])
    if not rest:
        from tna.tui import run

        try:
            run(content=options.get("--content"), db=options.get("--db"))
        except Refusal as error:
            sys.stderr.write(f"tna: {error}\n")
            raise SystemExit(1) from None
        return
    from tna.cli.app import run_command

    run_command(options, rest)


def hoist(arguments: list[str]) -> tuple[dict[str, str], list[str]]:
    """The global options of a command line, wherever they stand before a ``--``, and the rest of it.

    Raises:
        SystemExit: with code 2, when one has no value.
    """
    options: dict[str, str] = {}
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        name, equals, value = word.partition("=")
        if word == "--":
            rest += [word, *words]
        elif name in GLOBAL:
            options[name] = value if equals else next(words, "")
            if not options[name]:
                sys.stderr.write(f"tna: {name} needs a value, such as {name} PLACE\n")
                raise SystemExit(2)
        else:
            rest.append(word)
    return options, rest
