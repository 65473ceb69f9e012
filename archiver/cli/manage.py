"""The commands that look after an archive."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from archiver.cli.output import draw, note, open_archive, open_console, output_format, tell_troubles
from archiver.errors import UsageError
from archiver.render.numbers import counted
from archiver.render.safe import several_lines
from archiver.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from archiver.archive import Archive
    from archiver.index import Rebuilt

_ASKED_ONE_BY_ONE = 10  # articles that a question names


def remove(arguments: Any) -> int:
    """Withdraw articles."""
    with open_archive(arguments) as archive:
        return _each(arguments, lambda name: archive.remove(name, arguments.reason), "removed")


def purge(arguments: Any) -> int:
    """Withdraw articles and take their bytes out, after asking."""
    if not arguments.yes:
        if not sys.stdin.isatty():
            raise UsageError("A purge can't be undone: say --yes where nobody can be asked.")
        with open_archive(arguments) as archive:
            question = _purge_question(archive, arguments.ids)
        sys.stderr.write(f"{several_lines(question)} [y/N] ")
        sys.stderr.flush()
        if sys.stdin.readline().strip().lower() not in ("y", "yes"):
            note("Nothing was purged.")
            return 1
    with open_archive(arguments) as archive:
        code = _each(arguments, lambda name: archive.purge(name, arguments.reason, expunge=False), "purged")
        archive.expunge()
        if torn := sorted(path.name for path in archive.log.folder.glob("*.torn-*")):
            note(
                f"What a rebuild has kept of torn records may be of these articles: delete {', '.join(torn)} if it may."
            )
    return code


def _purge_question(archive: Archive, names: list[str]) -> str:
    """What is asked before a purge: it names the articles, a line each where there are several."""
    titles = [_title(archive, name) for name in names[:_ASKED_ONE_BY_ONE]]
    if len(names) == 1:
        return f"Take {titles[0]} out of the files for good?"
    more = len(names) - len(titles)
    lines = [*titles, *([f"and {more:,} more"] if more else [])]
    return "\n  ".join([f"{len(names):,} articles:", *lines]) + "\nTake them out of the files for good?"


def _title(archive: Archive, name: str) -> str:
    from archiver.errors import ArchiveError

    try:
        document = archive.get(name)
    except ArchiveError:  # removed before, or not there: the purge itself will tell
        return name
    return f"“{document.title or document.key}” ({document.id[:8]})"


def _each(arguments: Any, act: Callable[[str], str], done: str) -> int:
    """Do it to each article; one that isn't there doesn't keep the others from it.

    Fails if any couldn't be done; as a mistake in the command (2) only if none was done because of such mistakes.
    """
    from archiver.errors import ArchiveError

    codes = set()
    for name in arguments.ids:
        try:
            print(f"{act(name)} {done}")
            codes.add(0)
        except ArchiveError as error:
            note(f"archive: {error}")
            codes.add(2 if isinstance(error, UsageError) else 1)
    return codes.pop() if len(codes) == 1 else 1


def reindex(arguments: Any) -> int:
    """Build a new generation, and switch to it; or go back to the one before."""
    from archiver.cli.progress import Bars

    part = _part(arguments.part) if arguments.part else None
    if arguments.rollback:
        if part or arguments.queries or arguments.if_needed:
            raise UsageError(
                "--rollback goes back to a generation as it is; --part, --queries and --if-needed are for building one."
            )
        return _use(arguments, None)
    queries = _queries(arguments.queries) if arguments.queries else []
    with open_archive(arguments) as archive:
        why = archive.why_reindex()
        if not why and arguments.if_needed:
            note("No re-index is needed: nothing has changed since the generation that is read was built.")
            return 0
        note(f"Re-indexing: {why}." if why else "Re-indexing, though nothing has changed since the last time.")
        before = _known_texts(archive)
        with Bars() as bars:
            learning = bars.add("Learning", 0)
            rebuilt = archive.reindex(
                bars.add("Re-indexing", 0, last="Verifying"), queries, part, learn=arguments.learn, learning=learning
            )
        _tell_learnt(before, _known_texts(archive))
        for message in archive.log.notices:
            note(message)
        address = getattr(arguments, "elasticsearch", None)
        if address and load_settings(archive.settings.home).elasticsearch != address:
            settings = os.path.join(archive.settings.home, "archive.toml")
            note(f'To stay with it, write elasticsearch = "{address}" into {settings}.')
        tell_troubles([(failure.source, failure.reason) for failure in rebuilt.written.failures], archive.aside)
    for change in rebuilt.changes:
        note(change)
    went_on = " (an earlier run had begun it)" if rebuilt.resumed and not part else ""
    written = f"{counted(rebuilt.written.written, 'article')} written"
    if part:
        print(f"Part {arguments.part} of generation {rebuilt.name}: {written}.")
        note("When all parts are written, “archive reindex” does the rest and switches to it.")
    elif rebuilt.waits_for:
        print(f"Generation {rebuilt.name} has all of this archive{went_on}: {written}, all verified against the log.")
        note(_waiting(rebuilt))
    else:
        print(f"Generation {rebuilt.name} is read now{went_on}: {written}, all verified against the log.")
    return 1 if any(failure.damaged for failure in rebuilt.written.failures) else 0


def _known_texts(archive: Archive) -> set[tuple[str, str]]:
    """What is known of sites' boilerplate: pairs of site and text."""
    return {(site.site, each.text) for site in archive.boilerplate() for each in site.texts}


