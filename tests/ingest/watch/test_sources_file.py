"""A file of sources is read, or the error says where in it something is wrong."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import SettingError
from dragoman.ingest.watch import parse_sources, read_sources

FILE = """# What we watch
[defaults]
every = 15

[[source]]
name = "World news"
url = "https://news.example/world.xml"

[[source]]
name = "Readouts"
url = "https://mfa.example/readouts"
links = "ul.news li"
every = 60
match = "/20\\\\d\\\\d/"
most = 10
backlog = true
"""


def test_sources_are_read_with_the_defaults_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text(FILE, encoding="utf-8")
    news, readouts = read_sources(path)
    assert (news.name, news.every, news.links, news.most) == (
        "World news",
        timedelta(minutes=15),
        None,
        50,
    )
    assert (readouts.links, readouts.every, readouts.most) == (
        "ul.news li",
        timedelta(hours=1),
        10,
    )
    assert readouts.backlog
    assert readouts.match is not None
    assert readouts.match.search("https://mfa.example/2026/x")


GOOD = '[[source]]\nname = "A"\nurl = "https://a.example/"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "s.toml: it names no source"),
        ("[[source]\n", r"s.toml: it is not TOML: .*line 1"),
        ("source = 3", "s.toml: it names no source"),
        ("source = [3]", "s.toml, source 1: expected a table"),
        ("feeds = 1\n" + GOOD, "s.toml: the key 'feeds' is not known"),
        (GOOD + "[defaults]\nname = 'x'", r"s.toml, \[defaults\]: the key 'name' is not known"),
        (GOOD + "[defaults]\nmost = 0", "s.toml, line 1, key 'most': 0 is less than 1"),
        ("\n[[source]]\nname = 'A'", "s.toml, line 2: the key 'url' is missing"),
        ("[[source]]\nurl = 'https://a.example/'", "s.toml, line 1: the key 'name' is missing"),
        (GOOD + "evry = 5", "line 1: the key 'evry' is not known.*Did you mean 'every'"),
        (GOOD + "every = '5'", "key 'every': expected a number, found '5'"),
        (GOOD + "every = true", "key 'every': expected a number, found True"),
        (GOOD + "every = 0", "key 'every': 0 minutes are not between"),
        (GOOD + "every = nan", "key 'every': nan minutes are not between"),
        (GOOD + "most = 2.5", "key 'most': expected a whole number"),
        (GOOD + "backlog = 'yes'", "key 'backlog': expected true or false"),
        (GOOD + "links = 'ul >'", "key 'links': 'ul >' is no CSS selector"),
        (GOOD + "match = '('", r"key 'match': '\(' is no regular expression"),
        (GOOD + GOOD, "s.toml, line 4, key 'name': 'A' is the name of the source at line 1 too"),
        (GOOD.replace("https", "ftp"), "key 'url': 'ftp://a.example/' is no http or https URL"),
        (GOOD.replace("a.ex", "me:pw@a.ex"), "key 'url': .* is no http or https URL"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, message: str) -> None:
    with pytest.raises(SettingError, match=message):
        parse_sources(text, "s.toml")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"none.toml: the file cannot be read"):
        read_sources(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b"# caf\xe9")
    with pytest.raises(SettingError, match=r"latin.toml: the file is not UTF-8"):
        read_sources(tmp_path / "latin.toml")


@given(st.text(max_size=80), st.sampled_from(["name", "url", "links", "match", "x"]))
def test_any_words_are_read_or_told(words: str, key: str) -> None:
    quoted = '"' + "".join(f"\\U{ord(each):08X}" for each in words) + '"'
    try:
        sources = parse_sources(GOOD.replace("name = ", f"{key} = {quoted}\n#"))
    except SettingError:
        return
    assert len(sources) == 1
