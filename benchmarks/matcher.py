"""Our matcher against spaCy's DependencyMatcher, on the same trees with equivalent patterns.

    EVENTGRAPH_SHARED=… python benchmarks/matcher.py

Thirty triggers, each with the subject, object and the person spoken with: the paths that spaCy's patterns can
say (a child by its label; nothing understood, shared or relative, which ours finds as well).
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy
from spacy.matcher import DependencyMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from eventgraph.extract.engine.matcher import Matcher
from eventgraph.extract.engine.rules import load_rules

WORDS = 20_000
VERBS = (
    "meet speak talk call tell visit host receive write send attack kill bomb shoot say announce "
    "discuss hold travel arrive welcome greet brief warn urge ask invite appoint name join"
)
SHAPES = {
    "object": ("subject", "object"),
    "with": ("subject", "prep(with, to)"),
    "agent": ("passive_subject", "agent"),
}


def main() -> None:
    """Print words a second of both, the best of five runs."""
    shared = os.environ.get("EVENTGRAPH_SHARED")
    if not shared:
        sys.exit("set EVENTGRAPH_SHARED to the folder with corpora/gum/dep")
    vocab = spacy.blank("en").vocab
    docs = list(read_docs(Path(shared) / "corpora" / "gum" / "dep", vocab))
    words = sum(map(len, docs))
    ours, spacys = make_matcher(), make_dependency_matcher(vocab)
    found = sum(1 for doc in docs for _ in ours.matches(doc))
    print(f"{words} words, {len(VERBS.split()) * len(SHAPES)} patterns")
    rate = speed(lambda: [list(ours.matches(doc)) for doc in docs], words)
    print(f"ours              {rate}, {found} matches")
    theirs = sum(len(spacys(doc)) for doc in docs)
    rate = speed(lambda: [spacys(doc) for doc in docs], words)
    print(f"DependencyMatcher {rate}, {theirs} matches")


def speed(run: Callable[[], object], words: int) -> str:
    """Return words a second, the best of five runs."""
    times = []
    for _ in range(5):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return f"{words / min(times):>10,.0f} words/s"


def read_docs(folder: Path, vocab: Vocab) -> Iterator[Doc]:
    """Yield news documents of a treebank until there are enough words."""
    total = 0
    for path in sorted(folder.glob("GUM_news_*.conllu")):
        rows: list[list[str]] = []
        heads: list[int] = []
        for block in path.read_text("utf-8").strip().split("\n\n"):
            first = len(rows)
            lines = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
            for cells in (one for one in lines if one[0].isdigit()):
                heads.append(first + int(cells[6]) - 1 if cells[6] != "0" else len(rows))
                rows.append(cells)
        form, lemma, pos, tag, dep = ([row[i] for row in rows] for i in (1, 2, 3, 4, 7))
        total += len(rows)
        yield Doc(vocab, words=form, lemmas=lemma, pos=pos, tags=tag, heads=heads, deps=dep)
        if total >= WORDS:
            return


def make_matcher() -> Matcher:
    """Return our matcher with a rule for each verb and shape."""
    lines = ["claim: bench", "arguments: {a: many, b: many}", "rules:"]
    for verb in VERBS.split():
        for shape, (a, b) in SHAPES.items():
            lines += [f"  {verb}-{shape}:", "    about: x", f"    trigger: {{lemma: [{verb}], pos: [VERB]}}"]
            lines += [f"    a: {a}", f'    b: "{b}"', "    require: [a, b]"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.yml"
        path.write_text("\n".join(lines), encoding="utf-8")
        return Matcher(load_rules((path,)))


def make_dependency_matcher(vocab: Vocab) -> DependencyMatcher:
    """Return spaCy's matcher with the same, as far as its patterns can say it."""
    matcher = DependencyMatcher(vocab)
    for verb in VERBS.split():
        head = {"RIGHT_ID": "v", "RIGHT_ATTRS": {"LEMMA": verb, "POS": "VERB"}}
        with_ = [
            child("v", "o", {"DEP": "obl"}),
            child("o", "c", {"DEP": "case", "LOWER": {"IN": ["with", "to"]}}),
        ]
        matcher.add(
            f"{verb}-object", [[head, child("v", "s", {"DEP": "nsubj"}), child("v", "o", {"DEP": "obj"})]]
        )
        matcher.add(f"{verb}-with", [[head, child("v", "s", {"DEP": "nsubj"}), *with_]])
        passive = [child("v", "s", {"DEP": "nsubj:pass"}), child("v", "o", {"DEP": "obl:agent"})]
        matcher.add(f"{verb}-agent", [[head, *passive]])
    return matcher


def child(parent: str, name: str, attributes: dict[str, object]) -> dict[str, object]:
    """Return the pattern of a direct child."""
    return {"LEFT_ID": parent, "REL_OP": ">", "RIGHT_ID": name, "RIGHT_ATTRS": attributes}


if __name__ == "__main__":
    main()
