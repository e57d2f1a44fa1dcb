"""Whose words *I* and *we* stand in: those of a quotation's speaker, or of who issues the whole text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from eventgraph.annotate import annotate
from eventgraph.annotate.references import Reference, mention_of, reference
from eventgraph.extract.statements.quotations import Quotation
from eventgraph.lexicon import is_title_head
from eventgraph.model import Article, Entity

PRESENT = frozenset({"VBZ", "VBP"})
TITLED = re.compile(
    r"\b(?:statement|remarks|speech|address|message|comments?) (?:by|from|of) (?P<who>.+)", re.I
)


class Voices:
    """Learns from each statement whose quotation it was."""

    def __init__(self, doc: Doc, quotations: Sequence[Quotation]) -> None:
        self._doc = doc
        self._quotations = quotations
        self._of: dict[int, Entity] = {}
        self._issuer: Entity | None = None

    def note(self, trigger: Token, speaker: Reference, content: Sequence[Token]) -> None:
        """Note that the content is the speaker's; quotations it touches are in the speaker's voice."""
        near = [q for q in self._quotations if q.start <= content[-1].i and content[0].i < q.end]
        for one in near:
            if trigger not in one and any(token in one for token in content):
                self._of.setdefault(one.start, speaker.entity)
        performs = trigger.tag_ in PRESENT and not self._around(trigger)
        if performs and speaker.entity.type in {"country", "organization"}:
            self._issuer = self._issuer or speaker.entity

    def knows(self, quotation: Quotation) -> bool:
        """Is the quotation's speaker known?"""
        return quotation.start in self._of

    def is_quoted(self, token: Token) -> bool:
        """Does the token stand in a quotation?"""
        return self._around(token) is not None

    def is_other(self, cue: Token, speaker: Reference) -> bool:
        """*Lee said: "I met the king. He said it was over"*: in Lee's own words *he* is not Lee."""
        around = self._around(cue)
        third = speaker.mention.via == "pronoun" and speaker.mention.text.lower() in {"he", "she"}
        return third and around is not None and self._of.get(around.start) == speaker.entity

    def of(self, pronoun: Token) -> Reference | None:
        """Return whose *I* or *we* it is, if that is known."""
        around = self._around(pronoun)
        rule = "first-person-in-quotation" if around else "first-person-of-issuer"
        entity = self._of.get(around.start) if around else self._issuer or self._titled()
        if entity is None:
            return None
        mention = mention_of(self._doc[pronoun.i : pronoun.i + 1], "inferred", rule)
        return Reference(entity, mention, pronoun.i)

    def _titled(self) -> Entity | None:
        """*Statement by Secretary Ann Lee on the harbour*: the person named in the title."""
        article: Article = self._doc._.article
        told = TITLED.search(article.title or "")
        if told is None:
            return None
        title = annotate(Article(id=article.id, text=told["who"]), self._doc._.pipeline)
        people = (e for e in title.ents if e.label_ == "person" and not is_title_head(e.text))
        named = (reference(ent.root) for ent in people)
        found = next((one for one in named if one), None)
        return self._same(found.entity) if found else None

    def _same(self, titled: Entity) -> Entity:
        """The entity of that name in the text, if there is one."""
        known = {r.entity.id: r.entity for r in self._doc._.references.values()}
        found: Entity = known.get(titled.id, titled)
        return found

    def _around(self, token: Token) -> Quotation | None:
        return next((one for one in self._quotations if token in one), None)
