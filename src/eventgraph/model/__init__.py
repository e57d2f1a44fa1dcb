"""The values that pass between the stages: immutable, slotted, serialised by msgspec."""

from eventgraph.model.article import Article
from eventgraph.model.claim import Claim, Value
from eventgraph.model.entity import Entity, EntityType, make_entity
from eventgraph.model.evidence import Evidence
from eventgraph.model.mention import Mention, Via

__all__ = ["Article", "Claim", "Entity", "EntityType", "Evidence", "Mention", "Value", "Via", "make_entity"]
