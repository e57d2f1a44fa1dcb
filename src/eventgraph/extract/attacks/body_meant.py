"""The armed body that *the group* or *it* means."""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from eventgraph.annotate.references import Reference, reference
from eventgraph.extract.arguments.inferred import inferred
from eventgraph.extract.attacks.arms import is_armed
from eventgraph.lexicon import words

FAR = 60  # tokens between *the group* and its name


def body_meant(noun: Token) -> list[Reference]:
    """*The group carried out the raid*: the armed body named last."""
    alone = {child.lower_ for child in noun.lefts} <= words("attack.said_group") and list(noun.lefts)
    if noun.lemma_.lower() not in words("attack.meant") or not alone:
        return []
    references = noun.doc._.references
    before = (references[i] for i in range(noun.i - 1, max(noun.i - FAR, 0) - 1, -1) if i in references)
    armed = (one for one in before if one.entity.type == "organization" and is_armed(one, noun))
    return [inferred(one, "body-meant") for one in islice(armed, 1)]


def group_before(pronoun: Token) -> list[Reference]:
    """*The rebel group is silent. In May it kidnapped a priest*: the body that is the group."""
    start = pronoun.sent.start
    if reference(pronoun) is not None or start == 0 or pronoun.dep_ != "nsubj":
        return []
    before = [one for one in pronoun.doc[start - 1].sent if one.dep_ in {"nsubj", "nsubj:pass"}]
    return body_meant(before[0]) if before else []
