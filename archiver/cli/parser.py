"""The command line's grammar. Only the parser of the command that is run is built, so that a search starts at once."""

import argparse
import os
import sys

from archiver.errors import UsageError
from archiver.facets import FACETS, NAMES, ORDERS, UNITS, parse_facet
from archiver.fields import FIELDS, find_field
from archiver.given import LARGEST
from archiver.query.tree import SORTS
from archiver.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any, NoReturn

# argparse looks for translations of its messages: among ours, which are English, they would be odd, and looking takes time.
argparse._ = str  # type: ignore[attr-defined]

DESCRIPTION = "A news archive for people who must find, count and cite what was published."
QUERY_HELP = 'words, "a phrase", field:value, -word, OR, ( ), published:2025-01..2025-06; empty or *: every article'
EXPORT_FORMATS = ("jsonl", "csv", "parquet", "markdown", "bibtex", "ris", "csl-json", "warc")
_EXPORT_ALIASES = {"ndjson": "jsonl", "md": "markdown", "bib": "bibtex", "biblatex": "bibtex", "csl": "csl-json"}

_ALIKE = 0.7  # of 1: how near a name must be to be offered
_LONGEST_MESSAGE = 400  # characters
SAVED_SEARCH = "SEARCH"  # stands for the name of one
LEARNT_SITE = "SITE"  # stands for one of which boilerplate is known
_PATHS = ("home", "targets", "target", "lists", "output")
PROTECTED = "\0"  # stands before a word of a query that argparse would take for an option


class Command(NamedTuple):
    """A command: what the overview says of it, examples, its arguments, and the function that runs it."""

    name: str
    help: str
    examples: str
    module: str
    function: str
    add_arguments: "Callable[[argparse.ArgumentParser], None]"


def parse_arguments(argv: list[str]) -> argparse.Namespace:
    """The arguments as a namespace whose `module` and `function` name what runs them; exits with 2 if they're wrong."""
    command = _BY_NAME.get(argv[0]) if argv else None
    takes_query = command is not None and command.add_arguments in (
        _search,
        _facets,
        _timeline,
        _export,
        _save,
        _complete,
    )
    if takes_query:
        argv = [PROTECTED + word if _is_negated_word(word) else word for word in argv]
        argv = _with_known_names(argv)
    parser = build_parser([command] if command else COMMANDS)
    if takes_query:
        argv = _options_first(parser, argv)
    if not argv:
        parser.print_help(sys.stderr)
        sys.exit(2)
    if command is None and argv[0][:1] not in ("", "-"):
        parser.error(f"there is no command “{argv[0]}”{_nearest(argv[0], list(_BY_NAME))}")
    arguments, unknown = parser.parse_known_args(argv)
    if unknown:
        arguments.parser.refuse(unknown[0])
    if not all(map(str.isascii, argv)):
        _check_text(arguments)
    return arguments


def _options_first(parser: argparse.ArgumentParser, argv: list[str]) -> list[str]:
    """The words of a query behind all options: argparse takes no words that options stand between."""
    options = {option: action for action in iter_actions(parser) for option in action.option_strings}
    first, words, rest = [argv[0]], list[str](), iter(argv[1:])
    for word in rest:
        if word == "--":
            return [*first, *words, word, *rest]
        action = options.get(word)
        if not word.startswith("-"):
            words.append(word)
            continue
        first.append(word)
        if action and action.nargs is None and (value := next(rest, None)) is not None:
            first.append(value)
    return first + words


def iter_actions(parser: argparse.ArgumentParser) -> "Iterator[argparse.Action]":
    """All arguments of a parser and of its commands: argparse has no other way to walk through them."""
    for action in parser._actions:  # noqa: SLF001
        yield action
        if hasattr(action.choices, "values"):
            for each in action.choices.values():  # type: ignore[union-attr]
                yield from iter_actions(each)


def facet_name(name: str) -> str:
    """The facet that is meant by its name, or by a name of its field, in singular or plural; else the name as it is.

    The unit of a facet of dates may stand behind it: `published:month`.
    """
    before, colon, unit = name.partition(":")
    field = find_field(before)
    return f"{field.facet if field and field.facet else before.lower()}{colon}{unit.lower()}"


