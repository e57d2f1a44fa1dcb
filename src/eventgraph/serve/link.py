"""The server's ends of its sockets to the processes that hold the graph."""

from __future__ import annotations

import asyncio
import socket
from dataclasses import dataclass, field

from eventgraph.serve import messages
from eventgraph.serve.kept import Kept
from eventgraph.serve.messages import Answer, Fork, Kill, Query, Update


@dataclass(eq=False)
class Link:
    """One end of a socket to a process; `pid` is 0 for the first holder, which is never killed by number."""

    socket: socket.socket
    pid: int = 0

    async def ask(self, message: Query | Update | Kill) -> Answer:
        """Raises ConnectionError if the process has ended."""
        loop = asyncio.get_running_loop()
        await loop.sock_sendall(self.socket, messages.pack(message))
        return await self.receive()

    async def receive(self) -> Answer:
        """What the process says next. Raises ConnectionError if it has ended."""
        size = messages.length(await self._read(messages.LENGTH))
        return messages.unpack_answer(await self._read(size))

    async def _read(self, count: int) -> bytes:
        data, loop = bytearray(), asyncio.get_running_loop()
        while len(data) < count:
            part = await loop.sock_recv(self.socket, min(count - len(data), 1 << 20))
            if not part:
                raise ConnectionResetError
            data += part
        return bytes(data)


@dataclass(eq=False)
class State:
    """One state of the graph: the process that holds it, its answers, and its children that wait for work."""

    holder: Link
    kept: Kept
    idle: list[Link] = field(default_factory=list)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    users: int = 0

    async def fork(self) -> Link:
        """A child with this state of the graph."""
        async with self.lock:
            return await asyncio.get_running_loop().run_in_executor(None, self._fork)

    def _fork(self) -> Link:
        control = self.holder.socket
        control.setblocking(True)
        control.sendall(messages.pack(Fork()))
        head, descriptors, _, _ = socket.recv_fds(control, messages.LENGTH, 1)
        if not head:
            raise ConnectionResetError
        answer = messages.unpack_answer(control.recv(messages.length(head), socket.MSG_WAITALL))
        control.setblocking(False)
        child = socket.socket(fileno=descriptors[0])
        child.setblocking(False)
        return Link(child, answer.pid)

    async def kill(self, link: Link) -> None:
        """End a child, whatever it does."""
        async with self.lock:
            await self.holder.ask(Kill(link.pid))
        link.socket.close()

    def close(self) -> None:
        """Let all processes of this state end."""
        for link in (*self.idle, self.holder):
            link.socket.close()
