"""Closed lists of words and names: data in YAML, looked up by small functions, read when first asked."""

from eventgraph.lexicon.data import load, words
from eventgraph.lexicon.officeholder import (
    gender_of_holder,
    is_holders_name,
    office_country,
    office_left,
)
from eventgraph.lexicon.organization import KnownOrganization, find_organization
from eventgraph.lexicon.person_name import (
    gender_of,
    gender_of_noun,
    is_honorific,
    same_given_name,
    strip_honorifics,
)
from eventgraph.lexicon.place import Place, find_place, find_place_demonym
from eventgraph.lexicon.territory import (
    Metonym,
    Territory,
    country_by_code,
    find_capital,
    find_country,
    find_demonym,
    find_metonym,
)
from eventgraph.lexicon.title import (
    full_title,
    implied_country,
    implied_organization,
    is_generic_body,
    is_not_title,
    is_relational,
    is_title_head,
    tenure_of,
)

__all__ = [
    "KnownOrganization",
    "Metonym",
    "Place",
    "Territory",
    "country_by_code",
    "find_capital",
    "find_country",
    "find_demonym",
    "find_metonym",
    "find_organization",
    "find_place",
    "find_place_demonym",
    "full_title",
    "gender_of",
    "gender_of_holder",
    "gender_of_noun",
    "implied_country",
    "implied_organization",
    "is_generic_body",
    "is_holders_name",
    "is_honorific",
    "is_not_title",
    "is_relational",
    "is_title_head",
    "load",
    "office_country",
    "office_left",
    "same_given_name",
    "strip_honorifics",
    "tenure_of",
    "words",
]
