"""The file of an offer: written in one spelling, formatted, amended, described for programs."""
