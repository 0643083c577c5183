"""The floor for the terminal UI: a Textual app with a header, a text and a footer, and a list to move in."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, OptionList, Static


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Header()
        yield Static("bare text")
        if "list" in sys.argv:
            yield OptionList(*(f"Option {number}" for number in range(300)))
        yield Footer()


Bare().run()
