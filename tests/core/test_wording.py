import re
from pathlib import Path

import reader
from reader.core.reasons import Reason
from reader.core.wording import WORDING, sentence

CODE = re.compile(r'(?:Reason|Trouble)\(\s*"([a-z0-9-]+)"')


def test_every_code_in_the_program_has_a_wording() -> None:
    folder = Path(reader.__file__).parent
    used = {code for file in folder.rglob("*.py") for code in CODE.findall(file.read_text("utf-8"))}
    assert used - set(WORDING) == set()
    assert len(used) > 20


def test_a_sentence_takes_its_arguments_in_order() -> None:
    assert (
        sentence(Reason("too-large", ("a.txt", "50"))) == '"a.txt" is larger than 50 MB. Split it and import the parts.'
    )
