"""Write a record into a store, and ask what it holds."""

import sys

import dragoman
from dragoman.store import Store

TEXT = "OSLO, 4 May 2021 - The foreign minister of Norway condemned the raid and phoned Berlin."

with Store.open(sys.argv[1]) as store:
    with store.work() as unit:
        written = unit.writer.write(dragoman.read(TEXT))
    print("version", written.version, "new" if written.new else "known")

    with store.view() as view:
        for told in view.facts("positions", code="NOR", stance=("criticism", "condemnation")):
            print(told.article.told_on, told.fact.stance, view.words(told))
        for hit in view.search("raid", kinds=["events", "statements"]):
            print(hit.kind, hit.words.text)
