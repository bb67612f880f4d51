"""Keeping entries fresh: which are due, whom to ask, how to ask, and how an answer gets into the file."""
