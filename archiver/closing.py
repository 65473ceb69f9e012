"""What is closed at the end of a `with`."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Self


class Closing:
    """Use it in a `with`, or close it."""

    def close(self) -> None:
        """Let go of what is held."""
        raise NotImplementedError

    def __enter__(self) -> "Self":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
