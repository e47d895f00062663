"""Pages from a web server on this machine."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import InputError, RefusedError
from sayso.ingest.fetch import Fetcher, Policy, fetcher, guard
from sayso.ingest.fetch.cache import Cache, Page
from sayso.ingest.fetch.fetcher import Clock

pytestmark = pytest.mark.allow_hosts(["127.0.0.1", "127.0.0.2", "localhost"])
Make = Callable[..., Fetcher]


@pytest.fixture
def fetch(tmp_path: Path, time: Any) -> Make:
    """A fetcher that may ask this machine, with a clock that tests move."""

    def fetch(*, allow_private: bool = True, **policy: Any) -> Fetcher:
        made = fetcher(tmp_path / "cache", allow_private=allow_private, policy=Policy(**policy))
        made.clock = Clock(time.now, time.sleep)
        return made

    return fetch


def test_a_page_becomes_a_report(reading: Any, fetch: Make, site: Any, make: Any) -> None:
    head = '<meta name="date" content="2026-05-05"><meta name="dc.date" content="2025-12-03">'
    address = site.put("/a", make.page(head))
    reports, failures, _ = reading(address, fetch=fetch())
    assert failures == []
    assert (reports[0].id, reports[0].url, reports[0].text.count("\n\n")) == (address, address, 4)
    assert (str(reports[0].published), reports[0].published_basis) == ("2025-12-03", "meta")  # not after the day it was fetched


def test_a_list_of_addresses_is_fetched_in_its_order(tmp_path: Path, reading: Any, fetch: Make, site: Any, make: Any) -> None:
    addresses = [site.put(f"/{n}", make.page()) for n in range(3)]
    listed = tmp_path / "list.txt"
    listed.write_text("# pages\n" + "\n\n".join([addresses[2], site.address + "/none", addresses[0]]) + "\n" * 20 + "nonsense\n")
    reports, failures, _ = reading(listed, fetch=fetch())
    assert [report.url for report in reports] == [addresses[2], addresses[0]]
    assert failures == [f"{site.address}/none: can't be fetched: the server answered 404", f"{listed}:26: is no address"]


def test_a_list_beside_others_is_not_fetched(tmp_path: Path, reading: Any, fetch: Make, site: Any) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "list.txt").write_text(site.put("/a") + "\n")
    reading(tmp_path / "pages", fetch=fetch())
    assert site.asked == []


def test_nothing_is_asked_for_twice_in_a_day(fetch: Make, site: Any, time: Any) -> None:
    address = site.put("/a", "first", ETag='"1"')
    assert fetch().page(address).body == b"first"
    time.at += 80_000
    assert fetch().page(address).body == b"first"
    assert site.paths() == ["/a"]


def test_later_it_is_asked_whether_the_page_has_changed(fetch: Make, site: Any, time: Any) -> None:
    address = site.put("/a", "first", ETag='"1"', Last_Modified="Thu, 04 Dec 2025 10:00:00 GMT")
    site.put("/a", status=304)
    site.put("/a", "second")
    pages = []
    for _ in range(3):
        pages.append(fetch().page(address).body)
        time.at += 90_000
    assert pages == [b"first", b"first", b"second"]
    asked = [headers for path, headers in site.asked if path == "/a"]
    assert "if-none-match" not in asked[0]
    assert (asked[1]["if-none-match"], asked[1]["if-modified-since"]) == ('"1"', "Thu, 04 Dec 2025 10:00:00 GMT")


def test_what_was_gone_is_not_asked_for_again_today(fetch: Make, site: Any) -> None:
    site.put("/a", status=404)
    for _ in range(2):
        with pytest.raises(InputError, match="the server answered 404"):
            fetch().page(site.address + "/a")
    assert site.paths() == ["/a"]


@pytest.mark.parametrize(
    ("rules", "status", "allowed"),
    [
        ("User-agent: *\nDisallow: /private", 200, True),
        ("User-agent: *\nDisallow: /a", 200, False),
        ("User-agent: sayso\nDisallow: /\n\nUser-agent: *\nAllow: /", 200, False),
        ("User-agent: *\nDisallow: /*.html$", 200, True),
        ("", 404, True),
        ("", 403, True),
        ("", 500, False),
    ],
)
def test_robots_rules_are_kept(fetch: Make, site: Any, rules: str, status: int, *, allowed: bool) -> None:
    address = site.put("/a", "page")
    site.put("/robots.txt", rules, status)
    if allowed:
        assert fetch().page(address).body == b"page"
    else:
        with pytest.raises(InputError, match="is not fetched: "):
            fetch().page(address)
        assert site.paths() == []


def test_a_host_is_given_time_between_requests(fetch: Make, site: Any, time: Any) -> None:
    get = fetch(delay=2.0)
    for n in range(3):
        get.page(site.put(f"/{n}", "page"))
    assert time.slept == [2.0, 2.0, 2.0]  # one of them after robots.txt
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 7")
    get = fetch(delay=2.0)
    time.slept.clear()
    for n in range(3, 6):
        get.page(site.put(f"/{n}", "page"))
    assert time.slept == [2.0, 7.0, 7.0]


def test_trouble_is_waited_out(fetch: Make, site: Any, time: Any) -> None:
    address = site.put("/a", status=503)
    site.put("/a", status=429, Retry_After="30")
    site.put("/a", "page")
    assert fetch(delay=0.0).page(address).body == b"page"
    assert time.slept == [2.0, 30.0]


def test_after_some_tries_it_is_given_up(fetch: Make, site: Any) -> None:
    address = site.put("/a", status=503)
    with pytest.raises(InputError, match="after 3 tries: the server answered 503"):
        fetch().page(address)
    assert site.paths() == ["/a"] * 3


def test_a_server_that_is_not_there(fetch: Make) -> None:
    with pytest.raises(InputError, match=r"its robots\.txt can't be read"):
        fetch().page("http://127.0.0.1:9/a")


def test_a_host_that_can_have_no_name(fetch: Make) -> None:
    with pytest.raises(InputError, match="can't be fetched"):
        fetch().page("http://news..example/a")


def test_redirects_are_followed(fetch: Make, site: Any, make: Any, reading: Any) -> None:
    address = site.put("/a", status=301, Location="/b")
    site.put("/b", status=302, Location=site.address + "/c")
    site.put("/c", make.page())
    assert reading(address, fetch=fetch())[0][0].url == site.address + "/c"


def test_redirects_without_end_are_given_up(fetch: Make, site: Any) -> None:
    address = site.put("/a", status=301, Location="/a")
    with pytest.raises(InputError, match="redirects more than 5 times"):
        fetch().page(address)


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://x", "http://[bad/"])
def test_redirects_out_of_the_web_are_refused(fetch: Make, site: Any, target: str) -> None:
    address = site.put("/a", status=302, Location=target)
    with pytest.raises(InputError):
        fetch().page(address)
    assert site.paths() == ["/a"]


def test_the_own_network_is_refused_unless_allowed(fetch: Make, site: Any) -> None:
    address = site.put("/a", "page")
    with pytest.raises(InputError, match="is an address of the own network"):
        fetch(allow_private=False).page(address)
    with pytest.raises(InputError, match="is an address of the own network"):
        fetch(allow_private=False).page(address.replace("127.0.0.1", "localhost"))
    assert site.asked == []


def test_a_redirect_into_the_own_network_is_refused(fetch: Make, site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "is_public", lambda address: address == "127.0.0.1")
    port = site.address.rsplit(":", 1)[1]
    address = site.put("/a", status=302, Location=f"http://127.0.0.2:{port}/secret")
    site.put("/robots.txt", "")
    with pytest.raises(InputError, match=r"127.0.0.2 is an address of the own network"):
        fetch(allow_private=False).page(address)
    assert site.paths() == ["/a"]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:93.184.216.34", True),
    ],
)
def test_which_addresses_are_public(address: str, *, public: bool) -> None:
    assert guard.is_public(address) is public


def test_a_response_without_end_is_cut(fetch: Make, site: Any) -> None:
    address = site.put("/a", b"x" * 300_000)
    with pytest.raises(InputError, match="is longer than 100,000 bytes, or does not end"):
        fetch(largest=100_000).page(address)


def test_a_packed_response_counts_unpacked(fetch: Make, site: Any) -> None:
    import gzip

    address = site.put("/a", gzip.compress(b"x" * 3_000_000), Content_Encoding="gzip")
    with pytest.raises(InputError, match="is longer than 100,000 bytes"):
        fetch(largest=100_000).page(address)


def test_a_response_that_trickles_is_given_up(fetch: Make, site: Any, time: Any) -> None:
    address = site.put("/a", b"x" * 500_000)
    get = fetch()
    clock = iter(range(0, 10_000, 40))
    get.clock = Clock(lambda: time.at + next(clock), time.sleep)
    with pytest.raises(InputError, match="has not ended after 90 seconds"):
        get.page(address)


@pytest.mark.parametrize(
    ("body", "media", "ids"),
    [
        ("PAGE", "text/plain", 1),
        ("PAGE", "application/octet-stream", 1),
        ("<rss><channel><item><title>Police arrested two.</title></item></channel></rss>", "text/html", 1),
        ('{"id": "a", "text": "Police arrested two."}', "text/html", 1),
        ("Police arrested two.", "text/html", 1),
        ("\x89PNG\0\0\1\2", "text/html", 0),
        ("x", "image/png", 0),
    ],
)
def test_content_counts_not_what_the_server_says(reading: Any, fetch: Make, site: Any, make: Any, body: str, media: str, ids: int) -> None:
    address = site.put("/a", make.page() if body == "PAGE" else body, Content_Type=media)
    reports, failures, _ = reading(address, fetch=fetch())
    assert (len(reports), len(failures)) == (ids, 1 - ids)
    assert not reports or "<" not in reports[0].text


def test_a_wrong_packing_is_told(reading: Any, fetch: Make, site: Any) -> None:
    address = site.put("/a", b"not packed", Content_Encoding="gzip")
    assert reading(address, fetch=fetch())[1][0].startswith(f"{address}: can't be fetched (")


def test_an_answer_cut_short_is_asked_for_again(fetch: Make, site: Any) -> None:
    address = site.put("/a", b"cut", Content_Length="1000", Connection="close")
    site.put("/a", b"whole")
    assert fetch().page(address).body == b"whole"


def test_a_cache_that_cannot_be_written_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told: list[str] = []
    cache = Cache(tmp_path / "file" / "cache", told.append)
    for n in range(3):
        cache.put(Page(f"http://x/{n}", "http://x", 200, "", "", "", 0.0, b"x"))
    assert len(told) == 1
    assert "pages can't be kept here (Not a directory)" in told[0]


@pytest.mark.parametrize("damage", [b"", b"{}\nbody", b"\xff\xfe", b'{"address": "http://y"}\n', b"[1]\nx"])
def test_a_damaged_page_in_the_cache_is_as_none(tmp_path: Path, damage: bytes) -> None:
    cache = Cache(tmp_path)
    page = Page("http://x/1", "http://x/2", 200, "text/html", '"1"', "", 5.0, b"a\nb\0c")
    cache.put(page)
    assert cache.get("http://x/1") == page
    (path,) = (p for p in tmp_path.rglob("*") if p.is_file())
    path.write_bytes(damage)
    assert cache.get("http://x/1") is None


def test_refusals_name_the_remedy(fetch: Make) -> None:
    with pytest.raises(RefusedError, match="--allow-private"):
        guard.PublicOnly().connect_tcp("127.0.0.1", 80)