def _tell_learnt(before: set[tuple[str, str]], after: set[tuple[str, str]]) -> None:
    if before != after:
        new, gone = len(after - before), len(before - after)
        changes = [*([f"{new:,} new"] if new else []), *([f"{gone:,} gone"] if gone else [])]
        note(f"Texts that sites repeat were learnt, {' and '.join(changes)}: “archive boilerplate” shows them.")


def _part(text: str) -> tuple[int, int]:
    number, _, of = text.partition("/")
    if not (number.isascii() and of.isascii() and number.isdigit() and of.isdigit() and 1 <= int(number) <= int(of)):
        raise UsageError(f"“{text}” isn't a part: write 1/3 for the first of three.")
    return int(number), int(of)


def _waiting(rebuilt: Rebuilt) -> str:
    logs = ", ".join(rebuilt.waits_for)
    others = (
        f"the other archive that feeds the index has done the same; its log is {logs}"
        if len(rebuilt.waits_for) == 1
        else f"the other archives that feed the index have done the same; their logs are {logs}"
    )
    return (
        f"It is read as soon as {others} (“archive status” there tells it). "
        f"Where one is no more: “archive generations use {rebuilt.name} --anyway”."
    )


def _queries(path: str) -> list[str]:
    """The lines of a file of queries; blank ones and those that begin with # are left out."""
    try:
        with open(path, encoding="utf-8") as file:
            return [line.strip() for line in file if line.strip() and not line.startswith("#")]
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} can't be read: {getattr(error, 'strerror', None) or error}.") from error


def generations(arguments: Any) -> int:
    """List the generations, read another one, or delete some."""
    if arguments.action == "use":
        if len(arguments.names) != 1:
            raise UsageError("Name the one generation to use; “archive generations” lists those that there are.")
        return _use(arguments, arguments.names[0], anyway=arguments.anyway)
    with open_archive(arguments) as archive:
        if arguments.action == "drop":
            dropped = archive.drop_generations(arguments.names)
            print("\n".join(f"{name} dropped" for name in dropped) if dropped else "There is none to drop.")
            return 0
        if arguments.names:
            raise UsageError("“archive generations list” takes no names.")
        found = archive.engine.generations()
        log = _log_id(archive)
    if output_format(arguments, "jsonl") == "text":
        from archiver.render.status import render_generations

        draw(open_console(), render_generations(found, log))
    else:
        from archiver.render.jsonl import to_json

        for generation in found:
            print(to_json(generation._asdict()))
    return 0


def _log_id(archive: Archive) -> str:
    """The id of the archive's log; empty where there is none, as with an index that others fill."""
    from archiver.errors import ArchiveError

    try:
        return archive.log.id
    except ArchiveError:
        return ""


