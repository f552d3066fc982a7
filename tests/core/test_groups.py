from reader.core.article import ArticleId
from reader.core.groups import one_of_each


def test_a_list_shows_the_first_of_each_group_and_whoever_is_alone() -> None:
    ids = [ArticleId(letter) for letter in "abcdef"]
    numbers = {ids[1]: 7, ids[3]: 7, ids[2]: 9, ids[5]: 7, ArticleId("gone"): 9}
    assert list(one_of_each(ids, numbers)) == [*"abce"]
