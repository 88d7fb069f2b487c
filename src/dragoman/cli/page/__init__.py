"""Records as a page for the browser: the articles with their facts marked, and cards beside them.

A page is one file. It loads nothing, its policy forbids to, and it works without JavaScript.
"""

from dragoman.cli.page.contexts import Entry
from dragoman.cli.page.render import index_page, page, report_page

__all__ = ["Entry", "index_page", "page", "report_page"]
