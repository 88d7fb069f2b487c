"""Contacts: who talked to whom, by what channel, who began, and about what.

Words that tell of a contact are in ``data/contact_words.tsv``; sides are found by the tree.
"""

from dragoman.coding.contacts.stage import contacts

__all__ = ["contacts"]
