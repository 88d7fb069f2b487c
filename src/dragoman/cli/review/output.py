"""What ``dragoman review`` shows in a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.text import Text

from dragoman.cli.console import fit, output
from dragoman.cli.db_output import counted

if TYPE_CHECKING:
    from dragoman.crises.review import Differences, Listed, Revised
    from dragoman.crises.review.seen import Seen
    from dragoman.store import StoredArticle

_SHORT = 12
_ID = re.compile(r"[0-9a-f]{64}")
_LONGEST = 160

_STYLES = {"accepted": "done", "corrected": "done", "added": "done", "rejected": "error"}
_UNSAID = ("id", "evidence", "field_evidence", "confidence", "trigger", "source", "cue", "content")

Row = Mapping[str, Any]


def fact_rows(revised: Revised) -> list[Row]:
    """Return a row for each fact of an article, of plain values."""
    from dragoman.crises.review.values import plain_of
    from dragoman.records.spans import words

    text = revised.record.article.text
    names = {actor.id: actor.name for actor in revised.record.actors}
    return [
        {
            "kind": each.told.kind,
            "verdict": each.verdict,
            "corrected": list(each.corrected),
            "judgements": [one.digest for one in each.judgements],
            "words": words(text, each.told.fact.evidence),
            "fact": plain_of(each.told.fact),
            "parties": {
                name: names[name] for name in _parties(plain_of(each.told.fact)) if name in names
            },
        }
        for each in revised.facts
    ]


def _parties(plain: Mapping[str, Any]) -> Iterator[str]:
    for value in plain.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from (each for each in value if isinstance(each, str))


def show_facts(article: StoredArticle, rows: Sequence[Row]) -> None:
    """Show the facts of an article, each with its words beneath."""
    console = output()
    say = fit(console)
    title = article.title or article.url or article.id
    console.print(Text.assemble((say(title), "title")), soft_wrap=True)
    console.print(Text(say(article.id[:_SHORT]), style="soft"))
    for row in rows:
        head = Text.assemble((f"{row['fact']['id'][:_SHORT]}  ", "soft"), row["kind"])
        if row["verdict"]:
            head.append(f"  {row['verdict']}", style=_STYLES[row["verdict"]])
        console.print(head, soft_wrap=True)
        console.print("  " + say(_details(row)), soft_wrap=True)
        console.print(Text(f"  {say(_cut(row['words']))}", style="words"), soft_wrap=True)


def _details(row: Row) -> str:
    """Return what a fact tells, field by field."""
    told = (
        (name, _value(value, row["parties"]))
        for name, value in row["fact"].items()
        if name not in _UNSAID and value not in (None, [])
    )
    return ", ".join(f"{name}={value}" for name, value in told if value)


def _value(value: Any, parties: Mapping[str, str]) -> str:
    if isinstance(value, list):
        return "+".join(_value(each, parties) for each in value)
    if isinstance(value, dict):
        told = {key: each for key, each in value.items() if key != "text" and each is not None}
        return "/".join(dict.fromkeys(str(each) for each in told.values()))
    text = parties.get(str(value), str(value))
    return text[:_SHORT] if _ID.fullmatch(text) else text


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def show_listed(found: Iterable[Listed]) -> None:
    """Show judgements, each with what it is about and what has become of it."""
    console = output()
    say = fit(console)
    count = 0
    for each in found:
        count += 1
        made = each.judgement
        head = Text.assemble((f"{made.digest[:_SHORT]}  ", "soft"), (made.verdict, "name"))
        head.append(say(f" {made.kind} {made.subject[:_SHORT]}{_change(made.detail)}"))
        if each.standing != "in force":
            head.append(f"  {each.standing}", style="error")
        console.print(head, soft_wrap=True)
        why = f": {made.why}" if made.why else ""
        console.print(say(f"  {made.made_at:%Y-%m-%d %H:%M} {made.who}{why}"), soft_wrap=True)
        if each.words:
            console.print(Text(f"  {say(_cut(each.words))}", style="words"), soft_wrap=True)
        if each.article is not None and each.article.title:
            console.print(Text(f"  {say(each.article.title)}", style="soft"), soft_wrap=True)
    console.print(counted(count, "judgement"))


def _change(detail: Mapping[str, Any]) -> str:
    return f" {detail['field']}={detail['value']}" if "field" in detail else ""


def show_differences(title: str, found: Differences) -> None:
    """Show what another reading of an article changes."""
    console = output()
    say = fit(console)
    console.print(Text.assemble((say(title), "title")), soft_wrap=True)
    told = [f"{counted(found.same, 'fact')} the same"]
    told += [f"{len(found.changed):,} changed"] if found.changed else []
    told += [f"{len(found.vanished):,} gone"] if found.vanished else []
    told += [f"{len(found.appeared):,} new"] if found.appeared else []
    console.print("  " + ", ".join(told))
    for sign, each in _lines(found):
        console.print(Text(f"  {sign} {say(each)}"), soft_wrap=True)
    for kept in found.judgements:
        made = kept.judgement
        style = "error" if kept.fate == "lost" else "done"
        line = Text.assemble("  ", (kept.fate, style), f" {made.verdict} {made.kind}")
        line.append(say(f" {made.subject[:_SHORT]}{_change(made.detail)} ({made.who})"))
        console.print(line, soft_wrap=True)


def _lines(found: Differences) -> Iterator[tuple[str, str]]:
    for change in found.changed:
        yield "~", f"{_told(change.after)} ({', '.join(change.fields)})"
    for each in found.vanished:
        yield "-", _told(each)
    for each in found.appeared:
        yield "+", _told(each)


def _told(each: Seen) -> str:
    return f"{each.kind} {each.fact.id[:_SHORT]}: {_cut(' … '.join(each.words))}"
