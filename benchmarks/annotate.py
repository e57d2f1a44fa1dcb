"""How fast text is annotated, beside a transformer of the usual size on the same text in the same run.

    python benchmarks/annotate.py [ARTICLE…]          needs the extra [training], for torch and transformers

`eventgraph`: all of `annotate`, from text to tokens, tags, trees, names, dates and coreference, one thread.
`BERT-base`: what `transformers` users run for one of these layers: a BERT of the standard size (random
weights: speed does not depend on them) with a token classification head, PyTorch float32, one thread,
batches of 32 sentences sorted by length. The two take turns; the best of three rounds counts, in processor
time. Without articles, those of the sample are read, twice over.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib.resources import files

import torch
from spacy.tokens import Doc
from tokenizers import Tokenizer
from transformers import BertConfig, BertForTokenClassification

from eventgraph.annotate import annotate
from eventgraph.pipeline import read
from eventgraph.resources import find_resource

ROUNDS, REPEATS, BATCH, LONGEST = 3, 2, 32, 512


def main() -> None:
    paths = sys.argv[1:] or [str(find_resource("data/sample"))]
    articles = read(paths)[0] * (1 if sys.argv[1:] else REPEATS)
    docs = [annotate(article) for article in articles]
    words = sum(len(doc) for doc in docs)
    print(f"{len(articles)} articles, {words:,} tokens")
    baseline = Baseline()
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(seconds(lambda: [annotate(article) for article in articles]))
        theirs.append(seconds(lambda: baseline.run(docs)))
    print(f"eventgraph, all of annotate   {words / min(ours):8,.0f} words/s")
    print(f"BERT-base, one layer          {words / min(theirs):8,.0f} words/s")
    print(f"ratio                         {min(theirs) / min(ours):8.1f}")


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time that `work` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


class Baseline:
    """A BERT of the standard size with a token classification head of nine labels."""

    def __init__(self) -> None:
        torch.set_num_threads(1)
        weights = files("eventgraph.annotate") / "weights" / "tokenizer.json"
        self.tokenizer = Tokenizer.from_str(weights.read_text(encoding="utf-8"))
        self.tokenizer.enable_padding()
        self.tokenizer.enable_truncation(LONGEST)
        self.model = BertForTokenClassification(BertConfig(num_labels=9)).eval()

    @torch.inference_mode()
    def run(self, docs: list[Doc]) -> None:
        """Classify every word piece of the documents."""
        sentences = sorted((sentence.text for doc in docs for sentence in doc.sents), key=len)
        for start in range(0, len(sentences), BATCH):
            batch = self.tokenizer.encode_batch(sentences[start : start + BATCH])
            ids = torch.tensor([encoding.ids for encoding in batch])
            mask = torch.tensor([encoding.attention_mask for encoding in batch])
            self.model(input_ids=ids, attention_mask=mask).logits.argmax(-1)


if __name__ == "__main__":
    main()
