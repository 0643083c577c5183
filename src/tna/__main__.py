"""`python -m tna` is the command `tna`."""

from tna.cli import main

main()