def _use(arguments: Any, name: str | None, *, anyway: bool = False) -> int:
    from archiver.cli.progress import Bars

    with open_archive(arguments) as archive:
        with Bars() as bars:
            used = archive.use_generation(name, bars.add("Bringing up to the log", last="Verifying"), anyway=anyway)
        for message in archive.log.notices:
            note(message)
    if used.waits_for:
        print(f"Generation {used.name} is up to this archive's log.")
        note(_waiting(used))
    else:
        print(f"Generation {used.name} is read now, and up to the log.")
    return 0


def status(arguments: Any) -> int:
    """Say what the archive holds."""
    with open_archive(arguments) as archive:
        found = archive.status()
        for message in archive.log.notices:
            note(message)
    if output_format(arguments, "json") == "json":
        from archiver.render.jsonl import to_json

        generations = [generation._asdict() for generation in found.generations]
        print(to_json({**found._asdict(), "generations": generations}))
    else:
        from archiver.render.status import render_status

        draw(open_console(), render_status(found))
    return 0


def verify(arguments: Any) -> int:
    """Check every record; fails if there is any problem."""
    from archiver.cli.progress import Bars

    problems = 0
    with open_archive(arguments) as archive:
        for message in archive.log.notices:
            note(message)
        with Bars() as bars:
            for problem in archive.verify(bars.add("Verifying", last="Checking the index", in_bytes=True)):
                problems += 1
                bars.print(problem)
        captures, behind = archive.log.counts().captures, 0 if problems else archive.status().behind
    if problems:
        note(f"{counted(problems, 'problem')} found. Copy the folder before you change anything.")
        return 1
    print(f"All is whole: {counted(captures, 'capture')} verified, and the index holds what they say.")
    if behind:
        from archiver.render.status import not_indexed

        note(f"But {not_indexed(behind)}: the next “archive add” does it.")
    return 0


def rebuild(arguments: Any) -> int:
    """Make the catalogue anew."""
    from archiver.cli.progress import Bars

    with open_archive(arguments) as archive:
        with Bars() as bars:
            problems = archive.rebuild_catalogue(bars.add("Rebuilding", in_bytes=True))
        captures = archive.log.counts().captures
    for problem in problems:
        note(problem)
    print(f"The catalogue was made anew from the WARC files: {counted(captures, 'capture')}.")
    return 1 if problems else 0


def completion(arguments: Any) -> int:
    """Print a completion script."""
    import shtab

    from archiver.cli.parser import build_parser
    from archiver.cli.shells import ENDINGS, PREAMBLES, mark

    parser = build_parser()
    mark(parser)
    script = shtab.complete(parser, arguments.shell, preamble=PREAMBLES[arguments.shell])
    print(script + ENDINGS.get(arguments.shell, ""))
    return 0


def complete(arguments: Any) -> int:
    """Print what may follow, one a line; nothing where there is no archive, for a shell has no place for messages."""
    from archiver.errors import ArchiveError
    from archiver.render.safe import one_line

    try:
        with open_archive(arguments) as archive:
            found = _completed(archive, arguments)
    except ArchiveError:
        return 0
    # A shell puts what all proposals begin with in the place of what was typed: others would take that away.
    typed = _letters(arguments.text)
    begin = [each for each in found if _letters(each).startswith(typed)]
    for whole in begin or found[:1]:
        print(one_line(whole))
    return 0


def _completed(archive: Archive, arguments: Any) -> list[str]:
    """What may go on what was typed: a query, a value of a facet, a facet with its value, or a saved search's name."""
    if arguments.learnt:
        typed = arguments.text.casefold()
        return [each.site for each in archive.boilerplate() if each.site.startswith(typed)]
    if arguments.saved:
        typed = arguments.text.casefold()
        return [search.name for search in archive.saved() if search.name.casefold().startswith(typed)]
    facet, equals, value = arguments.facet or "", "", arguments.text
    if arguments.only:
        from archiver.cli.parser import facet_name
        from archiver.facets import NAMES

        before, equals, value = arguments.text.partition("=")
        if not equals:
            return [f"{name}=" for name in NAMES if name.startswith(before.lower())]
        facet, equals = facet_name(before), f"{before}="
    return [f"{equals}{completion.query}" for completion in archive.complete(value, facet=facet)]


def _letters(text: str) -> str:
    from archiver.analysis import key

    return key(text.replace('"', ""))
