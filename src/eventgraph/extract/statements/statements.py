"""Statements: who said, wrote, announced, condemned, ruled what. The cues are in `rules/statement_*.yml`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from eventgraph.annotate.references import Reference
from eventgraph.extract.claims import make_claim
from eventgraph.extract.engine.matcher import Match, Matcher
from eventgraph.extract.engine.rules import BUILT_IN, load_rules
from eventgraph.extract.statements.addressees import addressee_of, told_first, told_next
from eventgraph.extract.statements.alone import stands_alone
from eventgraph.extract.statements.answers import find_answers
from eventgraph.extract.statements.beside import beside
from eventgraph.extract.statements.by_order import cues_by_order, saying_by_order
from eventgraph.extract.statements.colons import introduced
from eventgraph.extract.statements.edges import content_text
from eventgraph.extract.statements.first_person import FIRST_PERSON, first_person, is_first_person
from eventgraph.extract.statements.passage import evidence_span
from eventgraph.extract.statements.positions import positions
from eventgraph.extract.statements.quotations import find_quotations
from eventgraph.extract.statements.quoted import quoted
from eventgraph.extract.statements.saying import Saying, sayers_of
from eventgraph.extract.statements.speakers import Speakers
from eventgraph.extract.statements.voices import Voices
from eventgraph.extract.statements.wording import past_date, to_the_left, words_said
from eventgraph.model import Claim

PERFORMED = frozenset({"performed", "remains-committed"})  # in a quotation they are its speaker's words
KINDS = ("clause", "act", "noun")  # of two rules for one trigger the first read wins


class Statements:
    """Claims of type `statement`."""

    name = "statements"

    def __init__(self) -> None:
        self._matcher = Matcher(load_rules(BUILT_IN / f"statement_{kind}.yml" for kind in KINDS))

    def __call__(self, doc: Doc) -> Iterator[Claim]:
        """Yield a claim for each cue and speaker: the first rule's that finds a named speaker and words."""
        return _Reading(doc).claims(self._matcher.matches(doc))


class _Reading:
    """One article: its quotations, who has spoken so far, whose words a quotation is."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._answers = find_answers(doc)
        self._quotations = find_quotations(doc)
        self._speakers = Speakers(doc)
        self._voices = Voices(doc, [*(one.words for one in self._answers), *self._quotations])
        self._told: set[tuple[object, ...]] = set()
        self._done: set[int] = set()  # cues that made a claim

    def claims(self, matches: Iterator[Match]) -> Iterator[Claim]:
        usable = [m for m in matches if m.trigger._.prose]
        yield from self._in_answers()
        yield from self._in_order([m for m in usable if not first_person(m.arguments["speaker"])])
        yield from self._after_colons()
        yield from self._by_rules([m for m in usable if first_person(m.arguments["speaker"])])
        self._refer_first_persons()

    def _refer_first_persons(self) -> None:
        """Let other extractors know who *I* and *we* are."""
        for token in [self._doc[i] for i in positions(self._doc, "LOWER", FIRST_PERSON)]:
            found = self._voices.of(token) if is_first_person(token) else None
            if found:
                self._doc._.references.setdefault(token.i, found)

    def _by_rules(self, matches: Sequence[Match]) -> Iterator[Claim]:
        for match in matches:
            if match.trigger.i not in self._done:
                yield from self._tell(self._saying(match))

    def _in_order(self, matches: Sequence[Match]) -> Iterator[Claim]:
        """Cue by cue as in the text, since each statement may tell who makes the next."""
        told: dict[int, list[Match]] = defaultdict(list)
        for match in matches:
            told[match.trigger.i].append(match)
        cues = {cue.i: cue for cue in cues_by_order(self._doc)}
        for i in sorted({*told, *cues}):
            yield from self._by_rules(told[i])
            yield from self._by_order(cues.get(i))

    def _by_order(self, cue: Token | None) -> Iterator[Claim]:
        if cue is None or cue.i in self._done or not cue._.prose:
            return
        saying = saying_by_order(cue, self._quotations)
        if saying:
            yield from self._tell(saying)

    def _tell(self, saying: Saying) -> Iterator[Claim]:
        for claim in self._of(saying):
            self._done.add(saying.trigger.i)
            yield from self._once(claim)

    def _in_answers(self) -> Iterator[Claim]:
        for speaker, words in self._answers:
            content = list(words.words(self._doc))
            saying = Saying(self._doc[speaker.head], "answer", frozenset(), (), (), content)
            claim = self._claim(saying, speaker)
            if claim:
                self._voices.note(saying.trigger, speaker, content)
                yield claim

    def _after_colons(self) -> Iterator[Claim]:
        for quotation in self._quotations:
            if self._voices.knows(quotation):
                continue
            found = introduced(self._doc, quotation) or stands_alone(self._doc, quotation)
            if found and found[0]._.prose:
                content = list(quotation.words(self._doc))
                saying = Saying(found[0], "colon", frozenset(), found[1], (), content)
                yield from self._of(saying)

    def _once(self, claim: Claim) -> Iterator[Claim]:
        """*issued a statement saying …* is told once."""
        key = (claim.arguments["speaker"], claim.attributes["content"], claim.evidence)
        if key not in self._told:
            self._told.add(key)
            yield claim

    def _saying(self, match: Match) -> Saying:
        tokens, flags, cue = match.arguments, match.rule.flags, match.trigger
        to = tokens.get("addressee", ()) or told_next(cue)
        if "quoted" in flags:
            content = quoted(cue, self._quotations)
        else:
            content = words_said(cue, tokens["content"], tokens["speaker"], self._quotations)
            content = past_date(cue, to_the_left(cue, content)) if "source" in flags else content
        first = told_first(cue, content)
        if first:
            to, content = to or (content[first - 1],), content[first:]
        return Saying(cue, match.rule.name, flags, tokens["speaker"], to, content)

    def _of(self, saying: Saying) -> Iterator[Claim]:
        speakers = self._speakers_of(saying) if saying.content else []
        if speakers and not saying.happened:
            self._done.add(saying.trigger.i)  # that it was not said needs no second reading
            return
        for speaker in speakers:
            claim = self._claim(saying, speaker)
            if claim:
                self._speakers.note(speaker, saying.content)
                self._voices.note(saying.trigger, speaker, saying.content)
                yield claim

    def _speakers_of(self, saying: Saying) -> Sequence[Reference]:
        if saying.in_first_person:
            voice = self._voices.of(saying.speakers[0])
            return [voice] if voice and saying.admits(voice) else []
        if saying.misplaced or (saying.rule in PERFORMED and self._voices.is_quoted(saying.trigger)):
            return []
        sayers = sayers_of(saying)
        found = self._speakers.of(sayers) or self._speakers.of(beside(saying.trigger))
        return [one for one in found if saying.admits(one) and not self._voices.is_other(saying.trigger, one)]

    def _claim(self, saying: Saying, speaker: Reference) -> Claim | None:
        addressee = addressee_of(saying.addressees, speaker.entity, saying.content)
        return make_claim(
            saying.trigger,
            "statement",
            {"speaker": [speaker], "addressee": addressee},
            {"cue": saying.cue, "content": content_text(saying.content)},
            f"statement/{saying.rule}",
            evidence_span(saying.trigger, saying.content, self._quotations),
        )
