"""Fits the weights by which the sides of a sentence's main act are chosen."""
