"""One build of the website, and the only modules that know MkDocs."""
