"""What a failure comes to in a few words, and what the reader can do about it: for tables, beside ``core.wording``.

A sentence of ``wording`` names the file; in a table the file stands in a column of its own.
"""

from __future__ import annotations

import re

from reader.core.reasons import Reason
from reader.core.wording import sentence

ADVICE: dict[str, tuple[str, str]] = {
    "missing": ("Not there", "Look whether it was moved or renamed, then import it from where it is"),
    "unreadable": ("No permission", "Give yourself the right to read it, then try again"),
    "empty": ("Empty file", "Nothing to read. Save it again from where it came"),
    "empty-folder": ("Folder without files", "Look whether it is the right one"),
    "binary": ("Not text", "No saved story. Left out"),
    "unsupported": ("{1}, not an article", "Save the story as text, HTML or PDF and import that"),
    "other-packing": ("Packed with {1}", "Unpack it and import what comes out"),
    "not-a-file": ("Not a file", "Import a file or a folder"),
    "link-loop": ("A link to itself", "Import the file that it was to stand for"),
    "cannot-read": ("Cannot be read: {1}", "Look at the disk or the connection to it, then try again"),
    "damaged-html": ("Damaged HTML", "Open it in a browser, save it as text and import that"),
    "damaged-xml": ("Damaged XML", "Save it again from where it came"),
    "damaged": ("Damaged file", "Save it again from where it came"),
    "damaged-archive": ("Damaged archive", "Get it again. What could be read was imported"),
    "too-large": ("Larger than {1} MB", "Split it and import the parts"),
    "bomb": ("Unpacks to too much", "No archive of stories. Left out"),
    "empty-entry": ("Entry {1} is empty", "It has no headline, no text and no address. Left out"),
    "entity-bomb": ("Unpacks to too much", "No story. Left out"),
    "too-deep": ("Archive in archives", "Unpack the outer ones and import what is inside"),
    "too-slow": ("Took too long", "Split it and import the parts"),
    "too-much-memory": ("Took too much memory", "Split it and import the parts"),
    "reader-died": ("Could not be read", "Try again. If it fails once more, save it in another format"),
    "feed-list": ("A list of feeds", "It holds no stories. Save the feeds or their stories and import those"),
    "protected": ("Has a password", "Save it without the password and import that"),
    "no-text-in-pdf": ("No text inside", "A scan. Run text recognition on it, then import it again"),
    "too-many-pages": ("Too many pages", "The first {1} pages were read. Split it and import the rest"),
    "which-column": ("Columns not told", "Waits: which column is which?"),
    "no-article": ("No article", "It holds no story, or too little of one"),
    "disk-full": ("Disk is full", "Make room, then try again"),
}
"""By the code of a failure: what it is in a few words, and what to do. ``{1}`` is the second argument of the reason."""

_BEGINNING = re.compile(r'^"[^"]*" (?:is |are )?')


def in_short(reason: Reason) -> str:
    """A failure in a few words: "Empty file". The first sentence of its wording where there are none for it."""
    if reason.code in ADVICE:
        return ADVICE[reason.code][0].format(*reason.args, "", "")
    words = _BEGINNING.sub("", _sentences(reason)[0]).rstrip(".")
    return words[:1].upper() + words[1:]


def what_to_do(reason: Reason) -> str:
    """What the reader can do: the rest of the wording where nothing else is known. It may be empty."""
    if reason.code in ADVICE:
        return ADVICE[reason.code][1].format(*reason.args, "", "")
    return _sentences(reason)[1].rstrip(".")


def _sentences(reason: Reason) -> tuple[str, str]:
    """The first sentence, and those after it. The file's name, which may hold full stops, is no end of one."""
    whole = sentence(reason)
    found = _BEGINNING.match(whole)
    at = whole.find(". ", found.end() if found else 0)
    return (whole[: at + 1], whole[at + 2 :]) if at >= 0 else (whole, "")
