"""Questions in a terminal: `directory new`."""
