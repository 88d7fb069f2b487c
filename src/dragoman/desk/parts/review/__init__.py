"""Review: what a form on a fact asks, what it gives, and what comes of it."""
