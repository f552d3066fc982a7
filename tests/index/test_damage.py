"""Whatever was done to the files of an index is noticed before it answers, every time."""

import pickle
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.query_parser import parse
from reader.index import Index, IndexDamaged
from tests.index.conftest import names
from tests.index.test_same_as_a_scan import some_document

TRIALS = 100
PAGE = 4096


def flip_a_bit(chance: random.Random, path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def zero_a_page(chance: random.Random, path: Path) -> None:
    data = bytearray(path.read_bytes())
    at = chance.randrange(len(data)) // PAGE * PAGE
    end = min(at + PAGE, len(data))
    if not any(data[at:end]):
        at, end = 0, min(PAGE, len(data))
    data[at:end] = bytes(end - at)
    path.write_bytes(data)


def cut(chance: random.Random, path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: chance.randrange(len(data))])


def remove(_: random.Random, path: Path) -> None:
    path.unlink()


def put_another_in_its_place(chance: random.Random, path: Path) -> None:
    data = bytearray(path.read_bytes())
    path.write_bytes(bytes(chance.randrange(256) for _ in data))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of two segments."""
    folder = tmp_path_factory.mktemp("sound") / "index"
    index, chance = Index.create(folder, "library-1"), random.Random(8)
    for _ in range(2):
        index.replace({found.id: found for found in (some_document(chance) for _ in range(40))}.values())
    index.close()
    return folder


@pytest.mark.parametrize("damage", [flip_a_bit, zero_a_page, cut, remove, put_another_in_its_place])
def test_damage_is_found_every_time(sound: Path, tmp_path: Path, damage: Callable[[random.Random, Path], None]) -> None:
    chance = random.Random(damage.__name__)
    for trial in range(TRIALS):
        folder = tmp_path / str(trial)
        shutil.copytree(sound, folder)
        files = sorted(path for path in folder.iterdir() if path.stat().st_size)
        damage(chance, chance.choice(files))
        with pytest.raises(IndexDamaged):
            Index.open(folder, "library-1")
        shutil.rmtree(folder)


def test_no_pickle_is_read(sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> object:
        raise AssertionError("a pickle was read")

    monkeypatch.setattr(pickle, "load", refuse)
    monkeypatch.setattr(pickle, "loads", refuse)
    folder = tmp_path / "index"
    shutil.copytree(sound, folder)
    index = Index.open(folder, "library-1")
    for typed in ("herring", "her*", "hering~", '"herring cod"', "date:2024-02 cod", "speaker:vasmark", "NOT cod"):
        query = parse(typed).query
        assert query is not None and index.search(query, names, limit=10).total
    index.replace([some_document(random.Random(1))])
    assert index.tidy()
    assert index.ids()
