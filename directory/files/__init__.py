"""The file of an entry: written in canonical form, formatted, amended, described for programs."""
