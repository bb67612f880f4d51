"""Faults of signs and layout: what is wrong with lines, and the lines as they should be."""
