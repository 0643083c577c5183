from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path

import pytest
from sqlalchemy import event as engine_event

from tests.store.conftest import DEVICE, start, value
from tna.assessment.events import Entry, fold
from tna.assessment.record import Action, Answer, Assessment, Cause, Scope
from tna.store import Store, StoreError
from tna.store.rows import Summary


def reopened(path: Path) -> Store:
    return Store.open(path, device=DEVICE)


def test_a_new_assessment_starts_with_its_set_up_as_events(store: Store) -> None:
    before = datetime.now(UTC)
    made = start(store, author="Capt. Diallo")
    assert re.fullmatch("[0-9a-f]{12}", made.id)
    assert before <= made.created_at <= datetime.now(UTC)
    events = store.events(made.id)
    assert [(event.kind, event.subject) for event in events] == [
        ("answer", "unit.strength"),
        ("answer", "unit.deployment_date"),
        ("scope", "scope"),
    ]
    assert {event.author for event in events} == {"Capt. Diallo"}
    record = store.record(made.id)
    assert record.answers["unit.strength"] == value(850)
    assert record.answers["unit.deployment_date"] == Answer(status="value", value="2027-03-01")
    assert record.scope == made.scope == Scope(depth="full", domains=("medical",))


def test_what_was_written_is_there_after_reopening(store: Store, path: Path) -> None:
    made = start(store)
    full = Answer(status="value", value=92, evidence="documented", evidence_date=date(2026, 11, 14), note="by the RMO")
    written = [
        store.append(made.id, "answer", "medical.kits", full, author="Capt. Diallo"),
        store.append(made.id, "action", "MED-1", Action(what="Buy kits", due=date(2027, 1, 5))),
        store.append(made.id, "cause", "MED-1", Cause(causes=("equipment",), reason="worn out")),
    ]
    store.close()
    with reopened(path) as again:
        assert again.events(made.id)[3:] == written
        assert again.record(made.id) == fold(again.events(made.id))
        assert again.record(made.id).answers["medical.kits"] == full
        assert again.assessments() == [made]
        assert again.broken(made.id) == []


def test_events_are_chained_timed_and_ordered(store: Store) -> None:
    made = start(store)
    for number in range(5):
        store.append(made.id, "answer", "medical.kits", value(number))
    events = store.events(made.id)
    assert [event.prev for event in events] == ["", *(event.digest for event in events[:-1])]
    assert [event.clock for event in events] == sorted({event.clock for event in events})
    assert all(event.device == DEVICE and event.assessment == made.id for event in events)
    assert all(abs(event.at - datetime.now(UTC)) < timedelta(minutes=1) for event in events)


