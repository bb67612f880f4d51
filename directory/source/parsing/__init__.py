"""Bytes of a file to a tree with the place of each value."""
