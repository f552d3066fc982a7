"""The words of dates in the languages of the news: months, weekdays, labels, time zones. Data only."""

from __future__ import annotations

import re

_BY_NUMBER = (
    "january jan january januar jänner janvier janv enero ene gennaio gen gennaio janeiro januari ocak oca января янв "
    "stycznia sty janúar siječnja ianuarie leden ledna tammikuuta",
    "february feb februar feber février févr fevr febrero febbraio fevereiro fev februari şubat şub февраля фев февр "
    "lutego lut februára února helmikuuta",
    "march mar märz maerz mrz mars marzo março maart mrt mart марта мар marca března maaliskuuta",
    "april apr avril avr abril abr aprile nisan nis апреля апр kwietnia kwi apríla dubna huhtikuuta",
    "may mai mayo maggio mag maio mei maj mayıs мая maja mája května toukokuuta",
    "june jun juni juin junio giugno giu junho haziran haz июня июн czerwca cze júna června kesäkuuta",
    "july jul juli juillet juil julio luglio lug julho temmuz tem июля июл lipca lip júla července heinäkuuta",
    "august aug août aout agosto ago augustus augusti ağustos ağu августа авг sierpnia sie augusta srpna elokuuta",
    "september sep sept septembre septiembre setiembre settembre set setembro eylül eyl сентября сен сент września wrz "
    "septembra září syyskuuta",
    "october oct oktober okt octobre octubre ottobre ott outubro out ekim eki октября окт października paź októbra "
    "října lokakuuta",
    "november nov novembre noviembre novembro kasım kas ноября ноя нояб listopada lis novembra listopadu marraskuuta",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des aralık ara декабря дек "
    "grudnia gru decembra prosince joulukuuta",
)
MONTHS = {word: number for number, words in enumerate(_BY_NUMBER, 1) for word in words.split()}
"""The number of a month by its name or its short form, in small letters and without its full stop."""

ANY_MONTH = "(?:" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")\.?(?![^\W\d_])"
"""The name of a month in any of these languages, as a regular expression."""

WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}

ZONES = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 60, "CET": 60, "CEST": 120, "MEZ": 60, "MESZ": 120, "EET": 120,
    "EEST": 180, "MSK": 180, "TRT": 180, "EAT": 180, "CAT": 120, "WAT": 60, "AST": 180, "GST": 240, "IST": 330,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "AKST": -540, "AKDT": -480, "HST": -600, "JST": 540, "KST": 540, "MYT": 480, "SGT": 480, "HKT": 480, "PHT": 480,
    "WIB": 420, "PKT": 300, "SAST": 120, "AEST": 600, "AEDT": 660, "AWST": 480, "NZST": 720, "NZDT": 780,
}  # fmt: skip
"""Minutes from UTC. What two parts of the world share is read as the one that prints it more often in the news."""

SEASONAL = {"ET": -300, "CT": -360, "MT": -420, "PT": -480}
"""Winter or summer time by the date; the offset is that of winter."""


def _any_of(listed: str) -> str:
    return "|".join(part.strip() for part in " ".join(listed.split()).split("|"))


