"""Training and evaluation of the language model that `eventgraph.annotate` ships."""
