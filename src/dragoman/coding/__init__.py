"""Doc → Record: one module a kind of fact, and their order in :mod:`dragoman.coding.coder`."""
