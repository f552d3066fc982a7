"""What holds of the annotator that the program takes; ``test_any_text`` has what holds of every annotator."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time

import pytest

from reader import language, paths
from reader.core.kinds import QuotationKind
from tests.language.lookers import annotator, look


def test_raw_line_ends_and_no_break_spaces_keep_their_offsets() -> None:
    seen = look('Tolvik\r\n\r\n"We\u00a0stay," Ilse\u00a0Marenko said.\r\n')
    assert seen.content("We") == ['"We\u00a0stay,"']
    assert seen.called("Ilse Marenko") == ["Ilse\u00a0Marenko"]


def test_letters_outside_the_first_plane_count_one() -> None:
    seen = look('🐟🐟 "We stay," Ilse Marenko said 🐟.')
    assert seen.content("We") == ['"We stay,"']


def test_kind_follows_from_the_marks() -> None:
    seen = look('"We stay," she said. She said "we" stay. She said we stay put.')
    assert {q.kind for q in seen.found.quotations} == set(QuotationKind)


@pytest.mark.parametrize(
    "unit",
    [
        '"We go," Ann Lee said, "now," ',
        "Ann Lee and Bob Ray said that he said that ",
        "“We go on and on\n\n",
        "President Ann Lee met the president. The company and Acme Corp. ",
        ".!?",
        "1,",
        "“",
    ],
)
def test_time_grows_with_the_text_alone(unit: str) -> None:
    made = annotator()

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        made.annotate(text, ())
        return time.process_time() - start

    small = max(seconds(20_000), 0.02)
    assert seconds(160_000) < 8 * 4 * small


def test_the_name_is_versioned() -> None:
    """What the lists find is kept in libraries under this name: with other lists it has to be another name.

    So with a change of a list raise ``language.RULES``, then put the new digest here.
    """
    lists = hashlib.sha256()
    for file in sorted(paths.resource("language").glob("*.[tj]s*")):
        lists.update(file.read_text("utf-8").encode())
    assert (language.RULES, lists.hexdigest()[:12]) == ("rules-2", "5e90777b8d2a")
    assert annotator().name == language.RULES
    assert annotator().annotate("", ()).annotator == language.RULES


def test_importing_the_door_reads_no_list() -> None:
    code = "import sys, reader.language; print(any(m.startswith('reader.language.') for m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "False"
