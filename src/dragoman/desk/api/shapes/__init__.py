"""The shapes of what the API takes and gives, as pydantic models: only here, at the border."""
