"""Names of people as bylines print them: "Ilse Marenko, Transport correspondent", "A and B", "김하늘 기자"."""

from __future__ import annotations

import re

from reader.ingest.plain import agencies
from reader.ingest.plain.phrases import SECTIONS

_AND = re.compile(r"\s*,\s*(?:and|&|und|et|y|e)\s+|\s+(?:and|&|with|und|avec|mit|et|og|och|con)\s+|\s*[,;]\s*", re.I)
_AND_SHORT = re.compile(r"\s+(?:y|e|i|en|ve|com)\s+")
"""Too short to divide English names, and enough between the names of their own languages."""
_NAME_WORD = re.compile(r"(?:[^\W\d_]\.){1,3}|(?:[A-Z]\.)?[^\W\d_](?:[^\W\d_]|['’.\-‑](?=[^\W\d_]))*\.?")
_PARTICLES = frozenset(
    "de del della der den di da do dos das du la le van von zu zur bin binti ibn al el ben ter ten af av y e".split()
)
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())
# Words that are written like names in a byline and belong to none.
_NO_NAME = frozenset(
    """
    staff writer writers reporter reporters correspondent editor editors contributor special senior chief bureau
    political business national foreign photos photo foto fotos bild tarihi video
    updated published posted monday tuesday wednesday
    thursday friday saturday sunday the a an our your this his her its their today by in at from for of to on is
    are was with and or not how why what who when where más read more get sign subscribe newsletter newsletters
    audio podcast podcasts home page menu search login about contact privacy policy terms cookie cookies follow
    share comments stories story top latest breaking live update updates edition editions store shop games
    puzzles crossword jobs careers advertise events best new first last back next click here show view load
    close open press release par von por di der die das les los une un ein eine son dakika haberler las gli lo
    os as house court city county state university north south east west central united states kingdom park
    street
    """.split()
) | {word for section in SECTIONS for word in section.split()}
_ROLE = (
    r"correspondents?|editors?|editor-at-large|reporters?|writers?|columnists?|journalists?|producers?|photographers?"
    r"|analysts?|critics?|bureau chief|chief|fellow|intern|contributors?|staff|anchor|commentator|desk|team|author"
    r"|correspondante?|envoyée? spéciale?|journaliste|redakteur(?:in)?|reporterin|korrespondent(?:in)?|autor(?:in)?"
    r"|corresponsal|periodista|redactora?|redattore|giornalista|inviat[oa]|repórter|jornalista|muhabiri?|verslaggever"
)
_ROLE_LINE = re.compile(rf"(?:[\w&'’.\-]+,?\s){{0,6}}(?:{_ROLE})(?:,?\s[\w&'’.\-]+){{0,6}}", re.I)
_ROLE_TAIL = re.compile(
    r"\s*[,|(–—-]?\s*\b(?:(?:senior|chief|deputy|assistant|associate|special|digital|national|international|local"
    r"|breaking|news|political|politics|health|science|education|home|foreign|diplomatic|security|defen[cs]e"
    r"|legal|social|affairs"
    r"|economics?|business|technology|tech|media|arts?|culture|sports?|football|consumer|money|royal|religion"
    r"|transport"
    r"|environment|climate|energy|europe|asia|africa|china|us|uk|world|community|data|investigations?|investigative"
    rf"|features?|opinion|video|photo|crime|courts?|city|state|general|and|&|of|for|the|freelance)[\s-]){{0,5}}"
    rf"(?:{_ROLE})\b.*$",
    re.IGNORECASE,
)
_PLACE_AFTER = re.compile(r"(?:\s+(?:in|à|en|aus|from|reporting from)\s+[A-ZÀ-Þ].*|\s*\([^()]*\)|\s*@\w+|\s+\S+@\S+)$")
_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}(?:[、,，\s]+[\u4e00-\u9fff]{2,4}){0,3}")
_BRACKETS = re.compile(r"\s*\([^()]{0,60}\)")
_ARTICLES = frozenset("le la il el".split())  # "Le Figaro", "La Repubblica": papers, as far as two words go
_PLACES = frozenset(
    "new york|los angeles|san francisco|buenos aires|hong kong|são paulo|sao paulo|new delhi|kuala lumpur"
    "|tel aviv|mexico city"
    "|abu dhabi|cape town|addis ababa|rio de janeiro|las vegas|san diego|costa rica|puerto rico|saudi arabia"
    "|south korea"
    "|north korea|sri lanka|el salvador|new zealand|south africa|port elizabeth|salt lake city|st petersburg|santa fe"
    "|middle east|latin america|donald trump|joe biden|vladimir putin".split("|")
)
_FOR = re.compile(r"\s+(?:for|FOR)\s+(?:[A-Z].*|dailymail.*)$")
_GLUED_ROLE = re.compile(
    r"(?<=[A-Za-zÀ-ÿ])(?=STAFF WRITER|Staff Writer|SENIOR|Senior|CONTRIBUT|Contribut|Published|PUBLISHED)"
)
_EAST_ASIAN = re.compile(
    r"(?:기자|記者|记者|本报记者|作者)\s?[:：]?\s?([가-힣\u4e00-\u9fff]{2,4})"
    r"|([가-힣]{2,4}|[\u4e00-\u9fff]{2,4}) ?(?:기자|特派員|記者)"
)


