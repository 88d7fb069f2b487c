"""The ledger: records kept in SQLite or PostgreSQL, searchable and correctable."""

from dragoman.store.audit import Audit, Entry
from dragoman.store.jobs import Job, Jobs
from dragoman.store.judgements import Judgement, Judgements, Verdict
from dragoman.store.search import Hit, Snippet
from dragoman.store.store import Store, UnitOfWork
from dragoman.store.view import Changes, StoredArticle, Told, View
from dragoman.store.writer import Writer, Written

__all__ = [
    "Audit",
    "Changes",
    "Entry",
    "Hit",
    "Job",
    "Jobs",
    "Judgement",
    "Judgements",
    "Snippet",
    "Store",
    "StoredArticle",
    "Told",
    "UnitOfWork",
    "Verdict",
    "View",
    "Writer",
    "Written",
]
