"""Work that goes on beside other work: the library lets go of Python while it searches and counts."""

from threading import Thread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class Beside:
    """Runs a function in a thread of its own."""

    def __init__(self, function: "Callable[..., Any]", *arguments: "Any") -> None:
        self._function, self._arguments = function, arguments
        self._answer: Any = None
        self._error: BaseException | None = None
        # A daemon: Ctrl-C isn't kept waiting by it.
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._answer = self._function(*self._arguments)
        except BaseException as error:  # noqa: BLE001 - also the library's panics, which are no Exceptions
            self._error = error

    def result(self) -> "Any":
        """What the function returned, when it has; raises what it raised."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._answer
