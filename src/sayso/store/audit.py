"""Who changed what, when: written in the transaction of the change itself, read by those who may."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from sayso.store.rows.dictionary import following
from sayso.store.rows.words import plain
from sayso.store.schema.desk_tables import audit
from sayso.store.view import View


@dataclass(frozen=True, slots=True)
class Act:
    """Something that somebody did: `action` names it ("correction reject"), `target` what it was done to, `detail` the rest."""

    n: int
    at: str
    who: str
    action: str
    target: str
    detail: Mapping[str, Any]


def noted(connection: Connection, *, at: str, who: str, action: str, target: str, **detail: Any) -> None:
    """Write down what somebody does; it is kept if the transaction is."""
    row = {"n": following(connection, audit), "at": at, "who": plain(who), "action": action, "target": plain(target)}
    connection.execute(insert(audit), [{**row, "detail": plain(json.dumps(detail, ensure_ascii=False))}])


def acts(view: View, *, who: str | None = None, target: str | None = None, before: int | None = None, limit: int = 100) -> list[Act]:
    """What was done, the latest first: by somebody, to something, before the act of a number."""
    a = audit.c
    query = select(audit).order_by(a.n.desc()).limit(limit)
    query = query.where(a.who == plain(who)) if who else query
    query = query.where(a.target == plain(target)) if target else query
    query = query.where(a.n < before) if before else query
    return [Act(row.n, row.at, row.who, row.action, row.target, json.loads(row.detail)) for row in view.rows(query)]
