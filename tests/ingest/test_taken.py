"""Ids that are taken."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.ingest.taken import Taken


@given(st.lists(st.sampled_from("abcdefgh"), max_size=40), st.integers(1, 6))
def test_an_id_is_taken_once_in_memory_and_on_disk(names: list[str], few: int) -> None:
    taken, seen = Taken(few), set()
    for name in names:
        assert taken.add(name) is (name not in seen)
        seen.add(name)
    taken.close()
