"""When an attack was: by its own date, or by its verb's; never by that of a trial or of another event."""

from __future__ import annotations

import re

from spacy.tokens import Token

from eventgraph.annotate.dates import DateExpression
from eventgraph.extract.arguments.timing import date_expression, is_since
from eventgraph.extract.attacks.anniversary import anniversary_of, recalled_day
from eventgraph.extract.grammar.syntax import first_conjunct
from eventgraph.lexicon import words

YEAR = re.compile(r"(?:19|20)\d\d")
APART = frozenset({"after", "before", "since"})


def day_of(trigger: Token) -> str | None:
    """*was hit by strikes on Sunday*: the verb's date, for the strikes."""
    recalled = anniversary_of(trigger)
    if recalled is not None:
        return recalled_day(recalled)
    year = next((child for child in trigger.lefts if YEAR.fullmatch(child.text)), None)
    if year is not None:
        within = (one.value for one in trigger.doc._.dates if one.start <= year.idx < one.end)
        return next(within, year.text)  # the November 2015 attacks
    tells = [child for child in trigger.rights if _says_when(child)]
    tells += [trigger.head] if trigger.dep_ == "obl:agent" else []
    found = date_expression(trigger) or next((date for one in tells if (date := date_expression(one))), None)
    if found is not None and not _is_of_other(found, trigger):
        return found.value
    return _day_after(trigger) if found is None and not is_charge(trigger) else None


def _day_after(trigger: Token) -> str | None:
    """*the siege of the mall in Nairobi last September*: the date that ends the phrase."""
    dates = {one.start: one for one in trigger.doc._.dates if not is_since(one)}
    for token in trigger.doc[trigger.i + 1 : trigger.sent.end]:
        if token.pos_ in {"VERB", "AUX", "SCONJ", "CCONJ"} or (token.is_punct and token.text != "-"):
            return None
        if token.idx in dates:
            value: str = dates[token.idx].value
            return value
    return None


def _says_when(clause: Token) -> bool:
    """*a bombing that happened on 3 June*."""
    return clause.dep_ == "acl:relcl" and clause.lemma_.lower() in words("attack.occurrence")


def _is_of_other(date: DateExpression, trigger: Token) -> bool:
    """*On Friday ministers condemned the attack*: a date before the noun is that of a verb above it."""
    own = any(date.start <= one.idx < date.end for one in trigger.subtree)
    if is_charge(trigger) and not own:
        return True
    if trigger.pos_ not in {"NOUN", "PROPN"} or date.start > trigger.idx:
        return False
    verb = trigger.head.lemma_.lower()
    shared = words("attack.light") | words("attack.occurrence") | words("attack.struck")
    return not own and verb not in shared


def is_charge(trigger: Token) -> bool:
    """*was sentenced on Friday for her murder*, *jailed for driving a car*: day and place are the trial's."""
    below = trigger.dep_ in {"obl", "advcl", "xcomp", "acl", "nmod"}
    verb = next((one for one in trigger.ancestors if one.pos_ in {"VERB", "AUX"}), None)
    return below and verb is not None and verb.lemma_.lower() in words("attack.accuse")


def is_at_another_time(trigger: Token) -> bool:
    """*a week after ten were killed in Minna*, *days after the bombing of the hotel*."""
    clause = first_conjunct(trigger)
    link = next((one for one in clause.lefts if one.dep_ in {"mark", "case"} and one.lower_ in APART), None)
    before = link.nbor(-1) if link is not None and link.i > link.sent.start else None
    return before is not None and before.lemma_.lower() in words("attack.spans")
