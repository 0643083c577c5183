"""The statements of the store, built once: building one anew costs more than running it.

Parameters: ``of`` is the id of an assessment, ``by`` a device, ``new`` a new value, ``like`` a pattern of ids.
"""

from __future__ import annotations

from sqlalchemy import BindParameter, bindparam, case, distinct, func, insert, select, update

from tna.assessment.events import SCOPE_SUBJECT
from tna.store.tables import ASSESSMENT, CONTENT, EVENT, HEAD

_OF: BindParameter[str] = bindparam("of")
_BY: BindParameter[str] = bindparam("by")
_NEW: BindParameter[str] = bindparam("new")
_ITS_END = (HEAD.c.assessment == _OF, HEAD.c.device == _BY)

INSERT_ASSESSMENT = insert(ASSESSMENT)
INSERT_EVENT = insert(EVENT)
INSERT_HEAD = insert(HEAD)
INSERT_CONTENT = insert(CONTENT)
COMPILED = select(CONTENT.c.compiled).where(CONTENT.c.digest == _OF)
"""The content of a digest, which is what ``of`` is here."""

DELETED_AT = select(ASSESSMENT.c.deleted_at).where(ASSESSMENT.c.id == _OF).with_for_update()
"""When an assessment was deleted; a server locks its row until the commit, so that writers take turns."""

DELETE = update(ASSESSMENT).where(ASSESSMENT.c.id == _OF).values(deleted_at=_NEW)
LAST_CLOCK = select(func.max(EVENT.c.clock)).where(EVENT.c.assessment == _OF)
LAST_DIGEST = select(HEAD.c.digest).where(*_ITS_END)
MOVE_HEAD = update(HEAD).where(*_ITS_END).values(digest=_NEW)
HEADS = select(HEAD.c.device, HEAD.c.digest).where(HEAD.c.assessment == _OF)
EVENTS = select(EVENT).where(EVENT.c.assessment == _OF).order_by(EVENT.c.clock, EVENT.c.device, EVENT.c.id)

_newest = EVENT.alias()
_NEWEST_SCOPE = (
    select(_newest.c.body)
    .where(_newest.c.assessment == ASSESSMENT.c.id, _newest.c.kind == SCOPE_SUBJECT)
    .order_by(_newest.c.clock.desc(), _newest.c.device.desc(), _newest.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
SUMMARIES = (
    select(
        ASSESSMENT,
        _NEWEST_SCOPE.label("scope"),
        func.max(EVENT.c.at).label("touched"),
        func.count(EVENT.c.id).label("entries"),
        func.count(distinct(case((EVENT.c.kind == "answer", EVENT.c.subject)))).label("questions"),
    )
    .outerjoin(EVENT, EVENT.c.assessment == ASSESSMENT.c.id)
    .where(ASSESSMENT.c.deleted_at.is_(None), ASSESSMENT.c.id.like(bindparam("like")))
    .group_by(ASSESSMENT.c.id)
    .order_by(ASSESSMENT.c.created_at.desc(), ASSESSMENT.c.id)
)
"""The assessments whose id fits the pattern and that are not deleted, newest first."""
