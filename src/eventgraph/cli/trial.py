"""What `eventgraph rules try` prints."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Token

from eventgraph.annotate import annotate
from eventgraph.audit import all_rules
from eventgraph.cli.tree import format_dates, format_reference, format_tree
from eventgraph.errors import UsageError
from eventgraph.extract import extract
from eventgraph.extract.engine.patterned import load_patterned
from eventgraph.extract.engine.trial import Trial, try_rules
from eventgraph.means import own_rules
from eventgraph.model import Article, Claim
from eventgraph.read.record import parse_day


def format_trial(text: str, extractors: Path | None, date: str | None, pipeline: str | None = None) -> str:
    """Return trees, rules and claims of a text, in lines.

    Raises UsageError if `date` is no date or the pipeline can't be used, PatternError if a rule is wrong.
    """
    try:
        published = date and parse_day(date)
    except ValueError as error:
        raise UsageError(f"--date: {error}") from error
    own = own_rules(extractors)
    doc = annotate(Article(id="sentence", text=text, published=published), pipeline)
    claims = extract(doc, load_patterned(own))
    trials = try_rules(doc, all_rules(extractors), claims)
    parts = [
        *(format_tree(sentence) for sentence in doc.sents if sentence.text.strip()),
        "\n".join(format_dates(doc)),
        *("\n".join(_trial(one)) for one in trials),
        "\n".join(map(_claim, claims)) or "no claim",
    ]
    return "\n\n".join(part for part in parts if part)


def _trial(one: Trial) -> Iterator[str]:
    outcome = "claim" if one.claims else one.reason
    yield f"{'+' if one.claims else '-'} {one.rule.id} at {one.trigger.text!r}: {outcome}"
    width = max(map(len, one.rule.paths), default=0)
    for name, path in one.rule.paths.items():
        yield f"    {name:{width}}  {'; '.join(map(_word, one.found[name])) or 'nothing'}   [{path}]"


def _word(token: Token) -> str:
    return f"{token.text} {format_reference(token)}".strip()


def _claim(claim: Claim) -> str:
    parties = [
        f"{name}: {', '.join(e.name for e in found)}" for name, found in claim.arguments.items() if found
    ]
    values = [f"{name}: {value}" for name, value in sorted(claim.attributes.items())]
    return f"= {claim.type} ({claim.extractor})  {'; '.join([*parties, *values])}"
