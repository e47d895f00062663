"""A value that changes with the database, and only then."""

from pathlib import Path

from sayso.store import View, Writer
from sayso.store.pulse import Pulse


def database(path: Path) -> Path:
    with Writer(str(path), command="test"):
        pass
    return path


def written(path: Path) -> None:
    with Writer(str(path), command="test") as writer:
        writer.originate([("r1", None, "story", "told")])


def test_it_stays_while_nothing_is_written(tmp_path: Path) -> None:
    with View(str(database(tmp_path / "a.db")), keep=2) as view:
        pulse = Pulse(view)
        before = pulse()
        view.count()
        assert pulse() == before
        written(tmp_path / "a.db")
        after = pulse()
        assert after != before
        assert pulse() == after
        pulse.close()


def test_another_file_in_the_place_of_the_database_is_noticed(tmp_path: Path) -> None:
    path, other = database(tmp_path / "a.db"), database(tmp_path / "b.db")
    with View(str(path), keep=2) as view:
        pulse = Pulse(view)
        before = pulse()
        view.count()
        for suffix in ("-wal", "-shm"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)
        other.rename(path)
        assert pulse() != before
        assert view.count() == 0
        pulse.close()
