"""How the coreference head is trained and scored: gold texts, prepared arrays, the head, the measures."""
