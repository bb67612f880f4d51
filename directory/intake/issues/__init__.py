"""Forms for issues at GitHub and GitLab, and what becomes of the answers."""
