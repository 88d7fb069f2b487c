"""A record as a person reads it: cards with headings and words, the same for terminal and page."""
