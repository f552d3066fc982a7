"""Searching in the real window."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.gui.driver import Driver

K = Qt.Key


def test_hits_come_while_one_types(window: Driver) -> None:
    window.search("herr")
    window.wait(lambda: window.window.searching.hits)
    assert window.window.frame.hits.isVisible()
    assert "in" in window.status[0] and window.status[0].endswith("ms")


def test_enter_opens_the_first_hit_and_marks_the_words(window: Driver) -> None:
    window.search("herring")
    window.key(K.Key_Return)
    window.wait(lambda: window.reading is not None)
    assert window.current == window.window.searching.hits[0].id
    window.wait(lambda: window.status[2].startswith("hit 1 of"))


def test_enter_again_and_f3_go_through_places_and_then_to_the_next_hit(window: Driver) -> None:
    window.search("herring")
    window.key(K.Key_Return)
    window.wait(lambda: window.status[2].startswith("hit 1 of"))
    first, second = (hit.id for hit in window.window.searching.hits[:2])
    places = int(window.status[2].rsplit(" ", 1)[1])
    for number in range(2, places + 1):
        window.key(K.Key_Return if number % 2 else K.Key_F3)
        assert window.current == first
        assert window.status[2] == f"hit {number} of {places}"
    window.key(K.Key_F3)
    window.wait(lambda: window.current == second)


def test_f3_stays_in_the_article_while_the_find_bar_is_open(window: Driver) -> None:
    window.search("herring")
    window.key(K.Key_Return)
    window.wait(lambda: window.reading is not None)
    here = window.current
    window.key(K.Key_F, Qt.KeyboardModifier.ControlModifier)
    window.type("the")
    for _ in range(40):
        window.key(K.Key_F3)
    assert window.current == here


def test_j_goes_through_the_hits_while_searching(window: Driver) -> None:
    window.search("herring")
    window.key(K.Key_Return)
    window.wait(lambda: window.reading is not None)
    window.key(K.Key_F6)
    second = window.window.searching.hits[1].id
    window.key(K.Key_J)
    window.wait(lambda: window.current == second)


def test_an_empty_result_says_which_word_was_not_found(window: Driver) -> None:
    window.search("hering sound")
    window.key(K.Key_Return)
    searching = window.window.searching
    window.wait(lambda: searching.page is not None and len(searching.page.words) == 2)
    page = searching.page
    assert page is not None and page.total == 0
    counts = {word.word: word.count for word in page.words}
    assert counts["hering"] == 0 and counts["sound"] > 0
    assert {word.word: word.instead for word in page.words}["hering"] == "herring"


def test_what_was_left_out_is_said_once_its_word_is_typed(window: Driver) -> None:
    hits = window.window.frame.hits
    window.search("herring the")
    window.wait(lambda: window.window.searching.hits)
    assert hits.notes() == ""
    window.key(K.Key_Return)
    window.wait(lambda: hits.notes() != "")
    assert hits.notes().startswith('"the" is in nearly every article')


def test_a_proposed_word_is_searched_for(window: Driver) -> None:
    window.search("hering")
    window.wait(lambda: window.window.searching.active)
    window.window.frame.hits.query_proposed.emit("herring")
    window.wait(lambda: window.window.searching.hits)
    assert window.window.tool_bar.field.text() == "herring"


def test_a_query_that_cannot_be_read_is_explained_when_it_is_taken(window: Driver) -> None:
    window.search('speeker:"Ilse')
    window.key(K.Key_Return)
    window.wait(lambda: window.window.searching.active)
    assert window.window.searching.hits == ()


def test_clearing_the_field_gives_the_list_back(window: Driver) -> None:
    window.search("herring")
    window.wait(lambda: window.window.searching.active)
    window.window.tool_bar.field.selectAll()
    window.key(K.Key_Delete)
    assert not window.window.searching.active
    assert window.window.frame.list.isVisible()
    assert window.status[0].endswith("unread")


def test_hits_have_their_own_width_and_the_list_keeps_its(window: Driver) -> None:
    frame = window.window.frame
    before = frame.list.width()
    window.search("herring")
    window.wait(lambda: frame.hits.isVisible())
    assert frame.hits.width() == 400
    window.key(K.Key_Escape)
    assert frame.list.width() == before == 336


def test_an_unknown_field_is_explained_while_it_is_typed_and_when_it_is_taken(window: Driver) -> None:
    sentence = 'No field "speeker". Did you mean speaker?'
    window.search("speeker:x")
    window.wait(lambda: window.window.frame.hits.error() == sentence)
    window.key(K.Key_Return)
    window.wait(lambda: window.window.searching.words == "speeker:x" and not window.window.searching.page)
    assert window.window.frame.hits.error() == sentence
    assert not window.status[0].endswith("ms")


def test_a_query_of_signs_alone_is_explained(window: Driver) -> None:
    window.search("((")
    window.wait(lambda: window.window.frame.hits.error() == "No closing parenthesis. Searched to the end.")
    window.key(K.Key_Return)
    window.qtbot.wait(300)
    assert window.window.frame.hits.error() == "No closing parenthesis. Searched to the end."


def test_the_place_of_a_hit_goes_with_its_search(window: Driver) -> None:
    window.search("herring")
    window.key(K.Key_Return)
    window.wait(lambda: window.status[2].startswith("hit 1 of"))
    window.window.tool_bar.field.selectAll()
    window.type("zzyzx")
    window.wait(lambda: window.status[2].endswith(" words"))
    window.window.tool_bar.field.selectAll()
    window.type("herring")
    window.key(K.Key_Return)
    window.wait(lambda: window.status[2].startswith("hit 1 of"))
    window.key(K.Key_Escape)
    assert window.status[2].endswith(" words")


def test_going_to_the_search_selects_what_stands_there(window: Driver) -> None:
    window.search("herring")
    window.window.commands.search.trigger()
    assert window.window.tool_bar.field.selectedText() == "herring"
