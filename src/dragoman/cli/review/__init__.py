"""``dragoman review``, ``dragoman import`` and ``dragoman forget``."""
