"""No test reaches a network: Python loads this file at the start of every process that the suite starts.

An audit hook sees every use of ``socket``, also from C code, and cannot be undone. What it sees is refused and noted in
the file that ``DATELINE_GUARD`` names, so that the test fails even where the refusal is swallowed.
"""

from __future__ import annotations

import os
import sys

TOUCHES = frozenset(
    {
        "socket.connect",
        "socket.sendto",
        "socket.sendmsg",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyaddr",
        "socket.getnameinfo",
        "urllib.Request",
    }
)


class NetworkTouched(OSError):
    """A test reached for a network."""


def is_network(event: str, args: tuple[object, ...]) -> bool:
    """Whether an audit event leaves the machine: all but sockets in the file system and Windows' socket pairs."""
    if event not in TOUCHES:
        return False
    if event.startswith("socket.") and args and hasattr(args[0], "family"):
        address = args[1] if len(args) > 1 else None
        if str(getattr(args[0].family, "name", "")) == "AF_UNIX" or not address:
            return False
        if sys.platform == "win32" and isinstance(address, tuple) and address[0] in ("127.0.0.1", "::1"):
            return False
    return True


def watch(notes: str) -> None:
    """Refuses every use of a network from now on, and adds a line to the file ``notes`` for each."""

    def hook(event: str, args: tuple[object, ...]) -> None:
        if is_network(event, args):
            with open(notes, "a", encoding="utf-8") as out:  # noqa: PTH123 (no import at the start of each process)
                out.write(f"{event} {args[1:] if len(args) > 1 else args}\n")
            raise NetworkTouched(f"{event}: no test reaches a network")

    sys.addaudithook(hook)


if os.environ.get("DATELINE_GUARD"):
    watch(os.environ["DATELINE_GUARD"])
