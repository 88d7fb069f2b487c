"""Derives gold records of single events from the project's own labelled sentences.

Run it from the root of the repository::

    python -m tools.derive_gold

It takes the items of ``training/data/dev`` that tell of exactly one event, as a fact, with an
actor that has a code, and writes them behind the hand-written records (``own-…``) of
``evals/gold/plover_gsr.jsonl`` in the same form. What it derived before is replaced.
"""
