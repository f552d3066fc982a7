"""Finds dates, sums of money, percentages and measures by their form."""

from __future__ import annotations

import re

from reader.core.annotations import Mention
from reader.core.kinds import Kind
from reader.core.spans import Span

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\."
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_PART = r"(?:[Ee]arly|[Ll]ate|[Mm]id|[Ee]arlier|[Ll]ater)"
_LAST = r"(?:[Ll]ast|[Tt]his|[Nn]ext|[Tt]his\ past|[Tt]his\ coming)"
_OF_DAY = r"(?:\ (?:morning|afternoon|evening|night)s?)?"
_NUMBER_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_UNIT = r"(?:day|week|weekend|month|year|decade|century|quarter|summer|spring|fall|autumn|winter|season)"
_DIGIT = r"(?:one|two|three|four|five|six|seven|eight|nine|ten)"
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|1[0-9]th)"
_COUNT = rf"(?:\d[\d,.]{{0,12}}|a|an|{_DIGIT}|eleven|twelve|twenty|thirty|a\ few|a\ couple\ of|several)"
_HOLIDAY = (
    r"Christmas(?:\ Eve|\ Day)?|New\ Year(?:'s|’s|s)?(?:\ (?:Eve|Day))?|Thanksgiving(?:\ Day)?"
    r"|Easter(?:\ Sunday|\ Monday)?|(?:Good|Black)\ Friday|Cyber\ Monday"
    r"|Halloween|Ramadan|Diwali|Juneteenth|Eid\ al-(?:Adha|Fitr)"
    r"|(?:Memorial|Labor|Independence|Veterans|Election|Columbus|Inauguration|Mother's|Father's|Boxing)\ Day"
    r"|(?:Fourth\ of\ July|July\ Fourth)"
)

