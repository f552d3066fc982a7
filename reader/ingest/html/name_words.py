"""The words around the names of a byline, in many languages. Data only; ``names`` says how they are used."""

from __future__ import annotations

LABELS = (
    "posted by|written by|submitted by|geschrieben von|veröffentlicht von|verfasst von|eingestellt von|"
    "autorin/autor|autor/autorin|by|von|vom|par|por|di|door|av|af|fra|autor|autorin|autoren|"
    "autore|autores|autora|auteur|auteurs|author|authors|text|texte|texto|testo|tekst|words|"
    "story|report|written by|reported by|published by|posted by|analysis by|review by|"
    "opinion by|photos by|geschrieben von|ein artikel von|ein kommentar von|écrit par|"
    "publié par|propos recueillis par|escrito por|publicado por|redactado por|a cura di|"
    "scritto da|geschreven door|skrevet av|skrevet af|skriven av|tekst av|napisał|napisała|"
    "opracował|opracowała|autorzy|autor tekstu|автор|авторы|автори|текст|материал подготовил|"
    "подготовил|подготовила|yazan|yazar|haber|muhabir|penulis|reporter|oleh|ditulis oleh|"
    "tác giả|bởi|szerző|írta|autorius|autors|toimittaja|kirjoittanut|συντάκτης|"
    "από τον|από την|από|γράφει ο|γράφει η|γράφει|του|της|հեղինակ|"
    "מאת|بقلم|كتب|كتبت|کاتب|نویسنده|द्वारा|लेखक|作者|文|撰文|記者|记者|编辑|編輯|責任編輯|责任编辑|责编|编者|来源|編集|執筆|取材|"
    "本报记者|新华社记者|글|기자|작성자"
)
"""What stands before names: "By", "Von", "Text:", "责编："."""

AND = "and|und|et|y|e|og|och|ja|i|и|та|і|ve|en|dan|și|si|és|και|و|with|mit|avec|con|com|&|\\+"
"""Between the last two names."""

ASIAN_ROLES = (
    "記者|记者|기자|선임기자|인턴기자|객원기자|전문기자|수습기자|특파원|논설위원|편집위원|에디터|앵커|PD|作家|特派員|編集委員|"
    "論説委員|通信員|編集長|責編|责编|编辑|編輯|撰稿|摄影|攝影|撮影|报道|報道|報導|综合报道|综合報導|台北報導|實習記者|实习记者|"
    "特约记者|评论员|氏|さん"
)
"""What stands behind a name without a space, or with one."""

NOT_A_PERSON = frozenset(
    """
    redaktion redakcja redakce redakcia redaktionen redaktionell redaction rédaction redacción redacao redação
    redazione redactie redaksi redaksjonen toimitus uredništvo редакция редакція редакцията editorial editors editor
    editor's team staff desk bureau newsroom newsdesk webdesk web online admin administrator webmaster author
    authors guest contributor contributors correspondent correspondents reporter reporters writer writers journalist
    journalists columnist agencies agency agence agencia agência agenzia agentur agenturen agenzie agentúra agentura
    ajans ajansı haber merkezi servisi servizio service services news press presse prensa stampa media medien medias
    tv radio television channel network newspaper zeitung journal times herald post-gazette tribune gazette magazine
    publishing group gmbh inc ltd llc corp foundation university institute association associated reuters afp dpa
    apa ap upi efe ansa lusa belga anp ritzau ntb tt pap ctk čtk tass тасс рбк интерфакс риа новости агентство
    служба пресс-служба bloomberg xinhua kyodo yonhap pti ani ians aap sda ats keystone-sda wire wires syndicate
    sports sport politics business world local unknown anonymous none null undefined red apaontvang photo foto fotos
    photos image images picture getty shutterstock istock video sponsored advertisement partner content department
    ministry government office committee council party company the our your by updated published posted read more
    min share follow subscribe comments view all from about
    رويترز وكالات وكالة صحيفة مراسل المحرر تحرير التحرير خبرگزاری تحریریه ویب ڈیسک نمائندہ
    एजेंसी डेस्क टीम ब्यूरो संवाददाता
    न्यूज़ न्यूज ডেস্ক অনলাইন প্রতিবেদক প্রতিনিধি নিজস্ব செய்தியாளர் ฝ่ายข่าว กองบรรณาธิการ ข่าว מערכת סוכנויות
    """.split()
)
"""Words of which none stands in a person's name, in small letters."""

NOT_A_PERSON_ASIAN = tuple(
    """
    新聞 新闻 通信 通訊 日報 日报 時報 时报 晚報 编辑部 編集部 編輯部 中心 電視 电视 网 網 社 公司 新社
    報社 뉴스 신문 일보 방송 편집 연합 닷컴 특별취재 취재팀 온라인 メディア ニュース チーム オンライン 委員会
    综合 綜合 来源 責任 部
    """.split()
)
"""What makes an Asian byline that of a house."""

PARTICLES = frozenset(
    "de del della dello dei degli der den di da do dos das du la le les los las van von vom zu zum zur bin ibn al el "
    "ben bint abu ter ten te af av y e i of und ap mac mc st san santa d' l' dal dalla lo ould wa na".split()
)
SUFFIXES = frozenset("jr jr. sr sr. ii iii iv md phd ph.d. m.d. obe mbe".split())