def test_an_answer_stands_though_the_clock_of_the_machine_was_set_back(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Yesterday(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:
            return datetime.now(tz) - timedelta(days=1)

    made = start(store)
    store.append(made.id, "answer", "medical.kits", value(1))
    monkeypatch.setattr("tna.store.store.datetime", Yesterday)
    late = store.append(made.id, "answer", "medical.kits", value(2))
    assert store.record(made.id).answers["medical.kits"] == value(2)
    assert late.at < made.created_at
    assert store.broken(made.id) == []


def test_chains_of_two_assessments_are_apart(store: Store) -> None:
    one, two = start(store), start(store)
    store.append(one.id, "answer", "medical.kits", value(1))
    store.append(two.id, "answer", "medical.kits", value(2))
    assert store.events(two.id)[0].prev == ""
    assert store.record(one.id).answers["medical.kits"] == value(1)
    assert store.broken(one.id) == store.broken(two.id) == []


def test_two_devices_on_one_database_have_a_chain_each_and_see_each_other(store: Store, path: Path) -> None:
    made = start(store)
    store.append(made.id, "answer", "medical.kits", value(1))
    with Store.open(path, device="two") as other:
        second = other.append(made.id, "answer", "medical.kits", value(2))
        assert second.prev == ""
    assert store.record(made.id).answers["medical.kits"] == value(2)
    assert store.broken(made.id) == []


def test_many_are_written_all_or_none(store: Store) -> None:
    made = start(store)
    written = store.append_many(made.id, [Entry("answer", f"medical.q{n}", value(n)) for n in range(20)], author="A")
    assert store.events(made.id)[3:] == written
    wrong = Entry("answer", "medical.kits", Action(what="Buy kits"))
    with pytest.raises(ValueError, match="holds no Action"):
        store.append_many(made.id, [Entry("answer", "medical.kits", value(1)), wrong])
    assert store.events(made.id)[3:] == written
    assert store.append_many(made.id, []) == []
    assert store.broken(made.id) == []


def test_undo_is_written_and_stops_at_the_set_up(store: Store) -> None:
    made = start(store)
    first = store.append(made.id, "answer", "medical.kits", value(1))
    second = store.append(made.id, "answer", "medical.kits", value(2))
    undone = store.undo(made.id, author="Capt. Diallo")
    assert undone is not None
    assert (undone.undo_of, undone.body, undone.author) == (second.id, value(1), "Capt. Diallo")
    again = store.undo(made.id)
    assert again is not None
    assert (again.undo_of, again.body) == (first.id, Answer())
    assert store.undo(made.id) is None
    assert store.record(made.id).answers["unit.strength"] == value(850)
    assert len(store.events(made.id)) == 7
    assert store.broken(made.id) == []


def test_the_list_is_newest_first_and_follows_the_scope(store: Store) -> None:
    made = [start(store, unit_name=f"Unit {number}") for number in range(3)]
    store.append(made[0].id, "scope", "scope", Scope(depth="screen", domains=()))
    listed = store.assessments()
    assert [a.unit_name for a in listed] == ["Unit 2", "Unit 1", "Unit 0"]
    assert listed[2].scope == Scope(depth="screen", domains=())
    assert listed[1] == made[1]


def test_a_summary_counts_events_and_questions_and_is_one_query(store: Store) -> None:
    made = start(store)
    for number in range(3):
        last = store.append(made.id, "answer", "medical.kits", value(number))
    statements: list[str] = []
    engine_event.listen(store._engine, "before_cursor_execute", lambda *given: statements.append(given[2]))
    assert store.summaries() == [Summary(made, last.at, entries=6, questions=3)]
    assert len([sql for sql in statements if sql.startswith("SELECT")]) == 1


def test_an_append_costs_few_statements(store: Store) -> None:
    made = start(store)
    statements: list[str] = []
    engine_event.listen(store._engine, "before_cursor_execute", lambda *given: statements.append(given[2]))
    store.append(made.id, "answer", "medical.kits", value(1))
    assert [sql.split()[0] for sql in statements] == ["BEGIN", "SELECT", "SELECT", "SELECT", "INSERT", "UPDATE"]


def test_the_start_of_an_id_finds_it(store: Store) -> None:
    made = start(store)
    for given in (made.id, made.id[:4], f" {made.id[:6].upper()} "):
        assert store.find(given) == made


def ids(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    free = iter(names)
    monkeypatch.setattr("tna.store.store._free_id", lambda connection: next(free))


def test_a_start_that_fits_several_names_them(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    ids(monkeypatch, "aaaa00000001", "aaaa00000002")
    start(store, unit_name="First")
    start(store, unit_name="Second\n\x1b[2J")
    with pytest.raises(StoreError) as refused:
        store.find("aaaa")
    assert str(refused.value) == (
        "aaaa fits 2 assessments: aaaa00000002 (Second��[2J, MINUSCA), aaaa00000001 (First, MINUSCA); write more of the id"
    )


def test_a_start_that_fits_very_many_names_five(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    ids(monkeypatch, *(f"aaaa0000000{n}" for n in range(8)))
    for _ in range(8):
        start(store)
    with pytest.raises(StoreError, match=r"^aaaa fits 8 assessments: (.*, ){4}.* and 3 more; write more of the id$"):
        store.find("aaaa")


@pytest.mark.parametrize("given", ["ffff", "", "  ", "%", "_", "x\n\x1b[2J"])
def test_a_start_that_fits_none_says_so(store: Store, given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ids(monkeypatch, "aaaa00000001")
    start(store)
    with pytest.raises(
        StoreError, match=r"^no assessment has an id that starts with '.*'; tna list shows them$"
    ) as refused:
        store.find(given)
    assert str(refused.value).isprintable()


def test_ids_are_checked_to_be_free(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    made = start(store)
    taken = iter([made.id.ljust(32, "0"), made.id.ljust(32, "0"), *(f"{n:x}".rjust(32, "b") for n in range(20))])
    monkeypatch.setattr("tna.store.store.uuid4", lambda: type("U", (), {"hex": next(taken)}))
    assert start(store).id == "b" * 12


def test_a_deleted_assessment_is_hidden_kept_and_takes_no_more(store: Store) -> None:
    made, other = start(store), start(store)
    store.append(made.id, "answer", "medical.kits", value(1))
    store.delete(made.id)
    assert store.assessments() == [other]
    with pytest.raises(StoreError, match="no assessment has an id"):
        store.find(made.id)
    refusal = f"^assessment {made.id} was deleted on {datetime.now(UTC):%Y-%m-%d}; nothing more is written to it$"
    for write in (
        lambda: store.append(made.id, "answer", "medical.kits", value(2)),
        lambda: store.undo(made.id),
        lambda: store.delete(made.id),
    ):
        with pytest.raises(StoreError, match=refusal):
            write()
    assert store.record(made.id).answers["medical.kits"] == value(1)


def test_an_unknown_id_is_refused_everywhere(store: Store) -> None:
    start(store)
    for ask in (
        store.events,
        store.record,
        store.broken,
        store.undo,
        store.delete,
        lambda unknown: store.append(unknown, "answer", "medical.kits", value(1)),
    ):
        with pytest.raises(StoreError, match=r"^no assessment has the id 'ffffffffffff'; tna list shows them$"):
            ask("ffffffffffff")


def test_text_is_kept_as_typed_save_half_characters(store: Store, path: Path) -> None:
    odd = "\x00\x1b[31m=SUM(A1)\u202e'; DROP TABLE event; --"
    made = start(store, unit_name=odd, country="Côte d\udce9", author=odd)
    event = store.append(made.id, "answer", "medical.kits", Answer(note=odd + "\ud800"), author="\udcff")
    assert (event.body, event.author) == (Answer(note=odd + "�"), "�")
    store.close()
    with reopened(path) as again:
        found = again.find(made.id)
        assert found == made
        assert (found.unit_name, found.country) == (odd, "Côte d�")
        assert again.events(made.id)[-1] == event
        assert again.broken(made.id) == []


def test_threads_of_one_program_share_a_store(store: Store) -> None:
    made = start(store)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: store.append(made.id, "answer", f"medical.q{n}", value(n)), range(40)))
    assert len(store.events(made.id)) == 43
    assert store.broken(made.id) == []


def test_the_folder_is_made_and_the_device_is_that_of_this_machine(tmp_path: Path) -> None:
    place = tmp_path / "new folder" / "deeper" / "tna.db"
    with Store.open(place) as one:
        made: Assessment = start(one)
    with Store.open(f"sqlite:///{place}") as two:
        assert two.assessments() == [made]
        assert two.device == one.device