_DATE = re.compile(
    rf"""(?<![\w$£€])(?:
    (?:19|20)\d\d-\d\d-\d\d(?!\w)
  | (?:{_HOLIDAY})(?!\w)
  | (?:{_PART}[ -])?(?:{_LAST}\ )?(?:{_DAY}){_OF_DAY}(?:,?\ (?:{_MONTH})\ {_NUMBER_DAY}(?:,?\ {_YEAR})?)?(?![\w])
  | (?:{_PART}[ -])?(?:(?:last|next|this|this\ past)\ )?(?:{_MONTH})
      (?:\ {_NUMBER_DAY}(?!\d)(?:\ ?[-–]\ ?{_NUMBER_DAY}(?!\d))?)?
      (?:,?\ {_YEAR}|(?:\ of)?\ (?:last|this|next)\ year)?(?!\w)
  | (?:{_NUMBER_DAY}(?:\ ?[-–]\ ?|\ to\ |\ and\ ))?{_NUMBER_DAY}(?:\ of)?\ (?:{_MONTH})(?:,?\ {_YEAR})?(?!\w)
  | (?:the\ )?(?:{_PART}[ -])?(?:mid-)?(?:{_YEAR[:-4]}\d0s|[’'][1-9]0s)(?!\w)
  | (?:{_PART}[ -])?{_YEAR}(?:[-–](?:20)?\d\d)?(?![\w%]|[,.]\d|-[a-z])
  | (?:{_PART}\ (?:in\ )?)?(?:{_LAST}|[Tt]hat|[Tt]he\ (?:previous|following|same|last|next|past|coming))\ {_UNIT}(?!\w)
  | [Tt]he\ weekend(?!\w)
  | [Tt]he\ (?:past|last|next|coming)\ (?:few|several|10|{_DIGIT})\ {_UNIT}s(?!\w)
  | (?:[Rr]ecent|[Cc]oming)\ (?:days|weeks|months|years|decades)(?!\w)
  | [Ee]arlier\ in\ the\ {_UNIT}(?!\w)
  | (?:{_LAST}|the\ previous)\ (?:morning|afternoon|evening|night)
  | (?:[Tt]onight|[Yy]esterday|[Tt]omorrow|[Tt]oday)(?!\w)
  | (?:{_COUNT}\ )(?:day|week|month|year|decade|centurie)s?\ (?:ago|earlier|later)(?!\w)
  | (?:[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter)(?:\ of)?\ {_YEAR}(?!\w)
  | \d{{1,2}}/\d{{1,2}}/(?:19|20)?\d\d(?!\w)
  | the\ (?:(?:1[0-9]|20|[4-9])th|21st|1st|2nd|3rd|{_ORDINAL})\ century(?:\ (?:B\.?C\.?(?:E\b\.?)?|A\.?D\.?))?
    )""",
    re.VERBOSE,
)
_FIGURE = r"\d{1,15}(?:[,.]\d{1,9}){0,6}"
_SCALE = r"(?:[- \u00a0]?(?:thousand|million|billion|trillion|crore|lakh|mln|bln|bn|tn|m|k|M|B|K|T)\b)?"
_WORDS = r"(?:hundreds|thousands|millions|billions|trillions|tens)"
_CURRENCY = (
    r"(?:(?:U\.S\.|US|Canadian|Australian|Hong\ Kong|Singapore|New\ Zealand)\ )?"
    r"(?:dollars?|euros?|pounds?|cents?|pence|yen|yuan|rubles?|roubles?|rupees?|pesos?|francs?|kroner|kronor|won|rand|shekels?|baht|dirhams?|riyals?|ringgit)"
)
_MONEY = re.compile(
    rf"""(?<![\w.,])(?:
    (?:US|A|C|HK|NZ|S|AU|CA|R|N|J)?[$£€¥₹₩₦]\ ?{_FIGURE}{_SCALE}(?:\ dollars?(?!\w))?
  | (?:Rs\.?|USD|EUR|GBP|Dh|Dhs|AED|RM|KES|Sh|Ksh\.?|Tk|QR|SR|KD|R|[NG]H?[$₵]|NT\$)\ ?{_FIGURE}{_SCALE}
  | (?:{_FIGURE}{_SCALE}|(?:{_WORDS}\ of\ ){{1,3}}|{_DIGIT}\ (?:hundred|thousand|million|billion|trillion))
      [- ]?{_CURRENCY}(?!\w)
    )""",
    re.VERBOSE,
)
_MEASURE = (
    r"(?:percent|per\ cent|(?:percentage\ |basis\ )?points?|miles?|kilomet(?:er|re)s?|met(?:er|re)s?"
    r"|centimet(?:er|re)s?|feet|foot|inch(?:es)?|yards?|acres?|hectares?"
    r"|square\ (?:miles?|feet|kilomet(?:er|re)s?|met(?:er|re)s?)|pounds?"
    r"|kilograms?|kilos?|grams?|tons?|tonnes?|metric\ tons?|ounces?|gallons?|lit(?:er|re)s?|barrels?"
    r"|degrees?(?:\ (?:Celsius|Fahrenheit))?|mph|kph|km|kg|mi|cm|mm|megawatts?|gigawatts?|kilowatts?|MW|GW|kW"
    r"|nautical\ miles?|light[- ]years?|knots|volts|watts|bpd)"
)
_SPELLED = (
    rf"(?:{_DIGIT}|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half\ a|a\ hundred"
    r"|hundreds\ of|thousands\ of)"
)
_QUANTITY = re.compile(
    rf"""(?<![\w$£€.,])(?:
    {_FIGURE}\ ?(?:%|°[CF]?)
  | (?:{_FIGURE}(?:[- ](?:thousand|million|billion))?(?:\ (?:to|or|and)\ {_FIGURE})?|{_SPELLED})[- ]{_MEASURE}(?!\w)
    )""",
    re.VERBOSE,
)
_NOT_MONTHS = re.compile(r"(?:May|March|Mar|Sat|Sun|Jan|Dec|Sep)\.?")


def find_quantities(text: str) -> tuple[Mention, ...]:
    """Dates, money and quantities in order; where two meet, money wins over measures and measures over dates."""
    taken: list[Mention] = []
    for kind, pattern in ((Kind.MONEY, _MONEY), (Kind.QUANTITY, _QUANTITY), (Kind.DATE, _DATE)):
        found = [Mention(Span(m.start(), m.end()), kind) for m in pattern.finditer(text) if _sound(text, m, kind)]
        taken = _merge(taken, found)
    return tuple(taken)


def _sound(text: str, match: re.Match[str], kind: Kind) -> bool:
    """A month that is also a word or a name needs a figure beside it or a preposition before it."""
    if kind is not Kind.DATE or not _NOT_MONTHS.fullmatch(match.group()):
        return True
    before = text[max(0, match.start() - 8) : match.start()].lower().split()
    return bool(before) and before[-1] in (
        "in",
        "since",
        "until",
        "by",
        "of",
        "last",
        "during",
        "from",
        "early",
        "late",
        "mid",
    )


def _merge(first: list[Mention], second: list[Mention]) -> list[Mention]:
    """Two sorted lists in one, without those of the second that overlap one of the first."""
    merged: list[Mention] = []
    i = 0
    for mention in second:
        while i < len(first) and first[i].span.start < mention.span.end:
            merged.append(first[i])
            i += 1
        if not merged or merged[-1].span.end <= mention.span.start:
            merged.append(mention)
    return merged + first[i:]
