"""Are wire copies found? `python benchmarks/copies.py [ARTICLES] [COPIES]`, 5,000 and 200 if not said.

Among made-up articles (see `corpus.py`) some have a lightly edited copy, as papers print what an agency
sends: a byline, some words replaced, a sentence left out, a last line added. Which are copies is known, so
precision and recall of pairs are exact.
"""

from __future__ import annotations

import re
import sys
import time
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))
from corpus import load_corpus, shingles

from eventgraph.store.copies import find_witnesses, make_signature

ENDINGS = ("More to follow.", "This is a developing story.", "Our reporters contributed.")


def edit(text: str, words: list[str], chance: Random) -> str:
    """A copy with one to four edits."""
    for kind in chance.sample(range(4), chance.randint(1, 4)):
        sentences = text.split("\n\n")
        if kind == 0:
            text = f"By our own correspondent\n\n{text}"
        elif kind == 1:
            for _ in range(chance.randint(1, 3)):
                old = chance.choice(re.findall(r"\w+", text))
                text = re.sub(rf"\b{old}\b", chance.choice(words), text, count=1)
        elif kind == 2 and len(sentences) > 4:
            shortest = min(sentences, key=len)
            text = "\n\n".join(sentence for sentence in sentences if sentence != shortest)
        else:
            text = f"{text}\n\n{chance.choice(ENDINGS)}"
    return text


def main(count: int, copies: int) -> None:
    corpus, chance = load_corpus(), Random(11)
    texts = {record["id"]: record["text"] for record in map(corpus.article, range(count))}
    words = sorted({word for text in list(texts.values())[:200] for word in re.findall(r"[a-z]{4,}", text)})
    copied = {f"copy-{id}": id for id in chance.sample(sorted(texts), copies)}
    texts |= {copy: edit(texts[id], words, chance) for copy, id in copied.items()}
    alike = sorted(_jaccard(texts[copy], texts[id]) for copy, id in copied.items())
    print(f"{len(texts):,} articles, {copies} of them copies; share of common shingles: "
          f"least {alike[0]:.2f}, median {alike[len(alike) // 2]:.2f}, most {alike[-1]:.2f}")  # fmt: skip
    start = time.process_time()
    signed = [(id, make_signature(text)) for id, text in texts.items()]
    middle = time.process_time()
    witnesses = find_witnesses(signed)
    print(f"signatures {middle - start:.1f} s, clusters {time.process_time() - middle:.1f} s of one core")
    clusters: dict[str, list[str]] = defaultdict(list)
    for id, witness in sorted(witnesses.items()):
        clusters[witness].append(id)
    found = {pair for cluster in clusters.values() for pair in combinations(cluster, 2)}
    known = set(copied.items())
    right = len(found & known)
    precision, recall = right / max(1, len(found)), right / len(known)
    print(f"precision {precision:.4f}, recall {recall:.4f} of pairs; {len(clusters):,} witnesses")


def _jaccard(one: str, other: str) -> float:
    a, b = shingles(one), shingles(other)
    return len(a & b) / len(a | b)


if __name__ == "__main__":
    given = [int(number) for number in sys.argv[1:]]
    main(given[0] if given else 5000, given[1] if given[1:] else 200)
