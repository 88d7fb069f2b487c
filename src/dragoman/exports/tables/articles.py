"""The table of articles."""

from __future__ import annotations

from dragoman.exports.columns import Column, Table, in_utc, zone
from dragoman.exports.text import web_address
from dragoman.records import Article

ARTICLES: Table[Article] = Table(
    "articles",
    "One row an article. The text itself stays in the JSON lines.",
    (
        Column("article_id", "text", "Id of the article.", lambda _, each: each.id),
        Column(
            *("url", "text", "Where it was published, if that is an address of the web."),
            lambda _, each: web_address(each.url),
        ),
        Column("title", "text", "Title.", lambda _, each: each.title),
        Column("publisher", "text", "Outlet.", lambda _, each: each.publisher),
        Column("byline", "text", "Who wrote it, as printed.", lambda _, each: each.byline),
        Column("dateline", "text", "Place as printed.", lambda _, each: each.dateline),
        Column(
            *("published_at", "moment", "When it was published, in UTC."),
            lambda _, each: in_utc(each.published_at),
        ),
        Column(
            *("published_zone", "text", "The printed zone of that time, such as `UTC+05:30`."),
            lambda _, each: zone(each.published_at),
        ),
        Column(
            *("updated_at", "moment", "When it was last changed, in UTC."),
            lambda _, each: in_utc(each.updated_at),
        ),
        Column(
            *("updated_zone", "text", "The printed zone of that time, such as `UTC+05:30`."),
            lambda _, each: zone(each.updated_at),
        ),
        Column("language", "text", "Language of the text.", lambda _, each: each.language),
        Column("contexts", "texts", "Contexts of the codebook.", lambda _, each: each.contexts),
        Column(
            *("reader_version", "text", "Version of Dragoman that read it."),
            lambda view, _: view.record.reader.version,
        ),
        Column(
            *("reader_model", "text", "Language model that read it."),
            lambda view, _: view.record.reader.model,
        ),
    ),
    lambda record: (record.article,),
)
