"""Is a verb passive?"""

from __future__ import annotations

from spacy.tokens import Token

from eventgraph.extract.grammar.own_subject import late_subjects
from eventgraph.extract.grammar.tokens import linked


def passive(verb: Token) -> bool:
    """Is the verb passive? *Kamel was met by Sullivan*; *a man arrested by police*; *was tried and shot*."""
    late = late_subjects(verb)
    labels = {child.dep_ for child in verb.children if child not in late}
    if labels & {"nsubj:pass", "aux:pass", "csubj:pass"}:
        return "aux:pass" in labels or "obj" not in labels  # troops killed ten men, read as "were killed"
    if verb.tag_ != "VBN" or linked(verb, "nsubj", "aux"):
        return False
    if linked(verb, "obj") and verb.dep_ != "acl":  # a woman named president
        return False
    if verb.dep_ == "conj":
        return passive(verb.head)
    return verb.dep_ in {"acl", "advcl", "xcomp"} or bool(linked(verb, "obl:agent"))
