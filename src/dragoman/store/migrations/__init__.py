"""The steps that make and change the tables, the same for SQLite and PostgreSQL."""

__all__: list[str] = []
