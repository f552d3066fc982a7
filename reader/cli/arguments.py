"""The arguments of every verb."""

from __future__ import annotations

import argparse
from typing import NoReturn, TypeVar

from reader import __version__
from reader.cli.language import in_short
from reader.core.filenames import is_text, printable
from reader.core.kinds import Kind, QuotationKind

_Kind = TypeVar("_Kind", Kind, QuotationKind)
_ALL = 1_000_000_000
"""More than any library holds, and a number that the database and the index take."""


class OneLineParser(argparse.ArgumentParser):
    """Answers a wrong request with one line and exit code 2, as the contract says."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"dateline: {printable(message)}. Try {self.prog} --help.\n")


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    about = "A desktop news reader that works offline and knows who said what."
    top = OneLineParser(prog="dateline", allow_abbrev=False, description=about)
    top.add_argument(
        "--library", type=_path, metavar="DIR", help="the library's folder (default: in your user data folder)"
    )
    top.add_argument("--temp-library", action="store_true", help="a throw-away library")
    top.add_argument("--json", action="store_true", help="machine output: one JSON object a line")
    top.add_argument(
        "--debug", action="append", default=[], type=_words, metavar="TOPIC", help="write what TOPIC does to the log"
    )
    top.add_argument("--version", action="version", version=f"dateline {__version__}")
    verbs = top.add_subparsers(dest="verb", metavar="VERB", parser_class=OneLineParser)
    _take_in(verbs)
    _articles(verbs)
    _questions(verbs)
    _upkeep(verbs)
    return top


def _verb(verbs: argparse._SubParsersAction[OneLineParser], name: str, help: str) -> OneLineParser:
    return verbs.add_parser(name, help=help, description=help, allow_abbrev=False)


def _take_in(verbs: argparse._SubParsersAction[OneLineParser]) -> None:
    verb = _verb(verbs, "open", "open the window (the default), importing paths first")
    verb.add_argument("paths", nargs="*", type=_path, metavar="PATH")
    verb = _verb(verbs, "import", "import files and folders")
    verb.add_argument("paths", nargs="*", type=_path, metavar="PATH")
    verb.add_argument("--undo", type=_number, metavar="RUN", help="take an import run back")
    again = "read the originals anew that the library keeps: of all articles, or of those that came from PATH"
    verb.add_argument("--again", action="store_true", help=again)
    verb.add_argument("--no-wait", action="store_true", help="return when stored, before annotating and indexing")
    verb = _verb(verbs, "read", "read files and print what would be imported, storing nothing")
    verb.add_argument("paths", nargs="+", type=_path, metavar="PATH")
    verb = _verb(verbs, "group", "tell which files are copies, updates or corrections of one story, storing nothing")
    verb.add_argument("paths", nargs="+", type=_path, metavar="PATH")
    verb = _verb(verbs, "analyze", "annotate texts without storing them")
    verb.add_argument("files", nargs="*", type=_path, metavar="FILE", help="files, or - for standard input")
    verb.add_argument("--raw", action="store_true", help="use each input as it is, with no cleaning")
    verb.add_argument("--jsonl", action="store_true", help='standard input holds lines of {"id","text"}')


def _articles(verbs: argparse._SubParsersAction[OneLineParser]) -> None:
    verb = _verb(verbs, "list", "list articles, newest first")
    verb.add_argument("--unread", action="store_true")
    verb.add_argument("--starred", action="store_true")
    verb.add_argument("--tag", type=_words, metavar="T")
    verb.add_argument("--limit", type=_count, metavar="N")
    verb = _verb(verbs, "show", "show one article")
    verb.add_argument("id", type=_words, metavar="ID")
    verb.add_argument("--original", type=_path, metavar="FILE", help="write the original's bytes to FILE")
    verb = _verb(verbs, "mark", "mark articles as read, starred, tagged")
    verb.add_argument("ids", nargs="+", type=_words, metavar="ID")
    read, star = verb.add_mutually_exclusive_group(), verb.add_mutually_exclusive_group()
    read.add_argument("--read", action="store_true")
    read.add_argument("--unread", action="store_true")
    star.add_argument("--star", action="store_true")
    star.add_argument("--unstar", action="store_true")
    verb.add_argument("--tag", type=_words, metavar="T")
    verb.add_argument("--untag", type=_words, metavar="T")
    verb = _verb(verbs, "explain", "show blocks, removals, spans, and why each quotation was attributed as it was")
    verb.add_argument("id", type=_words, metavar="ID")


def _questions(verbs: argparse._SubParsersAction[OneLineParser]) -> None:
    verb = _verb(verbs, "entities", "list the people, organizations, places … of the library")
    verb.add_argument("--kind", type=_entity_kind, metavar="K")
    verb.add_argument("--article", type=_words, metavar="ID")
    verb.add_argument("--limit", type=_count, metavar="N")
    verb = _verb(verbs, "mentions", "list the mentions of an entity, newest first")
    verb.add_argument("entity", type=_words, metavar="ENTITY", help="an id or a name")
    verb = _verb(verbs, "quotes", "list quotations, newest first")
    verb.add_argument("--speaker", type=_words, metavar="NAME")
    verb.add_argument("--about", type=_words, metavar="NAME")
    verb.add_argument("--article", type=_words, metavar="ID")
    verb.add_argument("--kind", type=_quotation_kind, metavar="KIND")
    verb.add_argument("--unknown-speaker", action="store_true")
    verb = _verb(verbs, "search", "search the library")
    verb.formatter_class, verb.epilog = argparse.RawDescriptionHelpFormatter, in_short()
    verb.add_argument("query", nargs="+", type=_query, metavar="QUERY")
    verb.add_argument("--in", dest="target", choices=["articles", "quotations", "entities"], default="articles")
    verb.add_argument("--limit", type=_count, default=10, metavar="N")
    verb.add_argument("--offset", type=_count, default=0, metavar="N")
    verb.add_argument("--sort", choices=["relevance", "newest", "oldest"], default="relevance")
    verb.add_argument("--facets", action="store_true", help="count what the articles found have, to narrow by")


def _upkeep(verbs: argparse._SubParsersAction[OneLineParser]) -> None:
    verb = _verb(verbs, "check", "compare the store, the annotations and the index")
    verb.add_argument("--fix", action="store_true", help="repair what can be repaired")
    _verb(verbs, "rebuild", "make the index anew from the store")
    verb = _verb(verbs, "backup", "write the whole library to one file")
    verb.add_argument("file", type=_path, metavar="FILE")
    verb = _verb(verbs, "restore", "put a backup or an automatic copy in the library's place; the old one is set aside")
    verb.add_argument("file", nargs="?", type=_path, metavar="FILE")
    verb.add_argument("--list", action="store_true", help="show the automatic copies")
    _verb(verbs, "self-check", "try everything once in a throw-away library")


def _words(text: str) -> str:
    """A name or an id: what is compared with text, so it has to be text and some."""
    if not _query(text).strip():
        raise argparse.ArgumentTypeError("the value is empty")
    return text


def _query(text: str) -> str:
    if not is_text(text):
        raise argparse.ArgumentTypeError("the value is not UTF-8")
    return text


def _path(text: str) -> str:
    """A path, which may be no text. An empty one would mean the folder in which we stand."""
    if not text:
        raise argparse.ArgumentTypeError("the path is empty")
    return text


def _count(text: str) -> int:
    """A number of things; what no library can hold means all of them."""
    number = _number(text)
    if number < 0:
        raise argparse.ArgumentTypeError(f'"{text}" is no number from 0')
    return min(number, _ALL)


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f'"{text}" is no number') from error


def _entity_kind(text: str) -> Kind:
    return _one_of([kind for kind in Kind if kind.names_an_entity], text)


def _quotation_kind(text: str) -> QuotationKind:
    return _one_of(list(QuotationKind), text)


def _one_of(kinds: list[_Kind], text: str) -> _Kind:
    for kind in kinds:
        if kind == text:
            return kind
    raise argparse.ArgumentTypeError(f'"{text}" is no kind. There are {", ".join(kinds)}')
