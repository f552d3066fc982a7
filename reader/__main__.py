"""The program: ``dateline`` opens the window, ``dateline VERB …`` does the same work without one."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.cli.output import Output


def main(arguments: list[str] | None = None) -> int:
    """Returns the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] in (["--worker"], ["--annotator"], ["--reader"]):
        from reader import log, paths, worker

        log.set_up(paths.log_folder(), name="worker")
        return {"--worker": worker.main, "--annotator": worker.annotate, "--reader": worker.read}[given[0]]()
    from reader.cli.arguments import parser

    asked = parser().parse_args(given)
    _set_up_log(asked)
    if asked.verb in (None, "open"):
        return _open(asked)
    from reader.cli import main as cli

    return cli.guarded(asked, _self_check) if asked.verb == "self-check" else cli.run(asked)


def _set_up_log(asked: Namespace) -> None:
    from reader import log, paths

    log.set_up(paths.log_folder(), asked.debug)


def _open(asked: Namespace) -> int:
    from reader.cli.folder import library_folder
    from reader.cli.output import Output
    from reader.core.reasons import Reason
    from reader.gui.screen import has_screen

    if not has_screen(os.environ, sys.platform):
        Output(asked.json).trouble(Reason("no-screen"))
        return 2
    from reader.gui.app import run

    with library_folder(asked) as folder:
        return run(folder, tuple(Path(path) for path in getattr(asked, "paths", ())))


def _self_check(asked: Namespace, out: Output) -> int:
    """Every step in a throw-away library, the window last and off the screen."""
    import tempfile

    from reader.services.selfcheck import timed, try_all

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from reader.gui.app import try_window

    ok = True
    with tempfile.TemporaryDirectory(prefix="dateline-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        steps = try_all(folder)
        for tried in [*steps, timed("window", lambda: try_window(folder))]:
            ok = ok and tried.ok
            line = f"{'ok' if tried.ok else 'WRONG':6}{tried.step} {tried.ms:.0f} ms"
            out.give({"step": tried.step, "ok": tried.ok, "ms": tried.ms}, line)
            if tried.why:
                out.trouble(tried.why)
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
