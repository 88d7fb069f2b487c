"""The fetcher keeps to what a host asks for, and asks no more than it must."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta

import pytest

from dragoman.errors import FetchError, ForbiddenAddress, NotText, TooLarge, TryLater
from dragoman.ingest.watch import FEEDS, HostState, MemoryKeeper, PoliteFetcher, Validators
from dragoman.settings import Settings
from tests.ingest.watch.serving import LOCAL, START, Site, TestClock, serving

PAGE = b"<html><body><p>The envoy left.</p></body></html>"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


@pytest.fixture
def keeper() -> MemoryKeeper:
    return MemoryKeeper()


@pytest.fixture
def fetcher(keeper: MemoryKeeper, clock: TestClock) -> PoliteFetcher:
    return PoliteFetcher(LOCAL, keeper, delay=2.0, patience=30.0, clock=clock)


def test_a_page_comes_with_what_to_ask_by_next_time(site: Site, fetcher: PoliteFetcher) -> None:
    site.put("/a", PAGE, ETag='"v1"', Last_Modified="Mon, 04 May 2020 10:00:00 GMT")
    visit = fetcher.fetch(f"{site.url}/a")
    assert visit.page is not None
    assert visit.page.data == PAGE
    assert visit.validators == Validators(f"{site.url}/a", '"v1"', "Mon, 04 May 2020 10:00:00 GMT")


def test_what_has_not_changed_is_not_sent_again(site: Site, fetcher: PoliteFetcher) -> None:
    site.put("/a", PAGE, ETag='"v1"', Last_Modified="Mon, 04 May 2020 10:00:00 GMT")
    first = fetcher.fetch(f"{site.url}/a")
    second = fetcher.fetch(f"{site.url}/a", validators=first.validators)
    assert (second.page, second.validators) == (None, first.validators)
    assert site.asked[-1][1]["if-modified-since"] == "Mon, 04 May 2020 10:00:00 GMT"


def test_a_new_version_is_sent(site: Site, fetcher: PoliteFetcher) -> None:
    site.put("/a", PAGE, ETag='"v2"')
    visit = fetcher.fetch(f"{site.url}/a", validators=Validators(f"{site.url}/a", '"v1"'))
    assert visit.page is not None
    assert visit.validators.etag == '"v2"'


def test_between_two_requests_to_one_host_some_time_passes(
    site: Site, fetcher: PoliteFetcher, clock: TestClock
) -> None:
    site.put("/a", PAGE)
    fetcher.fetch(f"{site.url}/a")
    fetcher.fetch(f"{site.url}/a")
    assert clock.slept == [2.0, 2.0]
    clock.pass_(seconds=5)
    fetcher.fetch(f"{site.url}/a")
    assert clock.slept == [2.0, 2.0]


def test_robots_txt_is_obeyed_and_read_once_a_day(
    site: Site, fetcher: PoliteFetcher, clock: TestClock
) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /\n\nUser-agent: Dragoman\nDisallow: /x\n")
    site.put("/a", PAGE)
    fetcher.fetch(f"{site.url}/a")
    with pytest.raises(FetchError, match=r"robots.txt of http://127.* does not allow"):
        fetcher.fetch(f"{site.url}/x/1")
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a"]
    clock.pass_(hours=25)
    fetcher.fetch(f"{site.url}/a")
    assert [path for path, _ in site.asked].count("/robots.txt") == 2


def test_the_delay_of_robots_txt_is_kept(
    site: Site, fetcher: PoliteFetcher, clock: TestClock
) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 12\n")
    site.put("/a", PAGE)
    fetcher.fetch(f"{site.url}/a")
    fetcher.fetch(f"{site.url}/a")
    assert clock.slept[-1] == 12.0


def test_a_delay_beyond_patience_is_told_and_not_waited_for(
    site: Site, fetcher: PoliteFetcher, clock: TestClock
) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 600\n")
    site.put("/a", PAGE)
    fetcher.fetch(f"{site.url}/a")
    with pytest.raises(TryLater, match="not to be asked before") as caught:
        fetcher.fetch(f"{site.url}/a")
    assert caught.value.until == clock.now() + timedelta(seconds=600)
    assert fetcher.busy_until(f"{site.url}/b") == caught.value.until


def test_robots_txt_holds_for_where_a_redirect_leads(site: Site, fetcher: PoliteFetcher) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /x\n")
    site.put("/a", status=302, Location="/x/1")
    with pytest.raises(FetchError, match="does not allow"):
        fetcher.fetch(f"{site.url}/a")
    assert site.paths() == ["/a"]


def test_a_host_that_does_not_give_its_robots_txt_is_left_alone(
    site: Site, fetcher: PoliteFetcher
) -> None:
    site.put("/robots.txt", status=503)
    site.put("/a", PAGE)
    with pytest.raises(TryLater, match="answered 503"):
        fetcher.fetch(f"{site.url}/a")
    assert site.paths() == []


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_host_without_robots_txt_allows_all(
    site: Site, fetcher: PoliteFetcher, status: int
) -> None:
    site.put("/robots.txt", status=status)
    site.put("/a", PAGE)
    assert fetcher.fetch(f"{site.url}/a").page is not None


@pytest.mark.parametrize(
    "junk", [b"\xff\xfe\x00junk" * 9, b"<html>Not here</html>", b"x" * 300_000]
)
def test_a_robots_txt_of_rubbish_allows_all(
    site: Site, fetcher: PoliteFetcher, junk: bytes
) -> None:
    site.put("/robots.txt", junk)
    site.put("/a", PAGE)
    assert fetcher.fetch(f"{site.url}/a").page is not None


@pytest.mark.parametrize(
    ("retry_after", "seconds"),
    [
        ("120", 120),
        ("Mon, 04 May 2020 13:00:00 GMT", 3600),
        ("99999999999", 86_400),
        ("Sun, 03 May 2020 13:00:00 GMT", 2),
        ("soon", 32),
    ],
)
def test_a_busy_server_says_when_to_come_again(
    site: Site, fetcher: PoliteFetcher, retry_after: str, seconds: int
) -> None:
    site.put("/a", status=429, Retry_After=retry_after)
    with pytest.raises(TryLater, match=r"answered 429 .* left alone until") as caught:
        fetcher.fetch(f"{site.url}/a")
    wait = caught.value.until - START
    assert wait in {timedelta(seconds=seconds), timedelta(seconds=seconds + 2)}


def test_a_server_that_fails_again_and_again_is_asked_ever_less(
    site: Site, fetcher: PoliteFetcher, clock: TestClock, keeper: MemoryKeeper
) -> None:
    keeper.keep(HostState(site.url, robots="", robots_until=START + timedelta(days=30)))
    site.put("/a", status=500)
    waits = []
    for _ in range(13):
        with pytest.raises(TryLater) as caught:
            fetcher.fetch(f"{site.url}/a")
        waits.append((caught.value.until - clock.now()).total_seconds())
        clock.moment = caught.value.until
    assert waits[:4] == [30, 60, 120, 240]
    assert waits[-1] == 6 * 3600


def test_an_answer_ends_the_back_off(
    site: Site, fetcher: PoliteFetcher, keeper: MemoryKeeper
) -> None:
    keeper.keep(HostState(site.url, failures=7))
    site.put("/a", PAGE)
    fetcher.fetch(f"{site.url}/a")
    assert keeper.host(site.url).failures == 0


def test_a_server_that_is_not_there_is_left_alone(fetcher: PoliteFetcher) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(TryLater, match="cannot be reached"):
        fetcher.fetch(f"http://127.0.0.1:{port}/a")


def test_what_is_not_there_is_an_error_for_good(site: Site, fetcher: PoliteFetcher) -> None:
    with pytest.raises(FetchError, match="answered 404") as caught:
        fetcher.fetch(f"{site.url}/gone")
    assert type(caught.value) is FetchError


def test_endless_redirects_end(site: Site, fetcher: PoliteFetcher) -> None:
    site.put("/a", status=301, Location="/a")
    with pytest.raises(FetchError, match="redirects more than 5 times"):
        fetcher.fetch(f"{site.url}/a")


@pytest.mark.parametrize(
    "location", ["http://10.255.255.1/", "http://169.254.169.254/latest/", "http://[::1]/"]
)
def test_a_redirect_to_a_private_address_is_refused(
    site: Site, fetcher: PoliteFetcher, location: str
) -> None:
    site.put("/a", status=302, Location=location)
    with pytest.raises(ForbiddenAddress) as caught:
        fetcher.fetch(f"{site.url}/a")
    assert caught.value.source == f"{site.url}/a"


def test_without_permission_no_private_address_is_asked(site: Site) -> None:
    with pytest.raises(ForbiddenAddress):
        PoliteFetcher(Settings(), MemoryKeeper(), clock=TestClock()).fetch(f"{site.url}/a")
    assert site.asked == []


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://a.example/", "http://", "http://[x", "http://x:99999/"]
)
def test_what_is_no_web_address_is_refused(fetcher: PoliteFetcher, url: str) -> None:
    with pytest.raises(FetchError, match="no http or https URL"):
        fetcher.fetch(url)
    assert fetcher.busy_until(url) is None


def test_a_page_that_is_too_large_is_refused(site: Site, fetcher: PoliteFetcher) -> None:
    site.put("/a", b"x" * 200_001)
    with pytest.raises(TooLarge):
        fetcher.fetch(f"{site.url}/a")


def test_a_feed_is_taken_where_a_feed_is_wanted(site: Site, fetcher: PoliteFetcher) -> None:
    site.put_feed("/feed", "/1")
    assert fetcher.fetch(f"{site.url}/feed", FEEDS).page is not None
    with pytest.raises(NotText, match=r"application/rss\+xml, not a page"):
        fetcher.fetch(f"{site.url}/feed")
