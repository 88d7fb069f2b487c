"""The web desk: the ledger as pages and as an API.

The desk loads no model: what is to be read is put into the store as a job, which a worker does.
"""

from dragoman.desk.app import create_app

__all__ = ["create_app"]
