"""The public surface."""

import eventgraph


def test_all_is_sorted_and_importable() -> None:
    assert eventgraph.__all__ == sorted(eventgraph.__all__)
    for name in eventgraph.__all__:
        assert getattr(eventgraph, name)
