"""An extractor that asks a language model server; nobody is asked unless a user names one."""

from eventgraph.extract.asked.ask import Found, ask, extractor_name
from eventgraph.extract.asked.server import ModelServer, open_server

__all__ = ["Found", "ModelServer", "ask", "extractor_name", "open_server"]
