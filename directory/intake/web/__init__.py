"""The web form: a page for a new entry, and one to correct each entry."""
