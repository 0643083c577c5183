"""From a content folder to a Catalogue, by way of a compiled copy, since YAML is slow to read."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from tna import __version__
from tna.content.fault import Fault
from tna.content.files import content_files, digest_of
from tna.content.models import SETUP_QUESTIONS, Catalogue, Edition
from tna.errors import Refusal

if TYPE_CHECKING:
    from tna.content.read import Content


KEPT = 5
"""How many compiled copies are kept, the newest: one for each content that is in use by turns."""


class ContentError(Refusal):
    """The content has faults, so that nothing of it is used; ``faults`` holds them all."""

    def __init__(self, folder: Path, faults: Sequence[Fault]) -> None:
        self.folder, self.faults = folder, tuple(faults)
        super().__init__(f"{len(faults)} fault{'s' if len(faults) != 1 else ''} in the content of {folder}")


def content_folder(chosen: str | Path | None = None) -> Path:
    """The folder that holds standards/ and questionnaires/: the one chosen, TNA_CONTENT, or the tool's own."""
    named = chosen or os.environ.get("TNA_CONTENT")
    if named:
        return Path(named)
    packaged = Path(__file__).parents[1] / "_content"
    return packaged if packaged.is_dir() else Path(__file__).parents[3]


def check_content(folder: Path) -> list[Fault]:
    """Every fault of a content folder, in the order of its files; empty when it can be used."""
    return _build(folder)[1]


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """The catalogue of a folder, from its compiled copy when there is one for exactly these files.

    Raises:
        ContentError: with every fault, when the content has any.
    """
    folder = folder or content_folder()
    if not content_files(folder):
        raise ContentError(folder, [Fault(str(folder), 1, "", "holds no standards/ and questionnaires/")])
    digest = digest_of(folder)
    compiled = _compiled_path(digest)
    try:
        return Catalogue.model_validate_json(compiled.read_bytes())
    except (OSError, ValidationError):
        pass
    catalogue, faults = _build(folder, digest)
    if catalogue is None:
        raise ContentError(folder, faults)
    _keep(catalogue, compiled)
    return catalogue


def _build(folder: Path, digest: str = "") -> tuple[Catalogue | None, list[Fault]]:
    from tna.content.check import check  # reading YAML costs 60 ms of imports, which the compiled copy saves
    from tna.content.coverage import empty_pairs
    from tna.content.read import read_content

    content = read_content(folder)
    faults = check(content)
    if faults or content.edition is None:
        return None, faults
    catalogue = _assemble(content, content.edition, digest)
    faults = [
        Fault("standards/units.yaml", 1, unit, f"no criterion applies to it in {', '.join(missions)}")
        for unit, missions in empty_pairs(catalogue).items()
    ]
    return (None if faults else catalogue), faults


def _assemble(content: Content, edition: Edition, digest: str) -> Catalogue:
    profile = {question.id: question for question in SETUP_QUESTIONS}
    profile.update({question.id: question for question in content.profile})
    return Catalogue(
        edition=edition,
        digest=digest,
        domains=tuple(content.domains()),
        profile=tuple(profile.values()),
        **content.lists,
        **content.threat_notes.model_dump(),
    )


def cache_folder() -> Path:
    """Where compiled copies are kept: TNA_HOME/cache, or the user's cache folder."""
    home = os.environ.get("TNA_HOME")
    if home:
        return Path(home) / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("tna", appauthor=False)


def _compiled_path(digest: str) -> Path:
    return cache_folder() / f"catalogue-{__version__}-{digest[:32]}.json"


def _keep(catalogue: Catalogue, path: Path) -> None:
    """Writes the compiled copy, whole or not at all; a folder that cannot be written only costs time."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}.part")
        draft.write_text(catalogue.model_dump_json(exclude_defaults=True), encoding="utf-8")
        draft.replace(path)
        for old in sorted(path.parent.glob("catalogue-*.json"), key=lambda copy: copy.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        pass
