"""Web addresses: the one under which a story was published, in the form by which it is known again."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import urlsplit, urlunsplit

from reader.ingest.dates import MONTHS, make_date

_LINE = re.compile(
    r"(?:(?:permalink|url|source|link|address|original(?: article| address)?|retrieved from|from"
    r"|read or share this story|read more at|read it at|available at|via)\s?:?\s+)?(<?(?:https?://|www\.)[^\s<>\"]{4,2000}>?)",
    re.IGNORECASE,
)
# What sites add to an address to see where a reader came from.
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|ref_src|cmpid|ocid|smid)(?:=|$)", re.IGNORECASE)
_DAY = re.compile(r"/((?:19|20)\d{2})(?:[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})|(\d{2})(\d{2}))(?=[/_.-]|$)")


def address_line(line: str) -> str:
    """The address of a line that holds nothing else ("https://…", "Permalink https://…"), or empty."""
    found = _LINE.fullmatch(line) if len(line) < 2100 else None
    if found is None:
        return ""
    address = found[1].strip("<>").rstrip(".,;)")
    return address if "://" in address else "https://" + address


def canonical_address(address: str) -> str:
    """The address without fragment and tracking, host in small letters; empty for what is no web address."""
    try:
        parts = urlsplit(address.strip())
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
            return ""
        query = "&".join(part for part in parts.query.split("&") if not _TRACKING.match(part))
        return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, query, ""))
    except ValueError:  # an open bracket in the host, a port that is no number
        return ""


def date_in(address: str) -> dt.date | None:
    """The day that an address names ("/2020/03/16/", "/2020/mar/16/"), or None."""
    found = _DAY.search(address)
    if found is None:
        return None
    month, day = found[2] or found[4], found[3] or found[5]
    number = int(month) if month.isdigit() else MONTHS.get(month, 0)
    return make_date(int(found[1]), number, int(day))
