"""The network to look at: one HTML file that needs nothing else."""

from eventgraph.view.page import make_page

__all__ = ["make_page"]
