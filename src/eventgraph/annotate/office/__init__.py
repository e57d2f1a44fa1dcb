"""What a title says: office, tenure, body, country."""

from eventgraph.annotate.office.office import Office, is_rank_apart, read_office
from eventgraph.lexicon.title import Status

__all__ = ["Office", "Status", "is_rank_apart", "read_office"]
