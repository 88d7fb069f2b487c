"""The API, ``/api/v1``: everything the pages show, for programs.

One module a resource; the shapes of what goes in and out stand in ``shapes``.
"""
