"""GitHub and GitLab: addresses, Markdown, and what the author of a change reads."""