def _facet(name: str) -> str:
    facet = facet_name(name)
    if parse_facet(facet) is None:
        before = facet.partition(":")[0]
        if before in UNITS and before != facet:
            raise argparse.ArgumentTypeError(
                f"{before} is counted by {', '.join(UNITS[before])}: {before}:{UNITS[before][0]}"
            )
        meant = _nearest(name, list(FACETS)) or f"; there are {', '.join(FACETS)}"
        raise argparse.ArgumentTypeError(f"there is no facet “{name}”{meant}")
    return facet


def _with_known_names(argv: list[str]) -> list[str]:
    """Other names of the filters, such as --person and --sites, as those that the help lists, so that it stays short."""
    end = argv.index("--") if "--" in argv else len(argv)
    others = {
        f"--{name}": option
        for option, facet, _ in _FILTERS
        for field in FIELDS
        if field.facet == facet
        for name in (facet, field.name, *field.aliases)
    }
    named = [word.partition("=") for word in argv[:end]]
    return ["".join((others.get(name, name), *rest)) for name, *rest in named] + argv[end:]


def _nearest(name: str, known: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name.lstrip("-"), [each.lstrip("-") for each in known], 1, _ALIKE)
    return f"; is {name[: len(name) - len(name.lstrip('-'))]}{near[0]} meant?" if near else ""


def _check_text(arguments: argparse.Namespace) -> None:
    """UsageError for an argument whose bytes aren't UTF-8; the names of files may have any bytes."""
    for name, value in vars(arguments).items():
        texts = value if isinstance(value, list) else [value]
        for text in (each for part in texts for each in (part if isinstance(part, tuple) else (part,))):
            if name not in _PATHS and isinstance(text, str) and not _is_text(text):
                shown = unprotected(os.fsencode(text).decode("utf-8", "replace"))
                raise UsageError(f"“{shown}” isn't UTF-8, which everything here is in: set the terminal to it.")


def _is_text(argument: str) -> bool:
    try:
        argument.encode()
    except UnicodeEncodeError:  # the bytes that aren't UTF-8 stand as lone surrogates there
        return False
    return True


def _is_negated_word(word: str) -> bool:
    """`-railway` in a query leaves a word out; it isn't an option, of which only -h and -o are short."""
    return len(word) > 1 and word[0] == "-" and word[1] != "-" and word not in ("-h", "-o")


def build_parser(commands: "tuple[Command, ...] | list[Command] | None" = None) -> argparse.ArgumentParser:
    """The whole parser, or one of these commands only."""
    parser = _Parser(
        prog="archive",
        description=DESCRIPTION,
        epilog="Run “archive COMMAND --help” for a command's options and examples.",
        formatter_class=_Formatter,
    )
    parser.add_argument("--version", action=_ShowVersion)
    _add_home(parser)
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS if commands is None else commands:
        subparser = subparsers.add_parser(
            command.name,
            help=command.help,
            description=command.help[0].upper() + command.help[1:] + ".",
            epilog="examples:\n" + "\n".join(f"  {line}" for line in command.examples.strip().splitlines()),
            formatter_class=_Formatter,
        )
        subparser.set_defaults(module=command.module, function=command.function, command=command.name, parser=subparser)
        _add_home(subparser)
        command.add_arguments(subparser)
    return parser


