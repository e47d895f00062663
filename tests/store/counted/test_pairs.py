"""Keys of rows, numbered."""

import numpy as np
import pytest

from sayso.store.counted.pairs import numbered


@pytest.mark.parametrize("keys", [[], [7], [3, 1, 3, 2, 1, 0], [2**62, 5, 2**62, 0]], ids=["none", "one", "several", "too-large"])
def test_rows_of_one_key_have_one_number(keys: list[int]) -> None:
    different, number = numbered(np.array(keys, dtype=np.int64))
    assert different.tolist() == sorted(set(keys))
    assert [different[n] for n in number] == keys
