"""Words by which links and paywalls within a story give themselves away, in many languages. Data only."""

from __future__ import annotations

import re

ALSO = re.compile(
    r"(?:read|see|watch|listen|also|more|related|further)\b.{0,20}[:|»–-]|(?:read|see) (?:also|more)"
    r"|(?:lesen|sehen|hören) sie|mehr (?:zum|zu|dazu|lesen|über)|auch interessant|weiterlesen"
    r"|lire (?:aussi|également|la suite)|à lire|voir aussi|notre dossier|lea (?:también|además|más)"
    r"|(?:le|te) puede interesar|ver también|vea también|leggi (?:anche|tutto)|per saperne"
    r"|leia (?:também|mais)|veja (?:também|mais)|saiba mais|lees (?:ook|verder)|bekijk|læs (?:også|mere)"
    r"|läs (?:också|även|mer)|les (?:også|mer)|lue myös|czytaj|zobacz|przeczytaj|čtěte|přečtěte|čítajte"
    r"|olvas|kapcsolódó|citește|citeşte|прочетете|вижте|читайте|читать|смотрите|читаємо|ilgili haber"
    r"|ayrıca bak|baca juga|simak|lihat juga|xem thêm|đọc thêm|อ่านเพิ่ม|関連記事|あわせて読み|【関連"
    r"|관련기사|▶|☞|相关(?:阅读|新闻|报道)|延伸閱讀|相關|اقرأ|إقرأ|شاهد|بیشتر بخوانید|यह भी पढ़|ये भी पढ़"
    r"|διαβάστε|δείτε|pročitajte|opširnije|прочитајте|lexo|loe ka|skaityk|lasi arī|preberite|קראו|לקריאה",
    re.IGNORECASE,
)
"""The beginning of a line that leads to another story; it counts only where a good part of the line is a link."""

WALL = re.compile(
    r"Il vous reste [\d.,]{1,6}\s?% de cet article à lire|La suite est réservée aux abonnés"
    r"|Cet article est réservé aux abonnés|Lesen Sie (?:jetzt )?weiter mit|Jetzt weiterlesen"
    r"|Dieser (?:Artikel|Inhalt) ist (?:nur )?für Abonnenten"
    r"|To (?:continue|keep) reading,? (?:subscribe|sign|log|please)"
    r"|Subscribe (?:now )?to (?:continue|keep|read)"
    r"|This (?:article|content|story) is (?:only |exclusively )?(?:available )?(?:for|to) (?:our )?subscribers"
    r"|(?:Already a|Bereits) (?:subscriber|Abonnent)|Este contenido es exclusivo para suscriptores"
    r"|Contenuto riservato agli abbonati|この記事は有料|残り\s?\d{1,5}文字|有料会員|会員限定|無断転載"
    r"|版权所有|ⓒ|Copyright ⓒ|무단\s?전재",
    re.IGNORECASE,
)
"""What stands in a story where a paywall begins, and the notices of rights that end one."""
