"""Whether a text is English. What is not is left unannotated, since the annotators know no other language."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SLICES, _SLICE = 6, 3000
"""A long text is judged by slices spread over it, so that judging takes no longer than reading two pages."""

_ENGLISH = frozenset(
    "the of and to that with from by he she it its his her hers him their they them you your our i's are were been be"
    " has have had not this these those which who whom whose what when where while would could should can will may"
    " might must said says say but or if than then there here about after before over under into out up down off only"
    " more most some any all each other such no nor because since until between against during without within at as"
    " new year years one two three first last people government percent million week month day officials police how why"
    " don't didn't isn't wasn't can't won't i'm it's we're they're for is was on in"
    " make made take get got go went come came know think see just like also now very much many".split()
)
"""The commonest words of English news."""

_OTHERS = {
    "es": "de la el los las que y en un una por con para del se su al lo como más pero sus este esta fue ha son"
    " está también",
    "fr": "le les et des du est pour qui dans sur pas au aux ce une il elle sont plus avec par cette été ont"
    " mais nous leur",
    "de": "der die und den von zu das mit sich des auf für ist dem nicht ein eine als auch es bei einen einer"
    " wird sind nach aus wie",
    "nl": "het een van dat niet voor met zijn ook op te maar naar bij wordt werd hij zij deze aan om uit nog"
    " heeft worden",
    "af": "nie vir hulle ons wat sal hy sy word kan gesê deur moet nog",
    "it": "di che è della per non sono il gli nel alla dei delle anche dal ha ma più si come",
    "pt": "o os da do em não uma dos das ao foi mais pelo pela seu sua são às",
    "id-ms": "yang dan untuk dari pada ini itu dengan tidak akan oleh juga dalam telah mereka ke karena kata"
    " adalah ada",
    "sv": "och att det som på är av för med den till inte han hon ett om har var kommer skulle vid en",
    "da-no": "og af ikke til er jeg fra ble blev hun eller etter efter også sier siger vil være være fordi skal et",
    "tr": "bir ve bu için ile olarak daha çok olan gibi kadar sonra dedi ancak değil",
    "pl": "nie się na z że w jest jak przez oraz po tym który która są ale od ich tego został",
    "cs-sk": "je že se v ve s za jsou byl byla které který jako pro ale ze uvedl řekl",
    "hu": "az egy és hogy nem volt meg csak már még vagy szerint azt ezt",
    "ro": "și în cu care sunt fost pentru această din au pe mai să prin",
    "fi": "ja ei että oli mutta kun hän sen mukaan myös joka ovat",
    "tl": "ang ng mga sa na ay hindi ito para siya kung nang",
    "sw": "ya wa kwa ni katika na hii huo yake wake alisema kuwa watu",
    "vi": "là của và có không được trong cho một những với các người này đã",
    "ca": "el i dels per amb una les als va són ser",
    "hr-sr": "koje koji je su se i u na da za od kako što bi nije",
    "lv-lt": "ir ar no un par uz kas tas bija",
}
"""The commonest words of other languages."""

_ALSO_ENGLISH = frozenset(
    "a an i me so do son per die van hat den may sin man pa un care met plus wa wake word es".split()
)
_OTHER = frozenset(" ".join(_OTHERS.values()).split()) - _ENGLISH - _ALSO_ENGLISH

_IN_NAMES = frozenset(
    "de la el los las du des del da di le der den von van al das dos y il ang o u e ni na sur".split()
)
"""These stand in names as well ("Ana de los Santos"), so they count no more than the surer words beside them."""

_WORD = re.compile(r"(?<![\w@./])[^\W\d_]++(?:['’][^\W\d_]++)?+(?![@/]|\.\w)")
"""No part of an address."""
_ENOUGH, _RUNNING, _SHARE = 3, 25, 0.05


def is_english(text: str) -> bool:
    """Whether a text is English. A short one, a headline or a table is English unless it clearly is not.

    Pure; takes the same time however long the text is.
    """
    words = [word for piece in _slices(text) for word in _WORD.findall(piece)]
    if _foreign_letters(words):
        return False
    # A capital is a name's ("Le Pen") or an acronym's, unless the whole text is in capitals.
    plain = [word for word in words if word[0].islower()] or [word.lower() for word in words if word.isupper()]
    names = sum(word in _IN_NAMES for word in plain)
    sure = sum(word in _OTHER and word not in _IN_NAMES for word in plain)
    english = sum(word.lower().replace("’", "'") in _ENGLISH for word in words)
    other = sure + min(names, sure)
    if other > english and (other >= _ENOUGH or not english and other == _ENOUGH - 1):
        return False
    # A language without a list: prose that lacks the words without which there is no English.
    return len(plain) < _RUNNING or english >= _SHARE * len(plain)


def language_of(text: str) -> str:
    """ "en" for English, else "und": the language is not determined."""
    return "en" if is_english(text) else "und"


def _slices(text: str) -> Iterable[str]:
    if len(text) <= _SLICES * _SLICE:
        return (text,)
    step = (len(text) - _SLICE) // (_SLICES - 1)
    return (text[n * step : n * step + _SLICE] for n in range(_SLICES))


def _foreign_letters(words: list[str]) -> bool:
    """Whether more than half of the letters belong to no Latin alphabet."""
    letters = "".join(words)
    # Latin letters with all their marks end at U+024F; those of Vietnamese stand at U+1E00 to U+1EFF.
    latin = sum(ch < "\u0250" or "\u1e00" <= ch <= "\u1eff" for ch in letters)
    return latin * 2 < len(letters)
