"""What stands where in a sentence: small questions about one token, answered with lists of tokens.

Import them from here; each concept has its own file. Every function returns heads of arguments, a
coordination by its first word (`conjuncts` gives the others), relative pronouns replaced by what they stand
for, in the order of the text within each kind of link. Trees are Universal Dependencies v2 as in GUM and EWT.
"""

from __future__ import annotations

from eventgraph.extract.grammar.agent import agents, logical_objects, logical_subjects
from eventgraph.extract.grammar.between import between
from eventgraph.extract.grammar.coordination import conjuncts, expanded, first_conjunct
from eventgraph.extract.grammar.following import following
from eventgraph.extract.grammar.object import indirect_objects, objects
from eventgraph.extract.grammar.oblique import obliques
from eventgraph.extract.grammar.passive import passive
from eventgraph.extract.grammar.possessor import possessors
from eventgraph.extract.grammar.preposition import preposition
from eventgraph.extract.grammar.relative import antecedent
from eventgraph.extract.grammar.subject import governor_subjects, subjects
from eventgraph.extract.grammar.verb_form import nonfinite, participle

__all__ = [
    "agents",
    "antecedent",
    "between",
    "conjuncts",
    "expanded",
    "first_conjunct",
    "following",
    "governor_subjects",
    "indirect_objects",
    "logical_objects",
    "logical_subjects",
    "nonfinite",
    "objects",
    "obliques",
    "participle",
    "passive",
    "possessors",
    "preposition",
    "subjects",
]
