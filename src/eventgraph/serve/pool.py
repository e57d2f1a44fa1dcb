"""Queries at once and in turn, updates one by one; what overruns is ended."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from pathlib import Path

import msgspec

from eventgraph.errors import StoreError
from eventgraph.serve.answer import refusal
from eventgraph.serve.journal import NAME, append_update
from eventgraph.serve.kept import Kept
from eventgraph.serve.limits import Limits
from eventgraph.serve.link import Link, State
from eventgraph.serve.messages import Answer, Query, Update

MANY = "too many queries wait already; try again in a moment"


class Pool:
    """Answers queries and carries out updates within limits; never raises for what a client has sent."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self.folder, self.limits = folder, limits
        self.prefixes: dict[str, str] = {}
        self._turn = asyncio.Semaphore(limits.workers)
        self._update = asyncio.Lock()
        self._waiting = 0

    async def start(self) -> None:
        """Load the graph. Raises StoreError if it can't be."""
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        paths = (str(self.folder / "graph.ttl"), str(self.folder / NAME))
        limits = msgspec.json.encode(self.limits).decode()
        command = [sys.executable, "-m", "eventgraph.serve.holder", *paths, limits]
        self._process = subprocess.Popen(command, stdin=theirs.fileno(), stdout=subprocess.DEVNULL)
        theirs.close()
        link = Link(ours)
        try:
            ready = await link.receive()
        except ConnectionError:
            ready = refusal(500, "the graph could not be loaded: its process has ended")
        if ready.status != 200:
            ours.close()
            self._process.wait()
            raise StoreError(ready.body.decode().strip())
        self.prefixes = msgspec.json.decode(ready.body)
        self._state = State(link, Kept(self.limits.kept))

    async def query(self, query: Query) -> Answer:
        """The answer, or 503 with the reason."""
        kept = self._state.kept
        known = await kept.wait(query)
        if known is not None:
            return known
        with kept.asking(query):
            return await self._in_turn(query)

    async def _in_turn(self, query: Query) -> Answer:
        if self._waiting >= self.limits.waiting:
            return refusal(503, MANY)
        self._waiting += 1
        try:
            await asyncio.wait_for(self._turn.acquire(), self.limits.seconds)
        except TimeoutError:
            return refusal(503, MANY)
        finally:
            self._waiting -= 1
        try:
            return await self._in_child(query)
        finally:
            self._turn.release()

    async def update(self, update: Update) -> Answer:
        """204 once the journal has it; updates wait for each other. Raises StoreError."""
        async with self._update:
            state = self._state
            child = await state.fork()
            answer = await self._bounded(state, child, update)
            if answer.status == 204:
                append_update(self.folder / NAME, update.sparql)
                self._state = State(child, Kept(self.limits.kept))
                self._leave(state)
            elif child.socket.fileno() != -1:
                child.socket.close()
            return answer

    async def close(self) -> None:
        """End all processes."""
        self._state.close()
        await asyncio.get_running_loop().run_in_executor(None, self._process.wait)

    async def _in_child(self, query: Query) -> Answer:
        state = self._state
        state.users += 1
        try:
            child = state.idle.pop() if state.idle else await state.fork()
            answer = await self._bounded(state, child, query)
            if child.socket.fileno() != -1:
                state.idle.append(child)
            state.kept.keep(query, answer)
            return answer
        finally:
            state.users -= 1
            self._leave(state)

    async def _bounded(self, state: State, child: Link, message: Query | Update) -> Answer:
        """The child's answer; if it overruns or dies, its socket is closed."""
        try:
            return await asyncio.wait_for(child.ask(message), self.limits.seconds)
        except TimeoutError:
            await state.kill(child)
            return refusal(
                503, f"it took longer than {self.limits.seconds:g} s, so it was ended; ask for less"
            )
        except ConnectionError:
            child.socket.close()
            return refusal(503, "it took more memory or time than it may and was ended; ask for less")
        except asyncio.CancelledError:
            await state.kill(child)
            raise

    def _leave(self, state: State) -> None:
        """Close a state of the graph that is past and has nobody left to answer."""
        if state is not self._state and state.users == 0:
            state.close()
