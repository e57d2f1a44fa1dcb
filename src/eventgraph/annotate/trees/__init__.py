"""Trees mended where words are certain that the parser read otherwise."""
