import pytest

from reader.core.query_names import nearest_names

KNOWN = ("Ilse Marenko", "Marenko", "Tomas Ardell", "Coastline Press", "Vasmark")


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("Ilse Marenco", ("Ilse Marenko",)),
        ("marenco", ("Ilse Marenko",)),
        ("Ardel", ("Tomas Ardell",)),
        ("Vasmarck", ("Vasmark",)),
        ("Okonski", ()),
        ("", ()),
    ],
)
def test_the_nearest_names(typed: str, near: tuple[str, ...]) -> None:
    assert nearest_names(typed, KNOWN) == near
