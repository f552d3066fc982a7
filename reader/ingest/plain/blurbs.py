"""Sentences of a page that are no story's: what asks readers to sign up, pay, follow or accept, and notes on authors.

They read as running text, so that only pairs of words that go together give them away; what quotes somebody, or says
that somebody said something, is never one.
"""

from __future__ import annotations

import re

_LONGEST = 700
_TOLD = re.compile(r"^[\"“„«]|\b(?:said|says|told|according|sagte|dit|dijo|disse)\b", re.IGNORECASE)
_S = r"[^.!?\n]{0,80}"

# Words of which one must stand in a line, and the pattern that is then tried. All in small letters.
_ENGLISH: tuple[tuple[str, str], ...] = (
    (
        "sign signing signed",
        rf"\b(?:sign|signing|signed) up\b{_S}\b(?:newsletters?|inbox|e-?mails?|updates|alerts|briefing|our|for free"
        r"|notifications|scoops)\b",
    ),
    (
        "subscribe subscribing subscriber subscribers subscription",
        rf"\bsubscrib(?:e|ing)\b{_S}\b(?:newsletters?|inbox|e-?mails?|today|unlimited|access|podcasts?"
        r"|channel|our|now|free|full)\b",
    ),
    (
        "newsletter newsletters",
        rf"\bnewsletters?\b{_S}\b(?:inbox|sign up|subscribe|weekly|daily|weekday|every (?:day|week|morning)|here)\b",
    ),
    ("inbox mailbox email e", r"\b(?:to|in|into) your (?:inbox|e-?mail|mailbox)\b"),
    ("get", r"^get (?:the|our|your) .{0,80}\b(?:inbox|newsletter|e-?mail|app)\b"),
    (
        "agree accept acknowledge consent subject",
        r"\b(?:agree|accept|acknowledge|consent|subject)\b"
        rf"{_S}\b(?:privacy|terms of|cookie)",
    ),
    (
        "privacy terms",
        rf"\b(?:privacy (?:policy|notice)|terms of (?:use|service)|terms (?:and|&) conditions)\b{_S}"
        r"\b(?:apply|here|more)\b",
    ),
    ("our", r"^(?:read|see|view) our (?:\w+ )?(?:privacy|comment|cookie|terms)"),
    ("recaptcha robot", r"\brecaptcha\b|\bnot a robot\b"),
    ("cookies", rf"\buses? (?:of )?cookies\b|\bcookies\b{_S}\b(?:accept|settings|consent|policy)\b"),
    (
        "javascript html5 html browser load blocker adblocker",
        r"\benable javascript\b|\bsupports html5\b|\byour browser (?:does not|doesn['’]t)\b|\bfailed to load\b"
        r"|\bad ?-?blocker\b|\bupgrad(?:e|ing) to a (?:web )?browser\b|\bbrowser is not supported"
        r"|\bis not supported\. for"
        r"|\brefresh (?:your|the) (?:browser|page)\b",
    ),
    ("refreshing refresh ads", r"\brefresh(?:ing)? (?:your|the) (?:browser|page)\b|\bblocking ads\b"),
    (
        "journalism newsroom reporting",
        rf"\b(?:support|help|fund|keep|sustain)\b{_S}\b(?:our|this) (?:\w+ )?(?:journalism|newsroom|reporting)\b"
        rf"|(?:^|[.!?] )(?:please )?(?:support|help|fund|keep|sustain)\b{_S}"
        r"\b(?:independent|local|quality|great) (?:\w+ )?(?:journalism|newsroom|reporting)\b",
    ),
    (
        "become",
        r"^become (?:a|an) (?:\w+ )?(?:member|subscriber|supporter|patron)\b"
        r"|\bbecome (?:a|an) (?:\w+ )?(?:member|subscriber|supporter|patron)"
        r" (?:today|now|and|for (?:just|only|as little))\b",
    ),
    (
        "contribution donation contribute donate",
        r"^(?:please )?(?:consider )?mak(?:e|ing) a (?:\w+ )?(?:contribution|donation)\b"
        r"|\bmak(?:e|ing) a (?:\w+ )?(?:contribution|donation) (?:today|now|here)\b|\bcontribute (?:to"
        r"|from) (?:\w+ )?(?:as little as|today)"
        r"|\bdonate (?:now|today|here)\b",
    ),
    (
        "download app google",
        r"\bdownload our (?:\w+ ){0,3}app\b|^download the (?:\w+ ){0,3}app\b"
        r"|\b(?:download|get|available)\b.{0,80}\b(?:app store|google play)\b"
        r"|\bdownload (?:it|the report) (?:here|now)\b",
    ),
    (
        "unsubscribe opt published required",
        r"\be-?mail address will not be published\b|\brequired fields\b"
        r"|\byou (?:can|may) (?:also )?unsubscribe\b|\bunsubscribe (?:at|any|here|from (?:this|our|these)|link|by)\b"
        r"|^(?:to )?unsubscribe\b|\bopt[- ]?out (?:at any time|by)\b",
    ),
    (
        "comment comments commenting commenters discussion",
        r"\bcomment(?:s|ing)? (?:policy|guidelines)\b|\bcomments (?:are|have been|will be|is"
        r"|on this) (?:\w+ ){0,3}(?:closed"
        r"|moderated|submitted)\b|\bour house rules\b"
        r"|(?:^|[.!?] |\b(?:to|please|can|must) )(?:post|leave|add|submit) (?:a|your|the first|any)"
        r" (?:\w+ )?comments?\b"
        r"|^(?:post|leave|add|submit|view|read|join)\b[^.!?\n]{0,30}\bcomments?\b"
        r"|\bdiscussion policy\b|\bview the discussion thread\b",
    ),
    (
        "thank thanks",
        r"^thank(?:s| you) for (?:signing|subscribing|registering|sharing|reading|joining|your interest)\b.{0,60}$",
    ),
    (
        "responsible affiliate commission portion",
        r"\bnot responsible for the content of external\b|\b(?:we|may|site)\b[^.!?\n]{0,60}\bearn a commission\b"
        r"|\bcontains (?:affiliate|only a portion)\b",
    ),
    (
        "us our",
        r"(?:^|[.!?:] )(?:please |or |you can |to )?(?:send|e-?mail|contact|text|whatsapp|tell|reach)"
        r" (?:us|our (?:news )?(?:team|reporters?|newsroom))\b"
        r"|\b(?:e-?mail|contact|text|call|whatsapp|reach) us (?:at|on|via|by|here|with|now|today|directly)\b"
        r"|\bwe(?:'|’)d (?:like|love) to hear\b",
    ),
    (
        "touch tip tips story stories idea",
        r"^(?:to )?get in touch (?:with|by)\b|\bget in touch (?:with (?:us|our|me)|by)\b"
        r"|(?:^|[.!?] )(?:do you )?(?:have|got|know|share) (?:a|any|your) (?:\w+ )?"
        r"(?:news )?(?:tips?|story idea|stor(?:y|ies) (?:to|you|for))\b"
        r"|\b(?:more|see|read|for) (?:stories|articles|news) like this\b",
    ),
    (
        "follow join like find",
        r"(?:(?:^|[.!?|:•;] )(?:please |also |and |or |you can |to )?(?:follow|join|like|find)\b"
        r"|\b(?:follow|join|like|find) (?:us|me|him|her|them|our|the author)\b)[^.!?\n]{1,80}\b(?:on|via)"
        r" (?:our )?(?:twitter|x|facebook|instagram"
        r"|tiktok|youtube"
        r"|whatsapp|telegram|google news|linkedin|flipboard|threads|bluesky|apple news)\b"
        r"|\bjoin (?:our|the) (?:\w+ )?(?:whatsapp|telegram)\b",
    ),
    ("click reading", r"\bclick here (?:to|for)\b|\bto (?:continue|keep) reading\b"),
    (
        "bookmark save",
        r"\b(?:bookmark|save) (?:this|articles?|your)\b[^.!?\n]{0,40}\b(?:account|later|profile|page"
        r"|registering)\b",
    ),
    (
        "data quotes delayed",
        r"\bdata (?:is|are) (?:a real-time|delayed)\b|\b(?:quotes|data) (?:displayed|delayed)\b"
        r"|\bdelayed (?:a minimum of|at least|by at least) \d",
    ),
    (
        "promotional affiliate ads advertising advertisements",
        r"\bmay (?:receive|contain|include)\b[^.!?\n]{0,60}"
        r"\b(?:promotional|affiliate|ads|advertis)|\bpromotional content\b",
    ),
    ("need invalid enter re", r"\ball you need to know\b[^.!?\n]{0,40}\binbox\b|\binvalid e-?mail\b|\bre-?enter\b"),
    (
        "you your",
        r"\byou (?:will|can|may) (?:now )?(?:receive|unsubscribe|opt|save|manage|read (?:only|up to)|listen to)\b"
        r"[^.!?\n]{0,60}\b(?:e-?mails?|at any time|articles?|account|offers?)\b|\bwe use your\b",
    ),
    (
        "contact reach",
        r"\bto contact the (?:reporters?|editors?|author)\b|\breach (?:the reporter|(?:him|her|them) (?:at"
        r"|on))\b",
    ),
    (
        "submit letter letters tips hear",
        r"\bsubmit (?:a letter|a correction|your)\b|\bletters?@|\btips?@|\bwe want to hear\b",
    ),
    (
        "charge licensing learn",
        r"\bwithout charge to any eligible\b|\bfor licensing opportunities\b|\blearn more about how\b",
    ),
    (
        "transcript form copy order reprints",
        r"\brush transcript\b|\bnot be in its final form\b|\bthis copy is for your personal\b"
        r"|\bto order (?:presentation-ready|reprints)\b",
    ),
    (
        "homepage loading interest",
        r"['’]s homepage for more\b|\bsomething is loading\b|\bas an interest to stay\b"
        r"|\binterest successfully added\b",
    ),
    ("promo code", r"\bpromo(?:tion)? code\b|^use (?:the )?code\b|\b(?:use|with) the code \w{0,20}\d"),
    ("thinking", r"^let us know what you"),
    ("alerts delivered", r"^get breaking news alerts\b|\bdelivered weekday mornings\b|\bnews meet your inbox\b"),
    ("phone", r"\bphone app\b[^.\n]{0,3}\.? download\b|\bstory in [\w ]{2,20}['’]s? phone app\b"),
    ("automatically", r"\btranscript has been automatically generated\b"),
    ("every free", r"\b(?:delivered|sent|inbox|you|yours)\b[^.!?\n]{0,40}\bfree every (?:weekday|day|week|morning)\b"),
    ("feed personalized personalised", r"\bpersonali[sz]ed feed\b"),
    ("bookmarks message emailed", r"\bfind your bookmarks\b|\bshow me this message\b|\bto be emailed\b"),
    ("win", r"\bwin (?:a|an) \w+ .{0,40}\bsubscribe\b|\bsubscribe and (?:you could )?win\b"),
)
_OTHERS: tuple[tuple[str, str], ...] = (
    (
        "newsletter",
        r"\bnewsletter\b[^.!?\n]{0,80}\b(?:anmelden|abonnieren|bestellen|registrieren|starten|erhalten"
        r"|kostenlos|inscri\w*|recev\w*|abonn\w*|semanal|semanais|gratuit[ao]|settimanale)\b|-newsletter in den\b",
    ),
    (
        "mail akismet adresse correo indirizzo notify",
        r"\be-?mail-?adresse wird nicht\b|\bbenachrichtige mich\b|\bakismet\b|\badresse e-?mail ne sera pas\b"
        r"|\bcorreo electrónico no será\b|\bindirizzo email non sarà\b|\bnotify me of\b|\bemail address will not\b",
    ),
    (
        "ihrer ihr ihnen ihren",
        r"\bmit ihrer (?:registrierung|anmeldung)\b|\bprüfen sie ihr postfach\b|\bihr kommentar\b"
        r"|\bwir haben ihnen eine e-mail\b",
    ),
    ("datenschutzerklärung datenschutzhinweise datenschutzbestimmungen", r"\bdatenschutz"),
    ("wrong try", r"\bsomething went wrong\b|^please try again\b"),
    ("updates", r"^get (?:\w+ )?(?:e-?mail )?updates\b"),
    ("published current", r"^this (?:article|story) was published more than\b|\bmay no longer be current\b"),
    ("journalism journalismus leser", r"^original reporting\b|\bunser(?:en)? journalismus\b|\bunseren leser\b"),
    ("fehler browsereinstellungen einstellungen", r"^fehler auf\b|\bbrowsereinstellungen\b|\bpassen sie die einstell"),
    ("anmelden", r"\b(?:hier )?(?:kostenlos )?anmelden\b.?$"),
    ("clique", r"\bclique aqui\b"),
    ("edited syndicated", r"\bnot been edited by\b|\bsyndicated feed\b"),
    ("cookies", r"\bverwenden (?:wir )?cookies\b"),
    (
        "angebot kommentare mehrfachnutzung",
        r"\bgehört zum angebot\b|\bkommentare unter diesem artikel\b|\bmehrfachnutzung\b",
    ),
    ("bitte jetzt", r"\bbitte (?:aktivieren|loggen|melden) sie\b|\bjetzt (?:abonnieren|testen|kostenlos|mitglied)\b"),
    (
        "inhalt inhalte thema artikel",
        r"\bempfohlene[nr]? (?:externe|redaktionelle)\w* inhalte?\b|\bexterne[rn]? inhalte? "
        r"(?:laden|angezeigt)\b|^über dieses thema berichtete\b|\brechte an diesem artikel\b"
        r"|\bweitere artikel lesen\b",
    ),
    (
        "infolettre newsletters réservé réservée reste",
        r"\b(?:newsletters|infolettre)\b[^.!?\n]{0,80}\b(?:inscri|recev|abonn)"
        r"|\bréservée? (?:à nos|aux) abonnés\b|\bil vous reste \d",
    ),
    (
        "abonner abonnez inscrivez abonnement commercial confidentialité appareil rejoignez suivez articles "
        "sélections compte passe "
        "appareils limites message lire",
        r"\bs['’]abonner\b|\babonnez-vous\b|\binscrivez-vous\b|\bvotre abonnement\b|\bservice commercial\b"
        r"|\bpolitique de confidentialité\b|\bsur un (?:seul|autre) appareil\b|\b(?:rejoignez|suivez)-nous\b"
        r"|\bnos meilleurs articles\b|\bvos sélections\b|\b(?:votre|créer un|créez un|avec ce) compte\b"
        r"|\bdéjà un compte\b|\bvotre mot de passe\b|^mot de passe\b"
        r"|\bcontinue[rz] à lire ici\b"
        r"|\bvo(?:ir|yez-vous) ce message\b|\bd['’]autres limites\b|\bs['’]affichera\b",
    ),
    (
        "suscríbete suscribete suscríbase suscribirse sigue política boletín lee criterios suscriptor",
        r"\bsuscr[íi]b(?:ete|ase|irse)\b|\bsigue (?:toda la información|leyendo)\b|\bpolítica de (?:privacidad"
        r"|privacidade"
        r"|cookies)\b|\bbolet[íi]n\b[^.!?\n]{0,60}\b(?:recib|suscri|correo)|\blee sin límites\b"
        r"|\bconforme a los criterios\b",
    ),
    (
        "assine inscreva subscreva assinantes assinante contributo reprodução receba força",
        r"\bassine (?:já|o|a|agora|nossa)\b|\binscreva-se\b|\bsubscreva\b|\bassinantes podem\b|\bcomo assinante\b"
        r"|\bcontributo do\b|\breprodução do conteúdo\b|\breceba (?:as|no)\b|\bsão a força e a vida\b",
    ),
    ("iscriviti iscriversi abbonati riproduzione", r"\biscriv(?:iti|ersi)\b|\babbonati\b|\briproduzione riservata\b"),
    (
        "meld abonneer abonelik abonelere nyhetsbrev nyhedsbrev ansvarlig çerez bültenimize",
        r"\b(?:meld je aan|abonneer je|nyhetsbrev"
        r"|nyhedsbrev)\b|\bansvarlig redaktør\b|\bikke ansvarlig\b|\bçerez politikası\b|\bbültenimize\b",
    ),
    (
        "подписаться подписывайтесь подписка пройдена перейдите авторизуйтесь зарегистрировано зарегистрирована "
        "политика политики",
        r"подпис(?:аться|ывайтесь|ка на)|пройдена успешно|перейдите по ссылке|авторизуйтесь|зарегистрирован[оа] в"
        r"|политик\w+ конфиденц",
    ),
    ("اشترك تابعونا جميع", r"اشترك|تابعونا|جميع الحقوق"),
)