class _Parser(argparse.ArgumentParser):
    """A parser that complains in two lines: what is wrong, and how the command is used.

    Its messages repeat what was typed or pasted, so they are cut short and made safe to print.
    """

    def error(self, message: str) -> "NoReturn":
        """End with 2, after saying what is wrong."""
        import re

        usage = " ".join(re.sub(r"\[-[^\]]*\]", "", self.format_usage()).split()).replace(
            self.prog, f"{self.prog} [OPTIONS]"
        )
        usage = usage[:1].upper() + usage[1:]
        message = message if len(message) <= _LONGEST_MESSAGE else f"{message[:_LONGEST_MESSAGE]}…"
        self.exit(2, f"{self.prog}: {message}\n{usage}   More: {self.prog} --help\n")

    def refuse(self, word: str) -> "NoReturn":
        """End with 2 because of a word that is no argument of this command."""
        import re

        if not word.startswith("-"):
            self.error(f"“{word}” is one too many")
        name = word.partition("=")[0]
        self.error(f"there is no option {name}{_nearest(name, re.findall('--[a-z-]+', self.format_usage()))}")

    def _print_message(self, message: str, file: "Any" = None) -> None:
        from archiver.render.safe import several_lines

        super()._print_message(several_lines(message), file)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal, which argparse finds out by importing shutil, at each argument."""

    def __init__(self, prog: str) -> None:
        columns = os.environ.get("COLUMNS", "")
        try:
            width = int(columns) if columns.isdigit() else os.get_terminal_size().columns
        except OSError:
            width = 80
        super().__init__(prog, width=max(40, width - 2))


class _ShowVersion(argparse.Action):
    def __init__(self, option_strings: list[str], dest: str) -> None:
        super().__init__(option_strings, dest, nargs=0, help="print the version")

    def __call__(self, *_: object) -> None:
        from archiver import __version__

        print(f"archive {__version__}")
        sys.exit(0)


def _add_home(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--archive",
        dest="home",
        metavar="FOLDER",
        type=_named,
        default=argparse.SUPPRESS,
        help="the archive's folder (else ARCHIVE_HOME, else your own in ~/.local/share/news-archive)",
    )
    parser.add_argument(
        "--elasticsearch",
        metavar="URL",
        type=_named,
        default=argparse.SUPPRESS,
        help="index and search in this Elasticsearch 9 (else ARCHIVE_ELASTICSEARCH, else in the archive's folder)",
    )


def _add_query(parser: argparse.ArgumentParser, nargs: str = "*") -> None:
    parser.add_argument("query", nargs=nargs, default=[], metavar="QUERY", help=QUERY_HELP)


_FILTERS = (
    ("--people", "people", "Jane Roe"),
    ("--organisations", "organisations", "Steel Union"),
    ("--places", "places", "Sheffield"),
    ("--countries", "countries", "Pakistan"),
    ("--site", "sites", "The Courier"),
    ("--section", "sections", "Business"),
    ("--author", "authors", "Jane Roe"),
    ("--language", "languages", "en"),
)


FILTER_OPTIONS = {option: facet for option, facet, _ in _FILTERS}
"""The options that choose values of facets, and these facets."""


def _add_filters(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("filters (each may be given several times: any of the values)")
    for option, facet, example in _FILTERS:
        group.add_argument(
            option,
            dest=facet,
            action="append",
            type=_named,
            default=[],
            metavar="NAME",
            help=f"for example “{example}”",
        )
    group.add_argument(
        "--only", action="append", type=_value_of_facet, default=[], metavar="FACET=VALUE",
        help="the same for any facet, for example published:month=2025-09",
    )  # fmt: skip
    group.add_argument(
        "--without", action="append", type=_value_of_facet_or_none, default=[], metavar="FACET=VALUE",
        help="leave out a value, for example “people=Jane Roe”; “people” alone: articles without any",
    )  # fmt: skip
    group.add_argument(
        "--after", metavar="DATE", help="published on or after 2025, 2025-09 or 2025-09-02, or yesterday"
    )
    group.add_argument("--before", metavar="DATE", help="published before that year, month or day begins")
    words = parser.add_argument_group("words")
    how_many = words.add_mutually_exclusive_group()
    how_many.add_argument(
        "--all-words", dest="matching", action="store_const", const="all", default="auto",
        help="every word must match, also where no article has them all",
    )  # fmt: skip
    how_many.add_argument("--any-word", dest="matching", action="store_const", const="any", help="one word is enough")
    words.add_argument("--no-synonyms", action="store_true", help="the words alone, without what means the same")
    words.add_argument("--no-respelling", action="store_true", help="no near words for one that no article has")


def _named(text: str) -> str:
    if not text:
        raise argparse.ArgumentTypeError("must be a name: was a variable empty?")
    return text


def _value_of_facet_or_none(text: str) -> tuple[str, str | None]:
    name, equals, value = text.partition("=")
    return _facet(name), _named(value) if equals else None


def _value_of_facet(text: str) -> tuple[str, str | None]:
    facet, value = _value_of_facet_or_none(text)
    if value is None:
        raise argparse.ArgumentTypeError(f"must be FACET=VALUE, such as {facet}=…")
    return facet, value


def _positive(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if not 1 <= number <= LARGEST:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 to {LARGEST:,}")
    return number


def _names(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in _named(text).split(",") if name.strip())
    if not names:
        raise argparse.ArgumentTypeError("must be names with commas between")
    return names


def _export_format(name: str) -> str:
    return _EXPORT_ALIASES.get(name.lower(), name.lower())


def _add_order(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sort", choices=SORTS, default="relevance", help="the order")
    parser.add_argument(
        "--no-newer", dest="newer", action="store_false", help="by relevance alone, without a slight preference for newer ones"
    )  # fmt: skip


def _search(parser: argparse.ArgumentParser) -> None:
    _add_query(parser)
    _add_filters(parser)
    _add_order(parser)
    parser.add_argument("--limit", type=_positive, default=10, metavar="N", help="hits a page (10)")
    parser.add_argument("--page", type=_positive, default=1, metavar="N", help="which page (1)")
    parser.add_argument(
        "--explain", action="store_true", help="not the hits, but how the query was understood, and what would find more"
    )  # fmt: skip
    parser.add_argument(
        "--facets", metavar="NAMES", help=f"facets to show, with commas between: {', '.join(FACETS)}; or none"
    )
    parser.add_argument(
        "--format", choices=("text", "json", "jsonl"),
        help="text for people (on a terminal), json: one object with facets, jsonl: a hit a line (into a pipe)",
    )  # fmt: skip


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "targets", nargs="*", metavar="WHAT", help="files, folders, URLs, feeds, or - for standard input"
    )
    parser.add_argument(
        "--input-file", "-i", dest="lists", action="append", default=[], type=_named, metavar="FILE",
        help="add what this list names, a URL, file or folder a line (# begins a comment); - for standard input",
    )  # fmt: skip
    parser.add_argument(
        "--url", help="the address of the page, or feed, that comes from standard input or the one file given"
    )
    parser.add_argument(
        "--allow-private", action="store_true", default=None, help="fetch from private and local addresses too"
    )
    parser.add_argument(
        "--ignore-robots", action="store_true", help="fetch what robots.txt asks not to (ask the site first)"
    )


def _show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ARTICLE", help="an id, the beginning of one, or a URL")
    parser.add_argument("--why", metavar="QUERY", help="not the article, but why a query finds it, or doesn't")
    parser.add_argument("--format", choices=("text", "markdown", "json"), help="text on a terminal, json into a pipe")


def _facets(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "field", metavar="FIELD", type=_facet, choices=NAMES, help=f"{', '.join(FACETS)}; published:month and the like"
    )
    _add_query(parser)
    _add_filters(parser)
    parser.add_argument("--like", metavar="LETTERS", default="", help="only values one of whose words begins so")
    parser.add_argument(
        "--sort", choices=ORDERS, default="count",
        help="by count, by name (dates by time), or by how unusual a value is for these articles",
    )  # fmt: skip
    parser.add_argument(
        "--by", type=_facet, choices=NAMES, metavar="FIELD", help="cross it with another facet, such as published:year"
    )
    parser.add_argument(
        "--columns", type=_positive, metavar="N", help="values of the facet of --by (100, those that fit a terminal)"
    )
    parser.add_argument("--limit", type=_positive, default=30, metavar="N", help="values (30)")
    parser.add_argument("--format", choices=("text", "json", "jsonl"), help="text on a terminal, jsonl into a pipe")


def _timeline(parser: argparse.ArgumentParser) -> None:
    _add_query(parser)
    _add_filters(parser)
    parser.add_argument("--of", choices=("published", "mentioned"), default="published", help="which dates (published)")
    parser.add_argument(
        "--by", choices=("year", "month", "day", "decade"), help="the unit; else what the span of the dates asks for"
    )
    parser.add_argument("--format", choices=("text", "json", "jsonl"), help="text on a terminal, jsonl into a pipe")


def _export(parser: argparse.ArgumentParser) -> None:
    _add_query(parser)
    _add_filters(parser)
    parser.add_argument(
        "--format",
        type=_export_format,
        choices=EXPORT_FORMATS,
        help=f"{', '.join(EXPORT_FORMATS)}; else what the ending of FILE says, without one jsonl: whole documents, one a line",
    )
    parser.add_argument(
        "--output", "-o", type=_named, metavar="FILE",
        help="write to this file, replaced when all is written; if that is stopped, the same command goes on from there. "
        "FOLDER/: a Markdown file an article",
    )  # fmt: skip
    parser.add_argument(
        "--columns", type=_names, default=(), metavar="NAMES", help="of csv and parquet, with commas between"
    )
    parser.add_argument(
        "--all-captures", action="store_true", help="of warc: all captures of the articles, not only the last"
    )


def _similar(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ARTICLE", help="an id, the beginning of one, or a URL")
    parser.add_argument("--limit", type=_positive, default=10, metavar="N", help="hits a page (10)")
    parser.add_argument("--page", type=_positive, default=1, metavar="N", help="which page (1)")
    parser.add_argument(
        "--format", choices=("text", "json", "jsonl"),
        help="text on a terminal; json: one object with the words; jsonl: a hit a line (into a pipe)",
    )  # fmt: skip


def _save(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="what it is called: letters, digits, spaces, dots, dashes")
    _add_query(parser)
    _add_filters(parser)
    _add_order(parser)
    parser.add_argument("--replace", action="store_true", help="in the place of a search with this name")


def _saved(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "jsonl"), help="text on a terminal, jsonl into a pipe")


def _run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar=SAVED_SEARCH, help="a saved search; “archive saved” lists them")
    parser.add_argument("--new", action="store_true", help="only what is new since the last run, all of it")
    parser.add_argument("--limit", type=_positive, metavar="N", help="hits a page (10; with --new: all)")
    parser.add_argument("--page", type=_positive, default=1, metavar="N", help="which page (1)")
    parser.add_argument(
        "--format", choices=("text", "json", "jsonl"),
        help="text on a terminal; json: one object; jsonl: a hit a line (into a pipe)",
    )  # fmt: skip


def _unsave(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("names", nargs="+", metavar=SAVED_SEARCH, help="saved searches")


def _boilerplate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "site",
        nargs="?",
        default="",
        metavar=LEARNT_SITE,
        help="a site's host, an address on it, or its name; else all",
    )
    parser.add_argument(
        "--learn", action="store_true", help="learn it anew from the log, as “archive reindex” does before it begins"
    )
    parser.add_argument(
        "--keep", action="append", default=[], type=_named, metavar="TEXT",
        help="take a text back, by its number or in full: it is the articles' own, for good",
    )  # fmt: skip
    parser.add_argument(
        "--cut", action="append", default=[], type=_named, metavar="TEXT", help="cut a text again that was taken back"
    )
    parser.add_argument(
        "--format", choices=("text", "json", "jsonl"),
        help="text on a terminal; json: a list of sites; jsonl: a text a line (into a pipe)",
    )  # fmt: skip


def _inspect(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "target",
        metavar="PAGE",
        help="a file, a URL (it is fetched, and not added), - for standard input, or the id of an article",
    )
    parser.add_argument("--all", action="store_true", help="every line that was cut, in full")
    parser.add_argument("--url", help="the address of the page that comes from standard input or a file")
    parser.add_argument(
        "--record", type=_positive, default=1, metavar="N", help="which page of a file that holds several (1)"
    )
    parser.add_argument(
        "--capture",
        type=_positive,
        metavar="N",
        help="which capture of an article, by its number in the log; else the last",
    )
    parser.add_argument(
        "--allow-private", action="store_true", default=None, help="fetch from private and local addresses too"
    )
    parser.add_argument(
        "--ignore-robots", action="store_true", help="fetch what robots.txt asks not to (ask the site first)"
    )
    parser.add_argument("--format", choices=("text", "json"), help="text on a terminal, json into a pipe")


def _one_article(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ARTICLE", help="an id, the beginning of one, or a URL")
    parser.add_argument("--reason", default="", help="why, for the record")


def _purge(parser: argparse.ArgumentParser) -> None:
    _one_article(parser)
    parser.add_argument("--yes", action="store_true", help="don't ask")


def _format_only(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), help="text on a terminal, json into a pipe")


def _reindex(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--if-needed",
        action="store_true",
        help="only if the fields, the analysis, the normaliser or what is known of sites changed",
    )
    parser.add_argument(
        "--no-learn", dest="learn", action="store_false", help="don't learn anew what the sites repeat before"
    )
    parser.add_argument(
        "--queries",
        metavar="FILE",
        help="queries, one a line, that must still find something; “query => ID …”: these articles",
    )
    parser.add_argument(
        "--rollback", action="store_true", help="read the generation before again, brought up to the log"
    )
    parser.add_argument(
        "--part",
        metavar="K/N",
        help="write the K-th of N parts only; when all are written, “archive reindex” does the rest",
    )


def _generations(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "action", nargs="?", choices=("list", "use", "drop"), default="list", help="list if none is given"
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="generations, as they are listed")
    parser.add_argument(
        "--anyway",
        action="store_true",
        help="use it also if other archives that feed it haven't brought it up to their logs",
    )
    parser.add_argument("--format", choices=("text", "jsonl"), help="text on a terminal, jsonl into a pipe")


def _nothing(parser: argparse.ArgumentParser) -> None:
    del parser


def _complete(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "text", nargs="?", default="", type=unprotected, metavar="TEXT", help="what has been typed of a query"
    )
    parser.add_argument("--facet", type=_facet, metavar="FACET", help="it is a value of this facet, no query")
    parser.add_argument("--only", action="store_true", help="it is FACET=VALUE, as --only and --without take it")
    parser.add_argument("--saved", action="store_true", help="it is the name of a saved search")
    parser.add_argument("--learnt", action="store_true", help="it is a site of which boilerplate is known")


def unprotected(text: str) -> str:
    """What was typed, without the sign that kept argparse from taking it for an option."""
    return text.replace(PROTECTED, "")


def _completion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=("bash", "zsh", "tcsh"), help="the shell to complete in")


COMMANDS = (
    Command("add", "add files, folders, URLs, feeds or standard input", """
