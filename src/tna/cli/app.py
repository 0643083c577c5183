"""The commands put together, and how an error leaves them."""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer

from tna import __version__
from tna.cli import answering, assessments, catalogue, content, demonstration, library, rescoring, results
from tna.cli.session import Session, say
from tna.content.load import ContentError
from tna.errors import Refusal
from tna.faults import keep_fault

HELP = """Is a unit trained and equipped for its UN mission, what is missing, and what closes each gap in time?

Without a command, `tna` opens the terminal UI. `tna demo` shows everything on a sample.

Two options may stand anywhere: --db PATH or URL (or TNA_DB) names the database, --content DIR (or TNA_CONTENT) the
folder that holds standards/ and questionnaires/. Results go to stdout, remarks to stderr. Exit 0: done; 1: refused,
with one line that says what, where and how to mend it; 2: wrong usage.

This is an independent tool: not a UN product, and no UN certification.
"""

app = typer.Typer(
    help=HELP, add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
)
for group in (assessments, answering, results, rescoring, catalogue, demonstration):
    group.register(app)
app.add_typer(content.app, name="content")
app.add_typer(library.app, name="library")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"tna {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """The options that come before a command."""


def run_command(options: dict[str, str], arguments: list[str]) -> None:
    """Runs one command; what is refused becomes a line on stderr and exit 1, never a traceback."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    session = Session(options.get("--db"), options.get("--content"))
    try:
        app(args=arguments, prog_name="tna", obj=session)
    except ContentError as error:
        for fault in error.faults:
            say(str(fault))
        say(f"{error}; see: tna content check")
        raise SystemExit(1) from None
    except Refusal as error:
        say(f"tna: {error}")
        raise SystemExit(1) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(1) from None
    except OSError as error:
        say(f"tna: {error.filename or 'a file'}: {error.strerror or error}; see that it may be used, or name another")
        raise SystemExit(1) from None
    except Exception:  # the last resort: nobody is shown a traceback
        say(keep_fault())
        raise SystemExit(1) from None
    finally:
        session.close()