def _by_word(rules: tuple[tuple[str, str], ...]) -> dict[str, tuple[re.Pattern[str], ...]]:
    found: dict[str, tuple[re.Pattern[str], ...]] = {}
    for words, pattern in rules:
        compiled = re.compile(pattern)
        for word in words.split():
            found[word] = (*found.get(word, ()), compiled)
    return found


_BY_WORD = _by_word((*_ENGLISH, *_OTHERS))
_HINTS = frozenset(_BY_WORD)
_WORD = re.compile(r"[^\W\d_]+")
_SPACES = {code: " " for code in range(128) if not chr(code).isalpha()}
"""What parts the words of a line in ASCII, as ``_WORD`` does of any."""
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_ASKS_IN_THE_EAST = re.compile(
    r"無断転載|著作権|会員登録|未经.{0,12}(?:授权|許可|许可)|版权所有|扫码|扫描|二维码|무단\s?전재|재배포|제보는|구독"
)

_WHO = r"(?:[A-ZÀ-Þ][\w.'’\-]+\s){1,3}[A-ZÀ-Þ][\w.'’\-]+"
_NOTE = re.compile(
    rf"[•—–*\s-]*(?:{_WHO}|The (?:author|writer)s?),?\s(?:is|has (?:been|written|worked|reported|covered)|covers?"
    r"|reports?|writes?|joined|works?|can be reached|contributes|served)\s.{0,160}\b(?:reporter|writer|editor"
    r"|correspondent|columnist|journalist|producer|author|contributor|photographer|fellow|professor|anchor"
    r"|newsroom|bureau"
    r"|covers|covering|reporting|reports|writes|based in|email(?:ed)?|reached|twitter|for the site|host"
    r"|director|analyst)\b"
)
_YOU = re.compile(
    r"[•—–*\s-]*(?:You can (?:e-?mail|reach|contact) |(?:E-?mail|Contact|Reach) (?:him|her|them"
    r"|[A-Z]\w+ [A-Z]\w+)\b)"
    r".{0,80}(?:@|\bat\b|\bhere\b|\bon\b)"
)
_NOTE_HINTS = re.compile(r"[•—–*\s-]*(?:[A-ZÀ-Þ]|You |The )")


def _words(lower: str) -> list[str]:
    return lower.translate(_SPACES).split() if lower.isascii() else _WORD.findall(lower)


def asks(line: str) -> bool:
    """Whether a sentence asks its readers for something, or tells them about the page and not about the world."""
    if len(line) > _LONGEST:
        return False
    lower = line.lower()
    tried = {pattern for word in _HINTS.intersection(_words(lower)) for pattern in _BY_WORD[word]}
    if not any(pattern.search(lower) for pattern in tried):
        return (
            not line.isascii() and _EAST_ASIAN.search(line) is not None and _ASKS_IN_THE_EAST.search(line) is not None
        )
    return _TOLD.search(line) is None


def is_author_note(line: str) -> bool:
    """Whether a line says who an author is: "Ilse Marenko is a reporter for Coastline Press." """
    if len(line) > 500 or '"' in line or _NOTE_HINTS.match(line) is None:
        return False
    return _NOTE.match(line) is not None or _YOU.match(line) is not None