_BESIDE = _any_of(
    r"""
    first|last|originally|published|pubd|updated?|posted|modified|created|filed|issued|released|revised|edited|date|
    time|on|at|of|the|and|an?|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|ago|min|read|reading|
    page\s?\w{1,4}|local|mon|tues?|wed|thur?s?|fri|sat|sun|noon|midnight|edition|print|online|version|all news|monday|
    tuesday|wednesday|thursday|friday|saturday|sunday|
    datum|vom|veröffentlicht|erstellt|aktualisiert|zuletzt|letzte|aktualisierung|stand|uhr|um|am|seit|gestern|heute|
    lesezeit|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so|
    publié|publiée|paru|mise?|à|jour|modifiée?|créée?|le|la|temps|de|lecture|lundi|mardi|mercredi|jeudi|vendredi|samedi|
    dimanche|publicado|actualizado|actualizada|creado|fecha|el|las?|hora|horas|h|hs|lunes|martes|miércoles|jueves|
    viernes|sábado|domingo|publicada|atualizado|atualizada|criado|em|às|as|há|segunda|terça|quarta|quinta|sexta|feira|
    pubblicato|aggiornato|aggiornamento|modifica|ultima|alle|ore|il|del|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|
    domenica|gepubliceerd|bijgewerkt|geplaatst|om|op|uur|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|
    publisert|oppdatert|sist|publiceret|opdateret|publicerad|uppdaterad|kl|klokken|mandag|tirsdag|onsdag|torsdag|fredag|
    lørdag|søndag|giriş|güncelleme|güncellenme|yayın|yayınlanma|tarihi|son|pazartesi|salı|çarşamba|perşembe|cuma|
    cumartesi|pazar|publikacja|opublikowano|aktualizacja|dodano|godz|data|poniedziałek|wtorek|środa|czwartek|piątek|
    sobota|niedziela|опубликовано|обновлено|дата|публикации|в|понедельник|вторник|среда|четверг|пятница|суббота|
    воскресенье|入力|更新|公開|配信|発表|掲載|付|发布|更新时间|发布时间|时间|日期|星期[一二三四五六日天]|송고시간|
    입력|수정|등록|승인|기사입력|최종수정|오전|오후|نشر|تاريخ|النشر|آخر|تحديث
    """
)
BESIDE = re.compile(rf"(?<![^\W\d_])(?:{_BESIDE})(?![^\W\d_])", re.IGNORECASE)
"""What may stand in a line of dates beside dates."""

_LABEL = _any_of(
    r"""
    (?:first |last |originally )?(?:published|updated?|posted|modified|created)(?: (?:on|at))?|pubd|date|datum|stand|
    veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|publisert|
    oppdatert|giriş|güncelleme|publikacja|aktualizacja|опубликовано|обновлено|송고시간|입력
    """
)
LABEL = re.compile(rf"^(?:{_LABEL})(?: (?:am|le|el|em|il|om|kl\.?))?\s?:?", re.IGNORECASE)
"""The word before a date or a time, which may also stand on a line of its own."""

_AGO = _any_of(
    r"""
    (?:(?:(?:last )?updated|published|posted)[ :]{1,3})?(?:about |an? |over )?\d{0,3} ?(?:min(?:ute)?s?|h|hrs?|hours?|d
    |days?|weeks?|wks?|months?|mos?|y|yrs?|years?|m|s|secs?) ago\.?|(?:updated|modified) ago|moments? ago|
    vor (?:\d{1,3}|einer|einem|wenigen) (?:min(?:ute)?n?\.?|std\.?|stunden?|tag(?:en)?|wochen?|monat(?:en)?
    |jahr(?:en)?)|
    il y a (?:\d{1,3}|une|un) (?:min(?:utes?)?|h(?:eures?)?|jours?|semaines?|mois|ans?)|
    hace (?:\d{1,3}|una|un) (?:min(?:utos?)?|h(?:oras?)?|días?|semanas?|mes(?:es)?|años?)|
    há (?:\d{1,3}|uma|um) (?:min(?:utos?)?|h(?:oras?)?|dias?|semanas?|mês|meses|anos?)|
    \d{1,3} (?:minuti|ore|giorni) fa|\d{1,3} (?:minuten|uur|dagen) geleden|\d{1,3} (?:dakika|saat|gün) önce|
    (?:for )?\d{1,3} (?:min|timer|dager|dage|timmar|dagar) siden|\d{1,3}\s?(?:分钟|小时|天|分|時間|日)前|
    \d{1,3}(?:분|시간|일) ?전|\d{1,3} (?:минут|часов|часа|дней|дня)\w{0,2} назад
    """
)
AGO = re.compile(_AGO, re.IGNORECASE)
"""How long ago something was when the page was saved, as a whole line."""
