import pytest
from view.factory import diplomacy

from eventgraph.graph import Graph


@pytest.fixture(scope="session")
def graph() -> Graph:
    return diplomacy()
