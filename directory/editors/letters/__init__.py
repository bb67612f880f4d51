"""Letters to providers: what the directory says about their entries, and four answers."""
