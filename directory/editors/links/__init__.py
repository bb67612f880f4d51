"""Do the web addresses of a directory still lead somewhere? The only part of the program that uses the network."""
