"""The web form: a page for a new offer, and one to correct each offer."""
