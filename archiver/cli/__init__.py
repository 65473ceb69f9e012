"""The command line: parse, call, render. Results go to stdout, all else to stderr.

Exit codes: 0 success, 1 failure, 2 usage, 130 stopped by Ctrl-C.
"""

import gc
import os
import sys
from io import TextIOWrapper

from archiver.errors import ArchiveError, QueryError, UsageError

_AROUND = 30  # characters of a query that are shown before and after a mistake

FAILURE, USAGE, INTERRUPTED = 1, 2, 130


def run() -> None:
    """The command `archive`: run one command, and end the process with its exit code."""
    try:
        code = main()
    finally:
        gc.freeze()  # the process ends: looking for garbage once more would only take time
    if sys.argv[1:2] == ["search"]:
        # All is printed, and nothing was opened that must be closed: taking the interpreter apart would take time too.
        os._exit(code)
    sys.exit(code)


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns the exit code and prints no traceback for what a user can do wrong."""
    # A search is over in some 40 ms. Looking for cyclic garbage on the way and at the exit would take a quarter of that,
    # and find none worth it.
    gc.disable()
    _open_closed_streams()
    _let_all_text_out()
    from archiver.cli.parser import parse_arguments

    try:
        return _run(parse_arguments(sys.argv[1:] if argv is None else argv))
    except BrokenPipeError:
        _give_up_stdout()  # the reader of our output has gone (`| head`): nothing is wrong
        return 0
    except KeyboardInterrupt:
        _complain("Stopped. What was stored stays; the same command goes on from there.")
        return INTERRUPTED
    except ArchiveError as error:
        _complain(f"{error}{_mark_place(error) if isinstance(error, QueryError) else ''}")
        return USAGE if isinstance(error, UsageError) else FAILURE
    except OSError as error:
        _complain(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}")
        return FAILURE
    except (SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # the search library's panics are no Exceptions
        if os.environ.get("ARCHIVE_DEBUG"):
            raise
        _complain(
            f"something failed that shouldn't have ({type(error).__name__}: {error}). If files of the archive may be "
            "damaged, run “archive verify”; “archive reindex” makes the index anew from the log. Set ARCHIVE_DEBUG=1 to "
            "see where it failed, and please report it."
        )
        return FAILURE
    finally:
        gc.enable()


def _open_closed_streams() -> None:
    """Where the caller has closed a stream, Python has none: give it one that leads nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - for the whole run


def _let_all_text_out() -> None:
    """Let no locale keep what is found from being printed: JSON is UTF-8 everywhere, a terminal gets what it can show."""
    stdout = sys.stdout
    if isinstance(stdout, TextIOWrapper):
        stdout.reconfigure(encoding=None if stdout.isatty() else "utf-8", errors="backslashreplace")


def _run(arguments: "object") -> int:
    from importlib import import_module

    if arguments.module != "search":  # type: ignore[attr-defined]
        gc.enable()
    module = import_module(f"archiver.cli.{arguments.module}")  # type: ignore[attr-defined]
    code = getattr(module, arguments.function)(arguments)  # type: ignore[attr-defined]
    sys.stdout.flush()
    return int(code or 0)


def _give_up_stdout() -> None:
    """Lead standard output nowhere: Python would try again at exit to write what couldn't be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(message: str) -> None:
    from archiver.render.safe import several_lines

    try:
        sys.stdout.flush()
    except OSError:
        _give_up_stdout()
    print(wrapped(f"archive: {several_lines(message)}"), file=sys.stderr)


def wrapped(message: str) -> str:
    """What goes to stderr as a terminal shows it: the first line broken between words; a query and its mark stay as they are."""
    if not sys.stderr.isatty():
        return message
    from shutil import get_terminal_size
    from textwrap import fill

    first, *others = message.split("\n")
    width = max(20, get_terminal_size().columns)
    return "\n".join([fill(first, width, break_long_words=False, break_on_hyphens=False), *others])


def _mark_place(error: QueryError) -> str:
    """The query with a mark under the place that is wrong; a long query is cut around it."""
    if error.position is None or not error.query:
        return ""
    from rich.cells import cell_len

    from archiver.render.safe import one_line

    start, end = max(0, error.position - _AROUND), error.position + _AROUND
    before = ("…" if start else "") + one_line(error.query[start : error.position])
    after = one_line(error.query[error.position : end]) + ("…" if end < len(error.query) else "")
    return f"\n  {before}{after}\n  {' ' * cell_len(before)}^"
