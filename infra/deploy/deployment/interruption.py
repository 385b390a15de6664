"""Signals, and waiting that they end."""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from deployment.aws import AWS_ERRORS, passes
from deployment.errors import Interrupted

T = TypeVar("T")


class Interruption:
    """Lets SIGINT and SIGTERM, as of a cancelled workflow, end pauses but no request to AWS."""

    def __init__(self) -> None:
        self._signalled = threading.Event()

    def run(self, work: Callable[[], int]) -> int:
        """Runs the work of a command in another thread, while this one, the main thread, receives the signals."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self.interrupt())
        with ThreadPoolExecutor(max_workers=1) as executor:
            return executor.submit(work).result()

    def interrupt(self) -> None:
        self._signalled.set()

    def pause(self, seconds: float) -> None:
        """Waits. Raises Interrupted at once if the process has got a signal, also before the pause."""
        if self._signalled.wait(seconds):
            raise Interrupted


@dataclass(frozen=True)
class Patience:
    """How many seconds to wait for ECS, and how many to pause between two requests."""

    interruption: Interruption
    timeout: float
    poll_seconds: float

    def answers(self, ask: Callable[[], T]) -> Iterator[T]:
        """Yields the answers to a repeated request until the timeout. Skips requests that AWS doesn't answer."""
        deadline = time.monotonic() + self.timeout
        while time.monotonic() < deadline:
            try:
                answer = ask()
            except AWS_ERRORS as error:
                if not passes(error):
                    raise
            else:
                yield answer
            self.interruption.pause(self.poll_seconds)
