"""Errors that end a command and that a person reads."""


class DirectoryError(Exception):
    """An error in words for the person at the terminal."""
