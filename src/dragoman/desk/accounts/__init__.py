"""Who uses the desk, and what they may do: accounts, sessions, tokens, roles, sign-in."""
