"""Did it happen? Asserted, planned, possible or negated, and the words that say so."""

from eventgraph.extract.modality.cues import Modality, combine
from eventgraph.extract.modality.outcome import modality

__all__ = ["Modality", "combine", "modality"]
