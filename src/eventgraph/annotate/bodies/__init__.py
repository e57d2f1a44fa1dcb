"""Bodies told by a noun: *the ministry*, *the Ghanaian army*, *Government of Iraq*."""

from eventgraph.annotate.bodies.bodies import (
    body_apposed,
    body_named,
    body_of_country,
    body_of_phrase,
    body_of_place,
    land_inside,
)

__all__ = ["body_apposed", "body_named", "body_of_country", "body_of_phrase", "body_of_place", "land_inside"]
