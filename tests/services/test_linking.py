from reader.core.annotations import Chain
from reader.core.article import ArticleId
from reader.core.kinds import Kind
from reader.services.linking import key_of

ONE, OTHER = ArticleId("1" * 16), ArticleId("2" * 16)


def key(name: str, kind: Kind = Kind.PERSON, article: ArticleId = ONE) -> str:
    return key_of(Chain(1, name, kind), article)


def test_a_full_name_is_one_person_in_all_articles() -> None:
    assert key("Ilse Marenko", article=ONE) == key("Ilse Marenko", article=OTHER)


def test_a_surname_alone_stays_with_its_article() -> None:
    assert key("Marenko", article=ONE) != key("Marenko", article=OTHER)
    assert key("Marenko") != key("Ilse Marenko")


def test_two_first_names_are_two_people() -> None:
    assert key("Ilse Marenko") != key("Viktor Marenko")


def test_senior_and_junior_are_two_people() -> None:
    assert key("Aldo Reim Sr.") != key("Aldo Reim Jr.")


def test_a_place_with_one_word_is_the_same_everywhere() -> None:
    assert key("Tolvik", Kind.PLACE, ONE) == key("TOLVIK", Kind.PLACE, OTHER)


def test_kinds_are_kept_apart() -> None:
    assert key("Tolvik", Kind.PLACE) != key("Tolvik", Kind.ORGANIZATION)