archive add saved-pages/ notes.txt
archive add https://example.org/news/a-story
archive add https://example.org/rss.xml            the pages that a feed leads to
archive add export.jsonl captures.warc.gz
archive add --input-file urls.txt
curl -s https://example.org/a-story | archive add - --url https://example.org/a-story""", "add", "add", _add),
    Command("search", "find articles", """
archive search "Steel Mill"                    two words; articles with the phrase come first
archive search '"steel mill" -railway'         the phrase, without the word
archive search furnace --people "Jane Roe" --after 2025-06
archive search 'place:Karachi OR place:Sheffield' --sort newest
archive search mill --format json | jq .total
archive search 'furnaces "steel mil"' --explain""", "search", "search", _search),
    Command("show", "show one article, its facets and the evidence of its dates", """
archive show 3f2a9c1b
archive show https://example.org/news/a-story --format markdown
archive show 3f2a9c1b --why 'steel mill'""", "read", "show", _show),
    Command("similar", "find the articles most like one", """
archive similar 3f2a9c1b
archive similar https://example.org/news/a-story --limit 30""", "similar", "similar", _similar),
    Command("facets", "count the values of one facet", """
archive facets people
archive facets places "Steel Mill" --after 2025 --limit 100
archive facets people --like shar                  values one of whose words begins so
archive facets people "steel mill" --sort unusual  who is special to these articles
archive facets places --by published:year          a table""", "counts", "facets", _facets),
    Command("timeline", "draw when articles were published, or what times they speak of", """
archive timeline "Steel Mill"
archive timeline mill --by day --after 2025-09
archive timeline --of mentioned --by decade""", "counts", "timeline", _timeline),
    Command("export", "write all articles that are found, for other programs", """
archive export "Steel Mill" --format jsonl > mill.jsonl
archive export --after 2025 -o year.csv --columns published,site,title,url
archive export "Steel Mill" --format bibtex -o mill.bib
archive export --people "Jane Roe" -o notes/    a Markdown file an article
archive export "Steel Mill" -o mill.warc.gz     the pages as they were captured""", "export", "export", _export),
    Command("save", "keep a search under a name, to see later what is new", """
archive save mills '"steel mill"' --places Sheffield
archive save mills furnace --replace""", "saved", "save", _save),
    Command("saved", "list the saved searches", """
archive saved
archive saved --format jsonl | jq -r .name""", "saved", "saved", _saved),
    Command("run", "run a saved search, and tell what is new since its last run", """
archive run mills
archive run mills --new                        nothing is printed where nothing is new""", "saved", "run", _run),
    Command("unsave", "forget saved searches", """
archive unsave mills""", "saved", "unsave", _unsave),
    Command("remove", "withdraw articles: they are found no more, their captures stay", """
archive remove 3f2a9c1b --reason "published by mistake\"""", "manage", "remove", _one_article),
    Command("purge", "withdraw articles and take their bytes out of the files, for good", """
archive purge 3f2a9c1b --reason "court order 12/2025" --yes""", "manage", "purge", _purge),
    Command("reindex", "build the index anew from the log, verify it, then switch to it", """
archive reindex
archive reindex --if-needed                    only where something has changed
archive reindex --queries important.txt        switch only if these still find what they did
archive reindex --elasticsearch https://search.example:9200    move the index there
archive reindex --part 1/3                     a third of it, beside other processes
archive reindex --rollback                     read the generation before again""", "manage", "reindex", _reindex),
    Command("generations", "list the indexes that were built, read another one, or delete some", """
archive generations
archive generations use 000002
archive generations drop                       all but the one that is read and the one before it""", "manage", "generations", _generations),
    Command("boilerplate", "show what the articles of a site repeat, which is cut from them", """
archive boilerplate                            the sites of which something is known
archive boilerplate tarnpost.example           what is cut from its articles
archive boilerplate --learn                    learn it anew from what is in the log
archive boilerplate tarnpost.example --keep 2  the second text is the articles' own""", "boilerplate", "boilerplate", _boilerplate),
    Command("inspect", "show a page as the normaliser sees it: zones, what was cut, evidence, names", """
archive inspect 3f2a9c1b                       an article of the archive
archive inspect saved-pages/story.html         a file, without adding it
archive inspect https://example.org/news/a-story
archive inspect 3f2a9c1b --capture 12          an earlier version
archive inspect story.html --format json | jq .document.published""", "inspect", "inspect", _inspect),
    Command("status", "say what the archive holds", """
archive status
archive status --format json""", "manage", "status", _format_only),
    Command("verify", "check every stored record against its digest", """
archive verify""", "manage", "verify", _nothing),
    Command("rebuild", "make the catalogue anew from the WARC files alone", """
archive rebuild""", "manage", "rebuild", _nothing),
    Command("complete", "print what a query that is being typed may go on with", """
archive complete place:kar
archive complete --facet people shar""", "manage", "complete", _complete),
    Command("completion", "print a script that completes commands in your shell", """
archive completion bash > ~/.local/share/bash-completion/completions/archive
archive completion zsh > ~/.zfunc/_archive""", "manage", "completion", _completion),
)  # fmt: skip
_BY_NAME = {command.name: command for command in COMMANDS}
