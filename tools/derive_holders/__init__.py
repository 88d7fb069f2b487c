"""Derives ``src/dragoman/world/data/holders.csv`` from public tables of office-holders.

Run it from the root of the repository with the folder of source tables::

    python -m tools.derive_holders ../shared/data

It reads ``factbook/executives.csv``, ``factbook/wikidata_leaders_2021.csv`` and
``offices/holders_2000_2022.csv`` there, the rules beside this file, and the hand-written
``holders_editor.csv``, which wins where both speak of one person in one office.
"""
