"""Full-text search over articles and facts, one language of questions for both databases."""

from dragoman.store.search.query import Query, Term
from dragoman.store.search.searching import Hit, search
from dragoman.store.search.snippets import Snippet

__all__ = ["Hit", "Query", "Snippet", "Term", "search"]
