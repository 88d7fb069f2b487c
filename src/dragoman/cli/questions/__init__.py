"""The commands that ask the ledger: timeline, outreach, standings, attitudes, brief, alerts."""
