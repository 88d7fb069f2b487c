"""One file a step; each says which step it follows."""

__all__: list[str] = []
