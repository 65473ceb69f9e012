"""Texts whose further lines are indented, so that a list of them stays one."""

from rich.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, ConsoleOptions


class Hanging:
    """A text with another before its first line, its further lines indented to the first, and `more` columns beyond."""

    def __init__(self, lead: Text, text: Text, more: int = 0) -> None:
        self._lead, self._text, self._more = lead, text, more

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "Iterator[Text]":
        indent = self._lead.cell_len
        width = options.max_width - indent - self._more
        for number, line in enumerate(self._text.wrap(console, max(1, width))):
            yield (self._lead if number == 0 else Text(" " * (indent + self._more))) + line
