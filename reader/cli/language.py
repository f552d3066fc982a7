"""The query language in short, for the help of ``search``."""

from __future__ import annotations

WRITTEN = (
    ("herring accord", "both words, in any form: voting finds votes"),
    ('"closed sea"', "these words side by side"),
    ("herring OR cod", "either; OR, AND and NOT are written in capitals"),
    ("(herring OR cod) -cannery", "parentheses group; a minus sign or NOT leaves out"),
    ("her* h*ring hering~", "beginnings, any letters, slips of the pen"),
    ('"herring sea"~5', "in any order, with at most five words between"),
    ("headline:storm body:(storm, gale)", "in the headline; one of a list in the body"),
    ('person:"Ilse Marenko" org:Navy place:Tolvik', "articles that mention them; entity: is of any kind"),
    ("speaker:Marenko about:Vasmark", "who is quoted, and whom quotations mention"),
    ("quote:limit cue:warned", "words inside quotations, and their reporting words"),
    ('publication:"Coastline Press" byline:Weil', "who published and who wrote it"),
    ("date:2024-03 date:2024..2025 date:>2024-06", "published in, from and to, after"),
    ("last:7d last:2w last:3m last:1y", "published in the last days, weeks, months, years"),
    ("tag:fisheries lang:en", "your tags; the language"),
    ("kind:person,direct", "with such a name, or such a quotation"),
    ("is:unread is:starred is:duplicate is:correction", "read or not, starred, copies, corrections"),
    ("has:quote has:unknown-speaker", "with quotations, or with ones of unknown speakers"),
)
"""What is written, and what it finds."""

SEARCHES = (
    ("dateline search herring accord", ""),
    ("dateline search --in quotations 'speaker:Marenko \"closed sea\"'", ""),
    ("dateline search -- -cannery herring", "a query that begins with a minus sign"),
)


def in_short() -> str:
    """The language as a table for a terminal, in lines of at most 110 columns."""
    lines = ["what QUERY may hold:", *(f"  {written:48}  {finds}" for written, finds in WRITTEN), "", "examples:"]
    lines += [f"  {line}" + (f"    ({why})" if why else "") for line, why in SEARCHES]
    return "\n".join(lines)
