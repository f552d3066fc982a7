"""A query as typed with the correction that an error or a note proposes."""

from __future__ import annotations

from reader.core.query import Note


def mended(typed: str, note: Note) -> str:
    """The query with what was proposed in place of the fault; an empty string where nothing is proposed.

    ``note`` is of ``parse(typed)``; nothing outside its span changes.
    """
    fault = note.span.of(typed)
    match note.reason.code, note.reason.args:
        case "no-such-field", (name, meant):
            better = meant.join(fault.rsplit(name, 1))
        case "no-such-value", (_, value, meant):
            better = _instead(fault, value, meant)
        case "swapped-dates", (dates, turned):
            better = _instead(fault, dates, turned)
        case "unquoted-name", (field, first, more):
            better = f'{field}:"{first} {more}"'
        case "single-marks", (words,):
            better = f'"{words}"'
        case "space-before-colon", (field,):
            better = f"{field}:"
        case "near-without-number", _:
            better = f"{fault}5"
        case "write-or", _:
            better = "OR"
        case "write-not", _:
            better = f"-{fault.lstrip('!')}" if fault.startswith("!") else "NOT"
        case "read-as-country", _:
            better = f'"{fault}"'
        case _:
            return ""
    return typed[: note.span.start] + better + typed[note.span.end :]


def _instead(fault: str, value: str, meant: str) -> str:
    """A value that was typed with other spaces or marks than it is told with is replaced as a whole."""
    return fault.replace(value, meant) if value in fault else meant
