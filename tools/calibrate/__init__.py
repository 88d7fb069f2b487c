"""Fits the curves that turn the coding's numbers into confidences, and draws how well they hold."""
