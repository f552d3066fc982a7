"""Finds the noun phrase that ends or begins at a word: who speaks, and who is spoken to."""

from __future__ import annotations

from reader.core.kinds import Kind
from reader.language.scene import Range, Scene

PRONOUNS = frozenset("he she they it we i you who".split())
DETERMINERS = frozenset(
    "the a an this that these those some many several other another both all most few no each".split()
)
POSSESSIVES = frozenset("his her their its my our your".split())
_NO_HEADS = frozenset(
    "there here then now also however what which while when where as if because although though that not n't only"
    " just".split()
)
_FROM_TITLE = frozenset("of for at in from with".split())
_CLITICS = frozenset(("'s", "’s"))
_LONGEST = 16


def ending_at(scene: Scene, i: int, least: int) -> Range | None:
    """The phrase whose last word is token ``i``, not reaching below ``least``."""
    lowers = scene.tokens.lowers
    if i < least or scene.quoted(i):
        return None
    name = scene.name(i)
    if lowers[i] in PRONOUNS and not name:
        return i, i + 1
    if not name and not _is_head(scene, i) and scene.timed[i] != 2:
        return None
    j = max(name.first, least) if name else i
    while scene.timed[i] == 2 and j > least and scene.timed[j - 1] == 2:
        j -= 1
    while j > least and i - j < _LONGEST:
        step = _left(scene, j, least, i)
        if step == j:
            break
        j = step
    return (j, i + 1) if lowers[j] not in ("and", "of", "'s") else None


def _left(scene: Scene, j: int, least: int, last: int) -> int:
    """One step to the left from a phrase that begins at ``j``; ``j`` itself where it begins there."""
    lowers, prev = scene.tokens.lowers, j - 1
    low = lowers[prev]
    if scene.quoted(prev) or lowers[j] in DETERMINERS | POSSESSIVES and low not in _FROM_TITLE | {"and"}:
        return j
    name = scene.name(prev)
    if name:
        closed = (
            lowers[j] in DETERMINERS
            or name.kind is Kind.PERSON
            and lowers[j] not in _CLITICS | {"and", "or"}
            and scene.is_person(j)
        )
        return j if closed else max(name.first, least)
    if low in _CLITICS or low in ("'", "’") and scene.tokens.touching(prev) and lowers[prev - 1].endswith("s"):
        return prev
    if low in DETERMINERS | POSSESSIVES:
        return prev
    if low in _FROM_TITLE:
        return _over_preposition(scene, j, prev, least)
    if low in ("and", "or"):
        return _over_and(scene, j, prev, least)
    if lowers[j] in DETERMINERS | POSSESSIVES or scene.timed[prev] == 1 or not scene.tokens.words[prev][0].isalnum():
        return j
    return prev if _fits_inside(scene, prev) else j


def _over_preposition(scene: Scene, j: int, prev: int, least: int) -> int:
    """Over "for" in "a spokesman for the ministry": only behind a title, a body or a name of a body."""
    if prev - 1 < least:
        return j
    head, low = scene.tokens.lowers[prev - 1], scene.tokens.lowers[prev]
    name = scene.name(prev - 1)
    if name:
        return name.first if low == "of" and name.kind is not Kind.PERSON and name.first >= least else j
    titled = head in scene.words.titles or head in scene.words.plural_titles or head in scene.words.bodies
    plain = low == "of" and scene.tag(prev - 1) == "n"
    return prev - 1 if titled or plain else j


def _over_and(scene: Scene, j: int, prev: int, least: int) -> int:
    """Over "and" between two people, or two nouns of one phrase."""
    if prev - 1 < least or scene.quoted(prev - 1):
        return j
    other = scene.name(prev - 1)
    here = scene.name(j)
    if other and other.first >= least and (here or _titled(scene, j)):
        return other.first if other.kind is not Kind.PLACE or here and here.kind is Kind.PLACE else j
    plain = not other and scene.tokens.lowers[prev - 1] in scene.words.titles | scene.words.plural_titles and not here
    return prev - 1 if plain else j


def _titled(scene: Scene, j: int) -> bool:
    return any(scene.tokens.lowers[k] in scene.words.titles for k in range(j, min(j + 6, len(scene.tokens))))


def _is_head(scene: Scene, i: int) -> bool:
    low, word = scene.tokens.lowers[i], scene.tokens.words[i]
    if (
        not word[0].isalpha()
        or low in _NO_HEADS
        or low in DETERMINERS
        and low not in ("some", "many", "several", "both", "others", "another", "most", "few")
    ):
        return False
    if low in scene.words.titles or low in scene.words.plural_titles or low in scene.words.bodies:
        return True
    return scene.words.lexicon.get(low, "n")[0] in "nj"


def _fits_inside(scene: Scene, i: int) -> bool:
    low = scene.tokens.lowers[i]
    if low in scene.words.titles or low in scene.words.modifiers or low in scene.words.plural_titles:
        return True
    tags = scene.words.lexicon.get(low)
    if tags is None:
        return scene.tokens.words[i][0].isalpha()
    return tags[0] in "njc" or tags[0] in "gd" and "j" in tags or low in ("one", "two", "three", "four", "five", "six")


def starting_at(scene: Scene, i: int, end: int) -> Range | None:
    """The phrase that begins at token ``i``, not reaching ``end``; a person's name closes it."""
    lowers, first = scene.tokens.lowers, i
    if i >= end or scene.quoted(i):
        return None
    if lowers[i] in PRONOUNS and not scene.name(i):
        return i, i + 1
    headed = False
    while i < end and i - first < _LONGEST and not scene.quoted(i):
        name = scene.name(i)
        if name:
            i, headed = name.last, True
            if name.kind is Kind.PERSON and not (i < end and lowers[i] in _CLITICS):
                if not (i + 1 < end and lowers[i] == "and" and (scene.is_person(i + 1) or _titled(scene, i + 1))):
                    return first, i
                i += 1
        elif (
            lowers[i] in DETERMINERS | POSSESSIVES
            and (i == first or lowers[i - 1] in _FROM_TITLE or lowers[i - 1] == "and")
            or lowers[i] in _CLITICS
            and headed
            or lowers[i] in _FROM_TITLE
            and headed
            and _goes_over(scene, i, end)
        ):
            i += 1
        elif (
            scene.tokens.words[i][0].isalnum() and not scene.timed[i] and (_fits_inside(scene, i) or _is_head(scene, i))
        ):
            headed = headed or _is_head(scene, i)
            i += 1
        else:
            break
    while i > first and lowers[i - 1] in DETERMINERS | POSSESSIVES | _FROM_TITLE:
        i -= 1
    return (first, i) if headed and i > first else None


def _goes_over(scene: Scene, i: int, end: int) -> bool:
    """Whether the phrase goes on behind a preposition: "director of the port", "officials in Vasmark"."""
    head, low = scene.tokens.lowers[i - 1], scene.tokens.lowers[i]
    titled = head in scene.words.titles or head in scene.words.plural_titles or head in scene.words.bodies
    return i + 1 < end and not scene.timed[i + 1] and (low == "of" and not scene.is_person(i - 1) or titled)
