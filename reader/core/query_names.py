"""The names that are nearest to a misspelled one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from reader.core.names import name_key

MOST = 5
ALIKE = 0.75
"""Of 1: "Marenco" and "Marenko" are alike by 0.86."""


def nearest_names(typed: str, known: Iterable[str]) -> tuple[str, ...]:
    """The names most like what was typed, best first; a single word may be the last one of a name ("Ardel")."""
    wanted = name_key(typed)
    names: dict[str, str] = {}
    for name in known:
        key = name_key(name)
        names.setdefault(key, name)
        if " " not in wanted:
            names.setdefault(key.rpartition(" ")[2], name)
    names.pop(wanted, None)
    near = difflib.get_close_matches(wanted, names, n=MOST, cutoff=ALIKE)
    return tuple(dict.fromkeys(names[key] for key in near))
