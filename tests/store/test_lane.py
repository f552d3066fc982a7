import pytest

from reader.core.reasons import Trouble
from reader.store.lane import lane
from reader.store.opening import Store


def test_two_never_work_at_once(store: Store) -> None:
    with lane(store.folder), pytest.raises(Trouble) as caught, lane(store.folder, wait_ms=20):
        pass
    assert caught.value.reason.code == "busy"


def test_the_lane_is_free_again(store: Store) -> None:
    with lane(store.folder):
        pass
    with lane(store.folder, wait_ms=20):
        pass


def test_marks_may_be_written_while_the_lane_is_held(store: Store) -> None:
    with lane(store.folder), store.writing() as db:
        db.execute("INSERT INTO run (started) VALUES ('now')")


def test_a_lock_file_that_is_no_database_is_made_anew(store: Store) -> None:
    (store.folder / "writer.lock").write_bytes(b"rubbish" * 1000)
    with lane(store.folder, wait_ms=20), pytest.raises(Trouble) as caught, lane(store.folder, wait_ms=20):
        pass
    assert caught.value.reason.code == "busy"
