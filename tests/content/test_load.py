"""The compiled copy is used for exactly the files it was made from, and costs nothing when it cannot be kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.content.small import write_content
from tna.content import load
from tna.content.files import digest_of
from tna.content.load import cache_folder, content_folder, load_catalogue


def test_the_compiled_catalogue_is_the_one_that_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_content(tmp_path)
    first = load_catalogue(folder)
    monkeypatch.setattr(load, "_build", None)  # a second reading of the YAML would fail
    assert load_catalogue(folder) == first


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    before = load_catalogue(write_content(tmp_path))
    after = load_catalogue(write_content(tmp_path, medical=("Everybody carries a kit.", "All carry a kit.")))
    assert after.criteria["MED-KIT-01"].requires == "All carry a kit."
    assert before.digest != after.digest


def test_a_file_by_another_name_is_another_content(tmp_path: Path) -> None:
    write_content(tmp_path)
    before = digest_of(tmp_path)
    (tmp_path / "standards/medical.yaml").rename(tmp_path / "standards/health.yaml")
    assert digest_of(tmp_path) != before


def test_another_version_of_the_tool_compiles_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_catalogue(write_content(tmp_path))
    monkeypatch.setattr(load, "__version__", "0.0.0")
    load_catalogue(tmp_path)
    assert len(list(cache_folder().iterdir())) == 2


def test_line_endings_do_not_make_another_edition(tmp_path: Path) -> None:
    before = load_catalogue(write_content(tmp_path)).digest
    path = tmp_path / "standards/medical.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_catalogue(tmp_path).digest == before


def test_only_the_newest_compiled_copies_are_kept(tmp_path: Path) -> None:
    for number in range(load.KEPT + 3):
        load_catalogue(write_content(tmp_path, medical=("Everybody carries a kit.", f"All {number} carry a kit.")))
    assert len(list(cache_folder().glob("catalogue-*.json"))) == load.KEPT


def test_a_damaged_compiled_copy_is_made_anew(tmp_path: Path) -> None:
    folder = write_content(tmp_path)
    first = load_catalogue(folder)
    for path in cache_folder().iterdir():
        path.write_text('{"edition": ')
    assert load_catalogue(folder) == first


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX file kinds")
def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("TNA_HOME", str(blocked))
    assert load_catalogue(write_content(tmp_path / "content")).edition.edition == "1"


def test_setup_questions_are_there_without_a_profile_that_words_them(tmp_path: Path) -> None:
    catalogue = load_catalogue(write_content(tmp_path))
    assert [question.id for question in catalogue.profile] == ["unit.strength", "unit.deployment_date", "unit.women"]


def test_what_the_threat_levels_mean_comes_with_the_missions(tmp_path: Path) -> None:
    scale = ("missions:", "threat_note: Our own judgement.\nthreat_scale: {0: None, 3: Everywhere}\nmissions:")
    catalogue = load_catalogue(write_content(tmp_path, missions=scale))
    assert (catalogue.threat_note, catalogue.threat_scale) == ("Our own judgement.", {0: "None", 3: "Everywhere"})


def test_a_profile_may_word_the_questions_of_the_set_up(tmp_path: Path) -> None:
    worded = ("questions:\n", "questions:\n- {id: unit.strength, ask: How strong?, type: count, min: 10}\n")
    question = load_catalogue(write_content(tmp_path, q_profile=worded)).questions["unit.strength"]
    assert (question.ask, question.limits) == ("How strong?", (10, None))


def test_domains_come_in_the_order_of_the_edition_then_by_name(tmp_path: Path) -> None:
    folder = write_content(tmp_path, edition=("[medical]", "[medical, water]"))
    for slug in ("air", "water"):
        for part in ("standards", "questionnaires"):
            text = (
                (folder / part / "medical.yaml")
                .read_text()
                .replace("medical", slug)
                .replace("MED-", f"{slug.upper()}-")
            )
            (folder / part / f"{slug}.yaml").write_text(text)
    assert [domain.id for domain in load_catalogue(folder).domains] == ["medical", "water", "air"]


def test_words_that_yaml_takes_for_booleans_stay_words(tmp_path: Path) -> None:
    catalogue = load_catalogue(write_content(tmp_path, missions=("name: Mission Bravo", "name: NO")))
    assert catalogue.missions["BRAVO"].name == "NO"
    assert catalogue.criteria["MED-MIN-01"].met == {"medical.mine_course": "yes"}


def test_the_folder_is_the_one_chosen_then_the_one_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (content_folder() / "standards").is_dir()
    monkeypatch.setenv("TNA_CONTENT", str(tmp_path / "env"))
    assert content_folder() == tmp_path / "env"
    assert content_folder(tmp_path / "chosen") == tmp_path / "chosen"
