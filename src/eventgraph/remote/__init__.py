"""The same graph in somebody else's SPARQL store: asked, and filled."""
