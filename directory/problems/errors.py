"""Errors that end a command."""


class DirectoryError(Exception):
    """An error in words for the person at the terminal."""
