"""The knowledge of the ontology as data: classes, SKOS schemes, direct properties, types of claim."""
