"""Statements: who said, wrote, announced, condemned, ruled what. The cues are in `rules/statement.yml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.claims import make_claim
from eventgraph.extract.cues import marks
from eventgraph.extract.matcher import Match, Matcher
from eventgraph.extract.modality import modality
from eventgraph.extract.parties import parties
from eventgraph.extract.quotations import FIRST_PERSON, Quotation, find_quotations
from eventgraph.extract.rules import BUILT_IN, load_rules
from eventgraph.extract.speakers import Speakers
from eventgraph.extract.voices import Voices
from eventgraph.extract.wording import content_text, evidence_span, quoted, said
from eventgraph.model import Claim

CHARGES = frozenset({"accuse", "suspect", "convict", "acquit", "charge"})
POLITE = frozenset({"want", "like", "wish", "have"})
COURTS = frozenset({"court", "tribunal", "commission", "panel", "inquiry", "committee", "council", "board", "agency"})


class Statements:
    """Claims of type `statement`."""

    name = "statements"

    def __init__(self) -> None:
        self._matcher = Matcher(load_rules((BUILT_IN / "statement.yml",)))

    def __call__(self, doc: Doc) -> Iterator[Claim]:
        """Yield a claim for each cue and speaker: that of the first rule that finds a named speaker and words."""
        return _Reading(doc).claims(self._matcher.matches(doc))


class _Reading:
    """One article: its quotations, who has spoken so far, whose words a quotation is."""

    def __init__(self, doc: Doc) -> None:
        self._quotations = find_quotations(doc)
        self._speakers = Speakers(doc)
        self._voices = Voices(doc, self._quotations)

    def claims(self, matches: Iterator[Match]) -> Iterator[Claim]:
        usable = [m for m in matches if m.trigger._.prose and _happened(m)]
        own = [m for m in usable if _first_person(m)]
        done: set[int] = set()
        for match in [*(m for m in usable if not _first_person(m)), *own]:
            if match.trigger.i not in done:
                for claim in self._of(match):
                    done.add(match.trigger.i)
                    yield claim

    def _of(self, match: Match) -> Iterator[Claim]:
        content = self._content(match)
        if not content:
            return
        for speaker in self._speakers_of(match, content):
            claim = self._claim(match, speaker, content)
            if claim:
                self._speakers.note(speaker)
                self._voices.note(match.trigger, speaker, content)
                yield claim

    def _content(self, match: Match) -> list[Token]:
        if "quoted" in match.rule.flags:
            return quoted(match.trigger, self._quotations)
        heads = match.arguments["content"]
        return said(match.trigger, min(heads, key=lambda t: t.i), self._quotations)

    def _speakers_of(self, match: Match, content: Sequence[Token]) -> Sequence[Reference]:
        tokens = match.arguments["speaker"]
        if _first_person(match):
            voice = self._voices.of(tokens[0])
            return [voice] if voice else []
        if any(t.dep_ == "obj" and t.head.i == match.trigger.i for t in tokens) and content[0].i > tokens[0].i:
            return []  # an object is the speaker only where the verb stands between: "…," argued the lawyer
        found = self._speakers.of(tokens)
        return [one for one in found if "court" not in match.rule.flags or _is_court(one)]

    def _claim(self, match: Match, speaker: Reference, content: Sequence[Token]) -> Claim | None:
        trigger = match.trigger
        addressee = [r for r in parties(match.arguments.get("addressee", ()), groups=False) if r.entity != speaker.entity]
        return make_claim(
            trigger,
            "statement",
            {"speaker": [speaker], "addressee": [r for r in addressee if r.head not in {t.i for t in content}][:1]},
            {"cue": _cue(trigger, content), "content": content_text(content)},
            f"statement/{match.rule.name}",
            0.85,
            evidence_span(trigger, content, self._quotations),
        )


def _happened(match: Match) -> bool:
    """Was it said? Not if one may, will or refused to say it, or is accused of it; *I want to thank* does it."""
    trigger = match.trigger
    if "source" in match.rule.flags:
        return True
    if "of" in marks(trigger) and trigger.head.lemma_.lower() in CHARGES:
        return False
    polite = trigger.dep_ == "xcomp" and trigger.head.lemma_.lower() in POLITE and _first_person(match)
    return polite or modality(trigger) == "asserted"


def _first_person(match: Match) -> bool:
    return any(token.lower_ in FIRST_PERSON for token in match.arguments["speaker"])


def _is_court(speaker: Reference) -> bool:
    return speaker.entity.type == "organization" and not COURTS.isdisjoint(speaker.entity.name.lower().split())


def _cue(trigger: Token, content: Sequence[Token]) -> str:
    """The cue as in the text: *said*, *According to*, *issued a ruling*, *called for*."""
    end = trigger.i + 1
    while end < content[0].i and end - trigger.i < 4 and trigger.doc[end].dep_ in {"compound:prt", "fixed", "case", "obj", "det"}:
        end += 1
    return str(trigger.doc[trigger.i : end].text)
