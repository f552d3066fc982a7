"""What stands before the root element of an XML document: declaration, comments, document type."""

from __future__ import annotations

import re

# Each branch begins in its own way and ends at a fixed mark, so that the scan is linear whatever a file holds.
_SUBSET = r"""\[(?P<subset>(?:<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|"[^"]*+"|'[^']*+'|[^\]"'])*+)\]\s*+"""
_DOCTYPE = rf"""<!DOCTYPE(?P<name>(?:[^\[<>"']++|"[^"]*+"|'[^']*+')*+)(?:{_SUBSET})?>"""
_PROLOG = re.compile(rf"(?:[\s\ufeff\x00]++|<\?.*?\?>|<!--.*?-->|{_DOCTYPE})*+", re.DOTALL | re.IGNORECASE)
_DECLARATION = re.compile(r"[\s\ufeff\x00]*+<\?xml\b.*?\?>", re.DOTALL | re.IGNORECASE)
_BROKEN_DOCTYPE = re.compile(r"<!DOCTYPE[^>]*+>", re.IGNORECASE)
_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]{0,60}:)?([A-Za-z_][\w.-]{0,60})(?=[\s/>])")
_NAMED = re.compile(r"<!DOCTYPE\s+(?:[A-Za-z_][\w.-]{0,60}:)?([A-Za-z_][\w.-]{0,60})(?=[\s\[])", re.IGNORECASE)


def root_name(text: str) -> str:
    """The local name of the root element in small letters, or empty where the text does not begin as XML does.

    Where a glimpse of a document ends within its document type, that names the root.
    """
    end = after_prolog(text)
    root = _ROOT.match(text, end) or _NAMED.match(text, end)
    return root[1].lower() if root is not None else ""


def after_prolog(text: str) -> int:
    """The offset (code points) behind everything that may stand before a root element."""
    prolog = _PROLOG.match(text)
    assert prolog is not None  # it may match nothing
    broken = _BROKEN_DOCTYPE.match(text, prolog.end())
    if broken is None:
        return prolog.end()
    rest = _PROLOG.match(text, broken.end())
    assert rest is not None
    return rest.end()


def without_prolog(text: str) -> tuple[str, str]:
    """A document from its root element on, and the declarations of its document type (the internal subset)."""
    prolog = _PROLOG.match(text)
    assert prolog is not None
    declaration = _DECLARATION.match(text)
    subset = prolog["subset"] or ""
    return text[max(after_prolog(text), declaration.end() if declaration else 0) :], subset
