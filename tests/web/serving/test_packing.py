"""What corrections change is packed when they have paused, not with each of them."""

from pathlib import Path
from threading import Event

import pytest

from sayso.settings import Settings
from sayso.store import View
from sayso.store.schema.slab_tables import SHIFT, slabs
from sayso.store.schema.versions import versions
from sayso.web.app import at_desk
from sayso.web.serving.packing import packing


class Looks(Event):
    """Ends after so many looks."""

    def __init__(self, many: int) -> None:
        super().__init__()
        self._left = many

    def wait(self, timeout: float | None = None) -> bool:  # noqa: ARG002 - as events are waited for
        self._left -= 1
        return self._left < 0


def test_columns_are_packed_when_corrections_have_paused(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.store.counted.slabs.WORTH", 1 << SHIFT)  # also a block that is nearly empty

    def there() -> int:
        return len(view.rows(slabs.select()))

    with View(str(db)) as view:
        desk = at_desk(view, Settings())
        with desk.writing() as writer:
            writer.pack()
        whole, before = there(), len(view.rows(versions.select()))
        with desk.writing() as writer:
            writer.assemble([], gone=[next(view.incidents())["id"]])
        assert there() < whole
        packing(view, Looks(1), print, every=0)
        assert there() < whole
        packing(view, Looks(3), print, every=0)
        assert there() == whole
        assert len(view.rows(versions.select())) == before + 1
