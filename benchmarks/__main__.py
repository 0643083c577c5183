"""Every figure as a ratio to its floor, both measured in turn in this run. Prints a table; judges nothing."""

from __future__ import annotations

import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.terminal import first_paint, key, running, settle, wait_for

TNA = [sys.executable, "-m", "tna"]
BARE = [sys.executable, str(Path(__file__).with_name("bare_app.py"))]
TODAY = date(2026, 11, 25)
NEW = [
    "new",
    "--country",
    "T",
    "--unit-name",
    "T",
    "--unit-type",
    "infantry",
    "--mission",
    "MINUSCA",
    "--strength",
    "850",
]
NEW += ["--deploys", "2027-03-01"]


def seconds(function: Callable[[], object]) -> float:
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def in_turn(ours: Callable[[], float], floor: Callable[[], float], runs: int) -> tuple[float, float]:
    """Medians of both, measured alternately after one warm-up of each."""
    ours(), floor()
    pairs = [(ours(), floor()) for _ in range(runs)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def line(what: str, ours: float, floor: float, beside: str) -> None:
    print(f"{what:<44} {ours * 1000:9.2f} ms   {floor * 1000:9.2f} ms   x {ours / floor:5.2f}   beside {beside}")


def terminal(home: str, sample: str) -> None:
    environment = {"TNA_HOME": home, "TNA_DB": sample}
    paint = in_turn(
        lambda: first_paint(TNA, "tna", environment), lambda: first_paint(BARE, "bare text", environment), runs=9
    )
    line("first paint of tna", *paint, "a bare Textual app")
    ready = in_turn(
        lambda: first_paint(TNA, "SAMPBAT-1", environment), lambda: first_paint(BARE, "bare text", environment), runs=5
    )
    line("the list of assessments is there", *ready, "a bare Textual app")
    made = subprocess.run([*TNA, *NEW], env={**os.environ, **environment}, check=True, capture_output=True, text=True)
    walk = [*TNA, "walk", made.stdout.split()[-1]]
    keys = [median_key(argv, marker, pressed, environment) for argv, marker, pressed in (
        (walk, "women", "]"),
        ([*BARE, "list"], "Option 9", "\x1b[B"),
    )]  # fmt: skip
    line("key to first byte in the walk: next open", keys[0], keys[1], "a key in a bare OptionList")


def median_key(argv: list[str], marker: str, pressed: str, environment: dict[str, str]) -> float:
    with running(argv, environment) as screen:
        wait_for(screen, marker)
        settle(screen)
        taken = []
        for _ in range(40):
            settle(screen, 0.2)
            taken.append(key(screen, pressed))
    return statistics.median(taken)


def durable(folder: Path) -> None:
    from tna.assessment.record import Answer, Scope
    from tna.store import Store

    store = Store.open(folder / "ours.db")
    made = store.create(
        country="T",
        unit_name="T",
        unit_type="infantry",
        mission="MINUSCA",
        scope=Scope(depth="full", domains=("medical",)),
        edition="1",
        digest="0" * 64,
        strength=1,
        deployment_date=TODAY,
    )
    answer = Answer(status="value", value=92, evidence="documented", ref="sheet 4")
    row = ("id", made.id, "answer", "medical.kit_share", answer.model_dump_json(), "0" * 64, "1" * 64)
    raw = sqlite3.connect(folder / "raw.db", isolation_level=None)
    raw.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE e (a, b, c, d, e, f, g);")

    def commit() -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO e VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        raw.execute("COMMIT")

    ours, floor = in_turn(
        lambda: seconds(lambda: store.append(made.id, "answer", "medical.kit_share", answer)),
        lambda: seconds(commit),
        runs=200,
    )
    line("an answer made durable", ours, floor, "a raw sqlite3 commit of the same row")
    store.close()
    raw.close()


def catalogue() -> None:
    from tna.content.load import cache_folder, load_catalogue

    load_catalogue()
    compiled = max(cache_folder().glob("catalogue-*.json"), key=lambda path: path.stat().st_mtime)
    floor_bytes = compiled.read_bytes()
    pair = in_turn(lambda: seconds(load_catalogue), lambda: seconds(lambda: json.loads(floor_bytes)), runs=15)
    line(f"loading the catalogue ({len(floor_bytes) // 1024} KiB)", *pair, "json.loads of the same bytes")


def results(folder: Path) -> None:
    from openpyxl import Workbook, load_workbook

    from tna.content.load import load_catalogue
    from tna.demo import make_sample
    from tna.reports import write_report
    from tna.scoring import score

    assessment, checklist, record = make_sample(load_catalogue(), folder / "sample.db", TODAY)
    result = score(checklist, record, TODAY)
    path = folder / "report.xlsx"
    write_report(path, assessment, checklist, record, result)
    sheets = [(sheet.title, list(sheet.iter_rows(values_only=True))) for sheet in load_workbook(path)]

    def bare_workbook() -> None:
        book = Workbook(write_only=True)
        for title, rows in sheets:
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        book.save(folder / "bare.xlsx")

    scored = in_turn(
        lambda: seconds(lambda: score(checklist, record, TODAY)),
        lambda: seconds(lambda: json.loads(json.dumps([item.criterion.model_dump() for item in checklist.items]))),
        runs=15,
    )
    line(f"score of {len(checklist.items)} criteria", *scored, "a JSON round trip of those criteria")
    written = in_turn(
        lambda: seconds(lambda: write_report(path, assessment, checklist, record, result)),
        lambda: seconds(bare_workbook),
        runs=5,
    )
    line("gap report, all sheets", *written, "openpyxl, the same cells without styles")


def whole_command(home: str, sample: str) -> None:
    environment = {**os.environ, "TNA_HOME": home, "TNA_DB": sample}

    def run(*argv: str) -> float:
        return seconds(lambda: subprocess.run(argv, env=environment, check=True, capture_output=True))

    listed = subprocess.run([*TNA, "list", "--json"], env=environment, check=True, capture_output=True)
    made = json.loads(listed.stdout)[0]["id"]
    floor = (sys.executable, "-c", "import sqlmodel, typer")
    pair = in_turn(lambda: run(*TNA, "score", made, "--json"), lambda: run(*floor), runs=7)
    line("tna score --json, the whole process", *pair, "python importing sqlmodel and typer")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["TNA_HOME"] = str(folder / "home")
        subprocess.run([*TNA, "demo", "--out", name], check=True, capture_output=True)
        sample = str(folder / "sample.db")
        print(f"{'':<44} {'tna':>12}   {'floor':>12}   ratio")
        terminal(str(folder / "home"), sample)
        (folder / "other").mkdir()
        durable(folder / "other")
        catalogue()
        results(folder / "other")
        whole_command(str(folder / "home"), sample)


main()
