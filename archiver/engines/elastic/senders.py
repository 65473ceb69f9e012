"""Threads that send requests in the background, and never keep a program from ending."""

from __future__ import annotations

import queue
import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Given = TypeVar("Given")
Made = TypeVar("Made")


class Senders(Generic[Given, Made]):
    """Up to `count` threads that do `act` to what they are given, in about that order.

    Not an executor of the standard library: for its threads Python waits at its end, though a server that hangs may keep
    them for a minute after Ctrl-C.
    """

    def __init__(self, count: int, act: Callable[[Given], Made]) -> None:
        self._count, self._act = count, act
        self._threads: list[threading.Thread] = []
        self._waiting: queue.SimpleQueue[tuple[Given, Future[Made]] | None] = queue.SimpleQueue()

    def send(self, given: Given) -> Future[Made]:
        """What becomes of this, as soon as it is known."""
        done: Future[Made] = Future()
        self._waiting.put((given, done))
        if len(self._threads) < self._count:
            thread = threading.Thread(target=self._run, args=(self._waiting,), daemon=True)
            self._threads.append(thread)
            thread.start()
        return done

    def close(self) -> None:
        """Begin nothing more, and forget what is under way."""
        old, self._waiting = self._waiting, queue.SimpleQueue()
        while True:
            try:
                old.get_nowait()
            except queue.Empty:
                break
        for _ in self._threads:
            old.put(None)
        self._threads = []

    def _run(self, waiting: queue.SimpleQueue[tuple[Given, Future[Made]] | None]) -> None:
        while (job := waiting.get()) is not None:
            given, done = job
            try:
                done.set_result(self._act(given))
            except BaseException as error:  # noqa: BLE001 - whoever asks for the result gets it
                done.set_exception(error)
