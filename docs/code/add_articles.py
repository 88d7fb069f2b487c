"""Add the articles of files to a store, and tell what became of each."""

import sys

from dragoman import Reader
from dragoman.batch import add
from dragoman.store import Store

with Store.open(sys.argv[1]) as store:
    for added in add(store, sys.argv[2:], Reader()):
        if added.article is None:
            print("failed:", added.error, file=sys.stderr)
        else:
            print(added.outcome, added.article.title, "(a copy)" if added.copy_of else "")
