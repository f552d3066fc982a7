"""Dates and times as pages give them to machines and print them for people, in the languages of the world.

A printed date is put into English words first, and then read by ``reader.ingest.dates`` as any other.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import cache

from reader.core.article import Published
from reader.ingest.dates import make_date, read_stamp
from reader.paths import resource

_LONGEST = 200  # code points; a longer text is no date
_ENGLISH = "January February March April May June July August September October November December".split()
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:T|\s|,){1,3}(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?"
    r"\s?(?:(Z|(?:UTC|GMT)(?![+-]))|(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?)?)?(?![\d:])"
)
_HALVES = re.compile(r"\s?[AaPp]\.?[Mm]\b")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(?:\d{2})?(?:(Z)|([+-])(\d{2}):?(\d{2}))?)?")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?(?:\.\d{1,6})?")
_DOTTED_CLOCK = re.compile(r"\b(\d{4}-\d{2}-\d{2})(,?\s)(\d{1,2})\.(\d{2})(?![\d.])")
_ASIAN_DAY = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?")
_ASIAN_TIME = re.compile(r"(\d{1,2})\s?[時时시点點]\s?(?:(\d{1,2})\s?[分분]?)?")
_DOTTED_YEAR = re.compile(r"\b(\d{4})[./]\s?(\d{1,2})[./]\s?(\d{1,2})(?!/|\.?\d)\.?")
_BEFORE_NOON, _AFTER_NOON = ("午前", "上午", "早上", "오전"), ("午後", "下午", "晚上", "오후")
_HALF_DAY = re.compile(rf"({'|'.join(_BEFORE_NOON + _AFTER_NOON)})\s?(\d{{1,2}}:\d{{2}})")
_SLASHED = re.compile(r"\b(\d{1,2})\s?[/-]\s?(\d{1,2})\s?[/-]\s?(\d{4})\b")
_LITTLE = re.compile(r"(?<=[\d.])\s(?:de|del|d['’]|of|di|do)\s|(?<=[^\W\d_])[.,]?\s(?:de|del|of|di|do)\s(?=\d{4}\b)")
_ORDINAL = re.compile(
    r"\b(\d{1,2})(?:er|º|ª|\.º|ème|-?(?:го|а|е))(?=\s)|(?<=\d{4})\s[mргж]\.|(?<=\d{4})\s?(?:г|р)\b\.?"
)
_DAY_MARK = re.compile(r"(?<=\d)\.(?=\s[^\W\d_])|(?<=\d)\s(?:d|ден)\.?(?=[\s,]|$)")
_WORD = re.compile(
    r"[\u0e01-\u0e4e]{1,3}\.[\u0e01-\u0e2e]\.?|[^\s\d.,:;/()|\[\]<>«»\"-]{2,20}(?:\s(?:الثاني|الأول|الاول))?"
)
_CLOCK = re.compile(
    r"\b(\d{1,2})\s?(?:h|u|:|\.)\s?(\d{2})(?=\s?(?:Uhr|h|hs|hrs|uur|WIB|WITA|WIT|$|\)|[A-Z]{2,5}\b))|\b(\d{1,2})h(\d{2})\b"
)
_YEAR_FIRST = re.compile(rf"\b(\d{{4}})\.?\s({'|'.join(_ENGLISH)})\s(\d{{1,2}})\b")
_LATVIAN = re.compile(r"\b(\d{4})\. gada (\d{1,2})\.\s?([^\W\d_]{3,12})")
_BUDDHIST = re.compile(r"\b(2[45]\d{2})\b")
_ZONES = {
    "MESZ": "CEST", "MEZ": "CET", "МСК": "MSK", "IST": "+05:30", "BRT": "-03:00", "ART": "-03:00", "COT": "-05:00",
    "PET": "-05:00", "CLT": "-04:00", "EAT": "+03:00", "WAT": "+01:00", "CAT": "+02:00", "GST": "+04:00",
    "NPT": "+05:45", "WITA": "+08:00", "WIT": "+09:00", "TSİ": "+03:00", "ICT": "+07:00",
}  # fmt: skip
_ZONE = re.compile(rf"\b({'|'.join(_ZONES)})\b")


def read_moment(words: str, language: str = "") -> Published | None:
    """The first date of a text with its time and offset, as far as they are given; None where there is none.

    ``language`` is that of the page ("en-US", "hr"): it tells which figure of 1/2/2026 is the month.
    Midnight without an offset is what machines write for a bare date.
    """
    bare = words.strip()
    if not bare or len(bare) > _LONGEST:
        return None
    bare = _DOTTED_CLOCK.sub(r"\1\2\3:\4", bare)
    found = _machine(bare) or _printed(bare, language.lower())
    if found is not None and found.time == dt.time(0) and found.offset is None:
        return Published(found.date)
    return found


def _machine(words: str) -> Published | None:
    if _EPOCH.fullmatch(words):
        seconds = int(words[:10])
        moment = dt.datetime.fromtimestamp(seconds, dt.UTC)
        return Published(moment.date(), moment.time().replace(second=0), 0)
    found = _ISO.match(words) or _COMPACT.fullmatch(words)
    if found is None or (found[4] is not None and _HALVES.match(words, found.end())):
        return None
    year, month, day, hour, minute, utc, sign, hours, minutes = found.groups()
    date = make_date(int(year), int(month), int(day))
    if date is None or date.year < 1900:
        return None
    if hour is None or int(hour) > 23 or int(minute) > 59:
        return Published(date)
    offset = 0 if utc else None
    if sign:
        east = int(hours) * 60 + int(minutes or 0)
        offset = (east if sign == "+" else -east) if east <= 14 * 60 else None
    return Published(date, dt.time(int(hour), int(minute)), offset)


def _printed(words: str, language: str) -> Published | None:
    stamp = read_stamp(_in_english(words, language))
    return Published(stamp.date, stamp.time, stamp.offset) if stamp is not None else None


def _in_english(words: str, language: str) -> str:
    """The same date with figures, months, halves of the day and zones as English pages print them."""
    text = "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() and c.isdecimal() else c for c in words)
    text = _ASIAN_DAY.sub(r"\1-\2-\3 ", text)
    text = _ASIAN_TIME.sub(lambda m: f"{m[1]}:{int(m[2] or 0):02d} ", text)
    text = _HALF_DAY.sub(lambda m: f"{m[2]} {'am' if m[1] in _BEFORE_NOON else 'pm'}", text)
    text = _DOTTED_YEAR.sub(r"\1-\2-\3 ", text)
    text = _SLASHED.sub(lambda m: _slashed(m, language), text)
    if language.startswith("th"):
        text = _BUDDHIST.sub(lambda m: str(int(m[1]) - 543), text)
    text = _LATVIAN.sub(r"\2 \3 \1", text)
    text = _ORDINAL.sub(lambda m: m[1] or "", text)
    text = _LITTLE.sub(" ", text)
    text = _DAY_MARK.sub("", text)
    text = _WORD.sub(lambda m: _month(m[0], language) or m[0], text)
    text = _YEAR_FIRST.sub(r"\3 \2 \1", text)
    text = _CLOCK.sub(lambda m: f"{m[1] or m[3]}:{m[2] or m[4]}", text)
    return _ZONE.sub(lambda m: _ZONES[m[1]], text)


def _slashed(found: re.Match[str], language: str) -> str:
    """Day before month, but in the United States; in English of no country only where one reading is left."""
    one, two, year = int(found[1]), int(found[2]), found[3]
    if language in ("", "en") or max(one, two) > 12:
        return f"{one}/{two}/{year}"
    day, month = (two, one) if language.startswith(("en-us", "en_us")) else (one, two)
    return f"{year}-{month}-{day}"


def _month(word: str, language: str) -> str:
    by_language = _months()
    plain = _plain(word.rstrip("."))
    # Hebrew writes "in March" as one word.
    found = next(
        (
            by_language[key][name]
            for key in (language[:2], "")
            if key in by_language
            for name in (plain, plain.removeprefix("ב"))
            if name in by_language[key]
        ),
        0,
    )
    return _ENGLISH[found - 1] if found else ""


@cache
def _months() -> dict[str, dict[str, int]]:
    """By language, and under "" of all languages: month names without accents. Earlier lines stand above later ones."""
    found: dict[str, dict[str, int]] = {"": {}}
    for line in resource("ingest", "months.tsv").read_text("utf-8").splitlines():
        language, *months = line.split("\t")
        for number, names in enumerate(months, 1):
            for name in map(_plain, names.split("|")):
                found.setdefault(language, {}).setdefault(name, number)
                found[""].setdefault(name, number)
    return found


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c))
