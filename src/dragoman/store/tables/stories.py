"""The tables of stories: vectors of what was read, clusters of articles, stories and crises.

``clusters`` is what the program found by itself, stories (of articles) and crises (of stories)
alike; ``stories`` and ``crises`` are what stands once analysts have named, merged, split and
pinned. The latter follow from the former and from the judgements, and can be made anew from them.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from dragoman.store.columns import DIGEST, Words, required
from dragoman.store.tables.reading import METADATA

vectors = Table(
    "vectors",
    METADATA,
    Column("reading_id", Integer, ForeignKey("readings.id"), primary_key=True),
    required("article", LargeBinary),
    required("spans", LargeBinary),
    required("sentences", LargeBinary),
)
"""One vector for the article and one for each of its sentences, with the sentences' spans."""

clusters = Table(
    "clusters",
    METADATA,
    Column("id", DIGEST, primary_key=True),
    required("level", String(8)),
    Column("parent", DIGEST),
    Column("first_day", Date),
    Column("last_day", Date),
    required("members", Integer),
    Column("vector", LargeBinary),
    required("terms", Text),
    CheckConstraint("level IN ('stories', 'crises')", name="level"),
    Index("ix_clusters_days", "level", "last_day", "first_day"),
    Index("ix_clusters_parent", "parent"),
)
"""What the program put together; ``parent`` is the cluster of stories that one of articles is in.

``vector`` and ``terms`` are sums over the members, which new ones are compared with.
"""

crises = Table(
    "crises",
    METADATA,
    Column("id", DIGEST, primary_key=True),
    required("title", Words),
    required("named", Boolean),
    Column("first_day", Date),
    Column("last_day", Date),
    required("stories", Integer),
    required("articles", Integer),
    Index("ix_crises_days", "last_day", "first_day"),
)

stories = Table(
    "stories",
    METADATA,
    Column("id", DIGEST, primary_key=True),
    Column("crisis_id", DIGEST, ForeignKey("crises.id"), index=True),
    required("title", Words),
    required("named", Boolean),
    required("keywords", Text),
    Column("first_day", Date),
    Column("last_day", Date),
    required("articles", Integer),
    required("copies", Integer),
    Index("ix_stories_days", "last_day", "first_day"),
)
"""``articles`` counts all that are current; ``copies`` those of them that are near-copies."""

story_terms = Table(
    "story_terms",
    METADATA,
    Column("term", Words, primary_key=True),
    required("articles", Integer),
)
"""In how many of the articles that are current a name stands."""

story_articles = Table(
    "story_articles",
    METADATA,
    Column("article_id", DIGEST, ForeignKey("articles.id"), primary_key=True),
    required("reading_id", Integer, ForeignKey("readings.id"), index=True),
    required("cluster_id", DIGEST, ForeignKey("clusters.id"), index=True),
    Column("story_id", DIGEST, ForeignKey("stories.id"), index=True),
    required("pinned", Boolean),
    Column("day", Date),
    required("terms", Text),
)
"""The articles that are current, each in one cluster and in one story."""