def names_in(words: str) -> tuple[str, ...]:
    """The people named in words that a page gives as its authors; publications among them are left out."""
    return tuple(dict.fromkeys(name for part in re.split(r"\s+[|•·]\s+|\s*;\s*", words) for name in names_of(part)))


def names_of(words: str, *, and_short: bool = False) -> tuple[str, ...]:
    """The names in "Ilse Marenko, Tomas Ardell and Pieter Okonski, Staff Writers"; empty when the first is no name."""
    asian = east_asian_name(words)
    if asian:
        return (asian,)
    if _HAN.fullmatch(words):
        return tuple(re.split(r"[、,，\s]+", words))
    words = _FOR.sub("", _GLUED_ROLE.sub(" ", _BRACKETS.sub(" ", words)))
    found: list[str] = []
    parts = [piece for part in _AND.split(words) for piece in (_AND_SHORT.split(part) if and_short else (part,))]
    for part in parts:
        name = _PLACE_AFTER.sub("", part.strip()).strip(" .")
        if not is_name(name):
            name = _ROLE_TAIL.sub("", name).strip(" ,.|")
        if not found and name != part.strip() and agencies.is_surely_publication(name):
            return ()  # "Kestholm Press Staff Writers"
        if name.casefold() in _SUFFIXES and found:
            found[-1] += ", " + name
        elif is_name(name) and not (found and agencies.is_publication(name)):
            found.append(_in_name_case(name))
        elif not found:
            return ()
    return tuple(found)


def is_name(words: str) -> bool:
    """Whether words look like the name of one person: two to five, capital, no figures."""
    parts = words.split()
    if parts and parts[-1].casefold() in _SUFFIXES:
        parts = parts[:-1]
    if not 2 <= len(parts) <= 5 or len(words) > 60 or (len(parts) == 2 and parts[0].casefold() in _ARTICLES):
        return False
    if words.casefold() in _PLACES:
        return False
    for part in parts:
        if part.casefold() in _PARTICLES:
            continue
        if (
            part.casefold().rstrip(".") in _NO_NAME
            or part.endswith(("'s", "’s"))
            or not part[0].isupper()
            or not _NAME_WORD.fullmatch(part)
        ):
            return False
    return parts[0][0].isupper() and parts[-1][0].isupper()


def east_asian_name(words: str) -> str:
    """The name in "김하늘 기자" or "记者 张三", which are names by the word for reporter; else empty."""
    found = _EAST_ASIAN.fullmatch(words.strip()) if len(words) < 20 else None
    return (found[1] or found[2]) if found is not None else ""


def is_role_line(words: str) -> bool:
    """Whether a line only says what its author is: "Journalist", "Health correspondent", "Reporter, Nation Media"."""
    return len(words) < 60 and not words.endswith((".", "?", "!", ":")) and _ROLE_LINE.fullmatch(words) is not None


def _in_name_case(name: str) -> str:
    """ "HARRIET KONG" as "Harriet Kong"; a name that has small letters stays as it is."""
    if not name.isupper():
        return name
    return " ".join(word if "." in word else word.title() for word in name.split())
