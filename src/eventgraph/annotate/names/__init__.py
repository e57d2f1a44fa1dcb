"""The names that the network found, settled by rules and lexicons."""
