"""Which reports tell one fact: named rules over tellings, without a database."""
