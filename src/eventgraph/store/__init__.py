"""The project folder on disk: written whole or not at all, and read back."""

from eventgraph.store.project import EXTRA, FILES, Project, open_project
from eventgraph.store.write import check_writable, write_outputs

__all__ = ["EXTRA", "FILES", "Project", "check_writable", "open_project", "write_outputs"]
