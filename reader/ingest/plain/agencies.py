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
    "The Conversation|毎日新聞|朝日新聞|読売新聞|産経新聞|日本経済新聞|共同通信|時事通信|NHK|新华社|"
    "人民网|人民日报|中新网|环球时报|联合早报|연합뉴스|조선일보|중앙일보|동아일보|한겨레|경향신문|한국일보|KBS|MBC|"
    "SBS|РИА Новости|ТАСС|Интерфакс|Коммерсантъ|Известия|الجزيرة|العربية|رويترز|أ ف ب"
)
_PAPERS = (
    "The New York Times|The Washington Post|Los Angeles Times|USA Today|The Wall Street Journal|Chicago Tribune|"
    "The Boston Globe|San Francisco Chronicle|The Hill|Politico|Axios|Vox|HuffPost|BuzzFeed News|"
    "Business Insider|Forbes|Newsweek|The Atlantic|The New Yorker|National Review|The Nation|The Intercept|"
    "Breitbart|The Daily Caller|The Daily Beast|The Washington Times|Washington Examiner|Newsmax|Townhall|"
    "The Epoch Times|Mother Jones|Slate|Salon|Reason|ProPublica|TechCrunch|The Verge|Wired|Ars Technica|Engadget|"
    "MarketWatch|The Guardian|The Independent|The Telegraph|The Times|Financial Times|The Economist|Daily Mail|"
    "MailOnline|Daily Mirror|Daily Express|The Sun|Evening Standard|The Scotsman|The Irish Times|Le Monde|"
    "Le Figaro|Libération|Le Parisien|France 24|RFI|Mediapart|Der Spiegel|DER SPIEGEL|Die Zeit|DIE ZEIT|"
    "Süddeutsche Zeitung|Frankfurter Allgemeine Zeitung|Die Welt|Der Tagesspiegel|Handelsblatt|tagesschau|n-tv|"
    "taz|Der Standard|Die Presse|ORF|NZZ|Neue Zürcher Zeitung|Tages-Anzeiger|SRF|El País|El Mundo|La Vanguardia|"
    "El Periódico|Clarín|La Nación|El Universal|Corriere della Sera|La Repubblica|La Stampa|Il Sole 24 Ore|"
    "Il Fatto Quotidiano|Público|Expresso|Diário de Notícias|Folha de S.Paulo|O Globo|Estadão|De Standaard|NRC|"
    "De Volkskrant|NU.nl|NOS|Aftenposten|Dagbladet|VG|NRK|Politiken|Berlingske|Dagens Nyheter|Aftonbladet|"
    "Expressen|Helsingin Sanomat|Gazeta Wyborcza|Rzeczpospolita|Hürriyet|Habertürk|Milliyet|Cumhuriyet|Haaretz|"
    "The Jerusalem Post|The Times of Israel|Al Arabiya|Gulf News|Arab News|Dawn|The News International|Geo News|"
    "The Times of India|Hindustan Times|The Hindu|The Indian Express|NDTV|The Straits Times|Channel NewsAsia|"
    "South China Morning Post|Taipei Times|Focus Taiwan|Bangkok Post|The Jakarta Post|Rappler|Inquirer.net|"
    "The Star|Malay Mail|The Japan Times|The Japan News|The Mainichi|Nikkei Asia|The Asahi Shimbun|"
    "The Korea Herald|The Korea Times|China Daily|Global Times|People's Daily|The Sydney Morning Herald|The Age|"
    "The Australian|Stuff|RNZ|The Globe and Mail|Toronto Star|National Post|CBC News|Global News|Daily Nation|"
    "The Standard|The Citizen|Mail & Guardian|News24|IOL|The Namibian|Premium Times|Punch|Vanguard|"
    "The East African|Al-Ahram|The Moscow Times|Meduza|Kyiv Post|Kyiv Independent"
)
_WIRES = frozenset(
    "ap|associated press|the associated press|afp|agence france-presse|reuters|thomson reuters|dpa|efe|ansa|apa|pa"
    "|pa media|press association|pti|ani|ians|aap|the canadian press|tns|bloomberg".split("|")
)
PAPERS = tuple(_PAPERS.split("|"))
"""Names of newspapers, sites and broadcasters as they write them."""

AGENCIES = {name.casefold(): name for name in (*_NAMES.split("|"), *_PAPERS.split("|"))}
"""Known names by their case-folded form."""

_SURE = (
    "press|news|times|shimbun|zeitung|nachrichten|tageblatt|herald|tribune|gazette|journal|chronicle|observer|telegraph|agency|network|radio|television|tv"
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


def is_wire(words: str) -> bool:
    """Whether a name is that of an agency whose stories others publish."""
    return words.casefold() in _WIRES


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
