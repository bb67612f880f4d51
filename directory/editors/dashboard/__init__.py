"""The editors' desk: what needs an editor, as plain pages for one computer. Never part of the website."""
