"""The graph of a project over HTTP: a SPARQL 1.1 endpoint, pages to read, nothing that reaches further."""
