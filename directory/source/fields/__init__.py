"""Faults of fields and values: what is meant, and the record that is made of it."""
