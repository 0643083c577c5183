"""The content reads well, in short sentences, and leads to a place in its sources where one is known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest

from tests.conftest import ROOT
from tna.content.models import Catalogue, Criterion, Domain, Question

LOCATED = (ROOT / "tests/content/located.txt").read_text(encoding="utf-8").split()
"""The criteria whose source names a place that was seen."""

WORD = re.compile(r"[A-Za-z']+")
SENTENCE = re.compile(r"[.!?:;]+(?:\s|$)")


def syllables(word: str) -> int:
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = word.lower().endswith("e") and not word.lower().endswith("le") and groups > 1
    return max(groups - silent, 1)


def reading_ease(texts: Iterable[str]) -> float:
    """Flesch's reading ease: 60 and more is plain English, below 30 is for graduates."""
    kept = list(texts)
    words = [word for text in kept for word in WORD.findall(text)]
    sentences = sum(max(1, len(SENTENCE.findall(text))) for text in kept)
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * sum(map(syllables, words)) / len(words)


def asked(domain: Domain) -> list[Question]:
    return [question for section in domain.sections for question in section.questions]


def required(domain: Domain) -> list[Criterion]:
    return [criterion for topic in domain.topics for criterion in topic.criteria]


TEXTS: list[tuple[str, float, Callable[[Domain], list[str]]]] = [
    ("questions", 50, lambda domain: [question.ask for question in asked(domain)]),
    ("hints", 55, lambda domain: [question.hint for question in asked(domain) if question.hint]),
    ("requirements", 40, lambda domain: [criterion.requires for criterion in required(domain)]),
    ("consequences", 60, lambda domain: [criterion.consequence for criterion in required(domain)]),
    ("actions", 40, lambda domain: [criterion.action for criterion in required(domain) if criterion.action]),
]


@pytest.mark.parametrize(("what", "least", "texts"), TEXTS, ids=[what for what, *_ in TEXTS])
def test_every_domain_reads_easily(
    real_catalogue: Catalogue, what: str, least: float, texts: Callable[[Domain], list[str]]
) -> None:
    hard = {domain.id: round(reading_ease(texts(domain))) for domain in real_catalogue.domains}
    assert {name: ease for name, ease in hard.items() if ease < least} == {}


@pytest.mark.parametrize(("field", "most"), [("requires", 30), ("consequence", 25), ("action", 25), ("critical", 35)])
def test_no_sentence_of_a_criterion_runs_on(real_catalogue: Catalogue, field: str, most: int) -> None:
    long = [c.id for c in real_catalogue.criteria.values() if len((getattr(c, field) or "").split()) > most]
    assert long == []


def test_no_hint_runs_on(real_catalogue: Catalogue) -> None:
    assert [q.id for q in real_catalogue.questions.values() if len((q.hint or "").split()) > 35] == []


def test_a_citation_says_where_when_the_place_is_known(real_catalogue: Catalogue) -> None:
    found = [real_catalogue.criteria[name] for name in LOCATED if name in real_catalogue.criteria]
    assert [criterion.id for criterion in found if not any(cite.at for cite in criterion.cites)] == []


def test_no_remedy_of_our_own_is_idle(real_catalogue: Catalogue) -> None:
    """Courses that exist are kept whether a gap needs them or not; what we wrote must close one."""
    named = {name for criterion in real_catalogue.criteria.values() for name in criterion.remedies}
    assert [name for name in real_catalogue.remedies if name not in named and not name.startswith("R-")] == []


def test_no_source_is_an_orphan(real_catalogue: Catalogue) -> None:
    """Every source is cited, or is the newer text of one that is."""
    items = [*real_catalogue.criteria.values(), *real_catalogue.missions.values(), *real_catalogue.units.values()]
    cited = {cite.source for item in (*items, *real_catalogue.remedies.values()) for cite in item.cites}
    cited |= {unit.manual.source for unit in real_catalogue.units.values() if unit.manual and unit.manual.source}
    newer = {source.superseded_by for source in real_catalogue.sources.values()}
    assert [name for name in real_catalogue.sources if name not in cited | newer] == []
