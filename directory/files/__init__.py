"""The file of an entry: written in one spelling, formatted, amended, described for programs."""
