"""The project folder on disk: written whole or not at all, read back, and grown."""

from eventgraph.store.project import (
    EXTRA,
    FILES,
    OPTIONAL,
    PIPELINE,
    REPORT,
    UNREAD,
    Project,
    has_store,
    open_project,
)
from eventgraph.store.write import check_writable, write_outputs

__all__ = [
    "EXTRA",
    "FILES",
    "OPTIONAL",
    "PIPELINE",
    "REPORT",
    "UNREAD",
    "Project",
    "check_writable",
    "has_store",
    "open_project",
    "write_outputs",
]
