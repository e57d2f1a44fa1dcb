import pytest

from eventgraph.graph import Graph

from .factory import diplomacy


@pytest.fixture(scope="session")
def graph() -> Graph:
    return diplomacy()
