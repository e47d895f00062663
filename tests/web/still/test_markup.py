"""Pages made still."""

import pytest

from sayso.web.still.markup import stilled

PLACES = {"/event/a?report=k&x": "event-1"}
CASES = [
    ("<p>Text &amp; &#8230; more</p>", "<p>Text &amp; &#8230; more</p>"),
    ('<p><a href="/dyads?x=1">there</a></p>', "<p><a>there</a></p>"),
    ('<a class="open" href="/event/a?report=k&amp;x">it</a>', '<a class="open" href="#event-1">it</a>'),
    ('<a href="#there">here</a>', '<a href="#there">here</a>'),
    ('<a href="https://example.org/">out</a>', "<a>out</a>"),
    ('<form><label>a<input name="a"></label><p>x</p></form><p>y</p>', "<p>y</p>"),
    ('<details class="more"><summary>s</summary><br><form></form></details>z', "z"),
    ('<script type="a">{"a": "\\u003cb & <"}</script>', '<script type="a">{"a": "\\u003cb & <"}</script>'),
    ('<rect width="1" height="2"/>', '<rect width="1" height="2"></rect>'),
    ('<a title="&quot;q&quot;" href="/x">t</a>', '<a title="&quot;q&quot;">t</a>'),
]  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), CASES)
def test_links_lead_into_the_file_or_nowhere(given: str, expected: str) -> None:
    assert stilled(given, PLACES) == expected


def test_a_place_is_where_its_first_link_stood() -> None:
    link = '<a href="/event/a?report=k&amp;x">it</a>'
    assert stilled(link + link, PLACES, anchors={"event-1"}) == '<a id="event-1">it</a><a href="#event-1">it</a>'
