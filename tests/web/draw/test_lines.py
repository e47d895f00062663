"""Rows of tables as HTML."""

from sayso.web.draw.lines import number_rows


def test_numbers_stand_beside_their_names_and_noughts_are_left_out() -> None:
    rows = number_rows(["2024-01", "2024-02", "<b>"], [[1, 0, 1200], [0, 0, 3]])
    assert rows == (
        '<tr><th scope="row">2024-01</th><td class="number">1</td><td class="number">0</td></tr>\n'
        '<tr><th scope="row">&lt;b&gt;</th><td class="number">1,200</td><td class="number">3</td></tr>\n'
    )
