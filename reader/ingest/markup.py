"""The gate before any HTML parser: tags as no honest page writes them are made harmless, in linear time.

libxml2 takes quadratic time on a tag with many attributes (60,000 of them: 6 s) and stops at a depth of 256, losing
the rest of the page. Saved pages, mail, feeds, chapters and archives all come through here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import lxml.html
from lxml import etree

MAX_DEPTH = 250
"""Elements inside one another; deeper ones are dissolved, and what they hold is kept. libxml2 ends at 256."""
MAX_ATTRIBUTES = 500
"""Of one tag; a tag with more loses all of them."""
MAX_VALUE = 20_000
"""Code points of an attribute's value; a longer one (a picture, mostly) is emptied."""

_FEWEST = 2 * MAX_ATTRIBUTES  # code points without which no tag holds too many attributes
# Comments and the elements that hold no tags are matched whole, so that nothing in them is taken for a tag. Every
# branch ends at the end of the text at the latest, and no part of it gives back what it took: the scan is linear.
_TAG = re.compile(
    r"""<!--.*?(?:-->|\Z)"""
    r"""|<(?:(?P<raw>script|style|textarea|title)(?=[\s/>])|(?P<end>/?)(?P<name>[A-Za-z][^\s/>]*+))"""
    r"""(?P<rest>(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))*+)(?P<close>>|\Z)"""
    r"""(?(raw).*?(?:</(?P=raw)|\Z))""",
    re.DOTALL | re.IGNORECASE,
)
_VALUE = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]++)""")
_ATTRIBUTE = re.compile(r"""[^\s=/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+""")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# Elements whose end tag may be left out, with those that a new one closes.
_CLOSED_BY = {
    "li": {"p", "li"},
    "dt": {"p", "dt", "dd"},
    "dd": {"p", "dt", "dd"},
    "td": {"p", "td", "th"},
    "th": {"p", "td", "th"},
    "tr": {"p", "td", "th", "tr"},
    "tbody": {"p", "td", "th", "tr", "thead", "tbody", "tfoot"},
    "tfoot": {"p", "td", "th", "tr", "thead", "tbody", "tfoot"},
    "option": {"option"},
} | {name: {"p"} for name in "p div ul ol dl table h1 h2 h3 h4 h5 h6 blockquote pre form hr section article".split()}
# An end tag leaves elements alone that weigh more than its own (the table of libxml2).
_WEIGHTS = {"div": 150, "td": 160, "th": 160, "tr": 170, "thead": 180, "tbody": 180, "tfoot": 180, "table": 190}
_WEIGHTS |= {"head": 200, "body": 200, "html": 220}
_WEIGHT = 100
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code del em font i ins kbd mark q s small span strong sub sup tt u".split()
)


def guarded(html: str, *, longest_value: int = MAX_VALUE) -> str:
    """The same page for any parser: no NULs, at most 250 elements deep, 500 attributes a tag, no huge value.

    ``longest_value`` counts code points; who keeps the pictures that stand in a page asks for more.
    """
    letters = html.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")  # no halves of a letter (surrogates)
    return "".join(_flattened(_without_huge_tags(letters, longest_value)))


def parse_html(html: str) -> lxml.html.HtmlElement:
    """The tree of a page or a fragment, without comments; its root is ``html``. Never raises for what a page holds."""
    page = _without_huge_tags(html.replace("\x00", ""), MAX_VALUE)
    root, is_whole = _parse(page)
    return root if is_whole else _parse("".join(_flattened(page)))[0]


def _parse(page: str) -> tuple[lxml.html.HtmlElement, bool]:
    """The tree, and whether the parser went to the end of the page."""
    # As bytes, for a text that declares an encoding is refused, and the declaration is about the file anyway.
    data = page.encode("utf-8", "ignore")
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):  # a page without an element
        return lxml.html.Element("html"), True
    return root, not any(entry.type == _TOO_DEEP for entry in parser.error_log)


_TOO_DEEP = etree.ErrorTypes.ERR_RESOURCE_LIMIT


def _without_huge_tags(html: str, longest_value: int) -> str:
    parts: list[str] = []
    done = 0
    for tag in _TAG.finditer(html):
        if tag["rest"] is None:
            continue
        start, end = tag.span("rest")
        if not tag["close"]:  # the page was cut off in a tag, or "profit <forecast" is no tag at all
            parts.append(html[done : tag.start()])
            parts.append("" if "=" in tag["rest"] else "&lt;" + html[tag.start() + 1 :])
            done = len(html)
        elif end - start > _FEWEST:
            parts += (html[done:start], _tamed(tag["rest"], longest_value))
            done = end
    return "".join((*parts, html[done:])) if parts else html


def _tamed(rest: str, longest_value: int) -> str:
    short = _VALUE.sub(lambda value: value[0] if len(value[0]) <= longest_value else '=""', rest)
    return short if sum(1 for _ in _ATTRIBUTE.finditer(short)) <= MAX_ATTRIBUTES else ""


def _flattened(html: str) -> Iterator[str]:
    """The parts of a page whose elements stand no deeper than ``MAX_DEPTH``."""
    is_open: list[str] = []
    dissolved: Counter[str] = Counter()
    done = 0
    for tag in _TAG.finditer(html):
        if tag["name"] is None:
            continue
        name = tag["name"].lower()
        if name in _VOID:
            continue
        if tag["end"]:
            dissolves = dissolved[name] > 0
            dissolved[name] -= dissolves
            if not dissolves:
                _close(is_open, name)
        else:
            while is_open and is_open[-1] in _CLOSED_BY.get(name, ()):
                is_open.pop()
            dissolves = len(is_open) >= MAX_DEPTH - 4  # html, body and what else a parser adds by itself
            dissolved[name] += dissolves
            if not dissolves:
                is_open.append(name)
        if dissolves:
            yield html[done : tag.start()]
            yield "" if name in _INLINE else " "
            done = tag.end()
    yield html[done:]


def _close(is_open: list[str], name: str) -> None:
    if name not in is_open:
        return
    weight = _WEIGHTS.get(name, _WEIGHT)
    for at in range(len(is_open) - 1, -1, -1):
        if is_open[at] == name:
            del is_open[at:]
            return
        if _WEIGHTS.get(is_open[at], _WEIGHT) > weight:
            return
