"""The command line: one file a command, each a thin layer over what the package offers."""

from dragoman.cli.app import main

__all__ = ["main"]
