"""Agencies and publications: names that need no proof, and the look of a publication's name."""

from __future__ import annotations

import re

_NAMES = (
    "AP|Associated Press|The Associated Press|UPI|United Press International|AFP|Agence France-Presse|Reuters|"
    "Thomson Reuters|Bloomberg|Bloomberg News|dpa|EFE|ANSA|APA|Xinhua|Kyodo|Kyodo News|Jiji Press|Yonhap|TASS|"
    "Interfax|RIA Novosti|PTI|ANI|IANS|UNI|APP|Bernama|Antara|CNA|Anadolu Agency|AA|WAM|KUNA|QNA|SPA|MENA|IRNA|"
    "SANA|GNA|NAN|ANP|Belga|TT|NTB|Ritzau|STT|MTI|CTK|PAP|Agerpres|Ukrinform|CP|The Canadian Press|AAP|PA|"
    "PA Media|Press Association|BBC|BBC News|CNN|CNN Business|CNBC|NPR|VOA|Voice of America|RFE/RL|DW|"
    "Deutsche Welle|Al Jazeera|Fox News|FOX|CBS|CBS News|CBS/AP|ABC|ABC News|NBC|NBC News|PBS|Sky News|Euronews|"
    "AllAfrica|InfoQuest|KNS|SNS|TNS|Tribune News Service|States Newsroom|Stacker|AP/CBS|CNS|RNS|JTA|MEE|"
    "The Conversation"
)
AGENCIES = {name.casefold(): name for name in _NAMES.split("|")}
"""Known names by their case-folded form."""

_SURE = (
    "press|news|times|herald|tribune|gazette|journal|chronicle|observer|telegraph|agency|network|radio|television|tv"
    "|broadcasting|media|newsroom|wire|service|bulletin|syndicate|magazine|online|international"
)
# These are surnames too.
_ENDINGS = _SURE + (
    "|post|courier|guardian|mail|star|sun|mirror|independent|examiner|dispatch|daily|weekly|standard|register|sentinel"
    "|reporter|record|monitor|citizen|globe|inquirer|advertiser|leader|echo|argus|mercury|report|review|today|bureau"
)
_PUBLICATION = re.compile(
    r"(?:[A-ZÀ-Þ][\w.&'’-]*|of|the|and|de|la|le|\d+)(?:\s(?:[A-ZÀ-Þ][\w.&'’-]*|of|the|and|de|la|le|\d+)){0,5}"
)
_ENDS_SURELY = re.compile(rf"(?:.*\s)?(?:{_SURE})", re.IGNORECASE)
_ENDS = re.compile(rf"(?:.*\s)?(?:{_ENDINGS})", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:www\.)?[\w-]{2,40}(?:\.[a-z]{2,10}){1,2}")


def known(words: str) -> str:
    """The usual spelling of a known agency ("ap" as "AP"), or empty."""
    return AGENCIES.get(words.strip().casefold(), "")


def is_publication(words: str) -> bool:
    """Whether words are a publication by name ("AP") or by their look ("Coastline Press", "The Vasmark Times")."""
    if len(words) > 60 or not words:
        return False
    if words.casefold() in AGENCIES or _DOMAIN.fullmatch(words):
        return True
    return bool(_PUBLICATION.fullmatch(words) and len(words.split()) > 1 and _ENDS.fullmatch(words))


def is_surely_publication(words: str) -> bool:
    """As ``is_publication``, but false for what may be the name of a person ("Will Post")."""
    sure = words.casefold() in AGENCIES or words.startswith("The ") or bool(_ENDS_SURELY.fullmatch(words[:60]))
    return sure and is_publication(words)


def is_short_for(short: str, full: str) -> bool:
    """Whether one name abbreviates another: "UPI" and "United Press International", "AP" and "The Associated Press"."""
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", full) if word[0].isupper())
    return short.isupper() and (initials == short or initials == "T" + short)
