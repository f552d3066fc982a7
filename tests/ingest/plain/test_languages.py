"""Copied pages in the languages of the news."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.core.kinds import BlockRole
from tests.ingest.taken import taken_text

TODAY = dt.date(2026, 6, 1)

GERMAN = """Zum Inhalt springen
Menü
Politik
Wirtschaft
Sport
Suche
Anmelden
Abo
Newsletter
Verkehr
Stadt sperrt ihre älteste Brücke für Autos

Von Montag an dürfen nur noch Fußgänger über die Steinerne Brücke.

Von Ilse Marenko, Auberg
Stand: 28.04.2023 14:10 Uhr
Merken
Artikel anhören

Die Stadt Auberg sperrt ihre älteste Brücke für den Autoverkehr. Grund sind Risse in zwei Pfeilern, so das Bauamt.

Mehr zum Thema
Warum so viele Brücken bröckeln

„Die Brücke hält, aber sie hält nicht alles aus“, sagte die Stadträtin. Täglich überqueren rund 18.000 Autos den Fluss.

Anzeige

Die Sanierung soll im Herbst beginnen und etwa zwei Jahre dauern. Die Kosten schätzt das Bauamt auf 22 Millionen Euro.

Kommentare
Das könnte Sie auch interessieren
Wölfin schwimmt zur Insel
Impressum
Datenschutz
© 2023 Auberger Bote"""

FRENCH = """Aller au contenu
Menu
Politique
Économie
Se connecter
S'abonner
Rechercher
Accueil
Newsletters
La ville ferme son plus vieux pont aux voitures
Par Claire Vasseur (Auberg, correspondance)
Publié le 28 avril 2023 à 10h35, modifié le 28 avril 2023 à 12h12
Temps de Lecture 3 min.
Partager

La ville d’Auberg ferme son plus vieux pont à la circulation automobile. Deux piles ont des fissures, dit la mairie.

Lire aussi : Pourquoi tant de ponts sont en mauvais état

« Celui qui fait un détour achète ailleurs », s’inquiète un libraire installé au pied du pont depuis vingt-cinq ans.

Les travaux doivent commencer à l’automne et durer environ deux ans, pour un coût estimé à 22 millions d’euros.

Les plus lus
Une louve traverse le détroit à la nage
Mentions légales
Gestion des cookies
© 2023 Le Courrier d’Auberg. Tous droits réservés."""

SPANISH = """Ir al contenido
Menú
España
Economía
Deportes
Buscar
Suscríbete
Iniciar sesión
Compartir
La ciudad cierra al tráfico su puente más antiguo
LUCÍA FERRER
ANDRÉS QUIROGA
Auberg - 28 ABR 2023 - 05:40 CEST
Copiar enlace

La ciudad de Auberg cierra al tráfico su puente más antiguo por las grietas descubiertas en dos de los pilares.

“Quien da un rodeo compra en otra parte”, lamenta un librero que tiene la tienda junto al puente desde 1998.

Las obras empezarán en otoño y durarán unos dos años, con un coste estimado de 22 millones de euros.

Más información
El año sin lluvia
Lo más visto
Una loba nada hasta una isla
Aviso legal
© 2023 El Correo de Auberg"""

ITALIAN = """Vai al contenuto
Menu
Cronaca
Economia
Sport
Cerca
Accedi
Abbonati
Home
La città chiude al traffico il ponte più antico
di Chiara Monti
28 aprile 2023 alle 15:50
Condividi

La città di Auberg chiude al traffico il suo ponte più antico: trovate crepe in due piloni, ha annunciato il Comune.

LEGGI ANCHE Il ponte che non regge più

«Chi fa un giro più lungo compra altrove», teme un libraio che lavora ai piedi del ponte dal 1998.

I lavori cominceranno in autunno e dureranno circa due anni, per un costo stimato di 22 milioni di euro.

I più letti
Una lupa nuota fino all'isola
Cookie policy
© 2023 Il Corriere di Auberg. Tutti i diritti riservati"""

PORTUGUESE = """Ir para o conteúdo
Menu
Mundo
Economia
Desporto
Pesquisar
Entrar
Assinar
Partilhar
Cidade fecha ao trânsito a sua ponte mais antiga
Teresa Valadão
28 de Abril de 2023, 10:10
Ouça este artigo

A cidade de Auberg fecha ao trânsito a sua ponte mais antiga, por causa de fissuras descobertas em dois dos pilares.

“Quem dá uma volta compra noutro lado”, receia um livreiro que tem a loja junto à ponte desde 1998.

As obras devem começar no outono e durar cerca de dois anos, com um custo estimado de 22 milhões de euros.

Leia também
Loba nada até à ilha
Mais lidas
Termos e Condições
© 2023 Diário de Auberg"""

TURKISH = """Menü
Gündem
Ekonomi
Spor
Arama
Giriş Yap
Abone ol
Paylaş
Kentin en eski köprüsü araç trafiğine kapatılıyor
Giriş: 28.04.2023 - 10:11 Güncelleme: 28.04.2023 - 10:40

Auberg kenti en eski köprüsünü araç trafiğine kapatıyor. Kararın nedeni iki ayakta fark edilen çatlaklar oldu.

Reklam

Bu noktadan her gün yaklaşık 18 bin araç geçiyor. Araçlar Batı Köprüsü'ne yönlendirilecek ve yolculuk uzayacak.

Çalışmalar sonbaharda başlayacak ve yaklaşık iki yıl sürecek. Maliyetin 22 milyon avro olması bekleniyor.

İlgili haberler
Kurt adaya yüzdü
Gizlilik Politikası
Künye
© 2023 Auberg Postası. Tüm hakları saklıdır."""

RUSSIAN = """Меню
Политика
Экономика
Спорт
Поиск
Войти
Подписаться
Поделиться
14:11 28.04.2023
(обновлено: 14:40 28.04.2023)
В городе закроют для машин старейший мост

АУБЕРГ, 28 апр — РИА Новости. Город закрывает свой старейший мост для автомобилей из-за трещин в двух опорах.

Ежедневно реку в этом месте пересекают около 18 тысяч машин. Их направят через Западный мост, сообщила мэрия.

Работы начнутся осенью и продлятся около двух лет. Их стоимость оценивают в 22 миллиона евро.

Читайте также
Волчица доплыла до острова
Лента новостей
© 2023 Аубергский вестник. Все права защищены."""

CHINESE = """首页
登录
注册
分享
打印
搜索
国际
社会
市政府关闭最古老石桥 下周起禁止汽车通行
2023年04月28日08:41

奥贝格市宣布，该市最古老的石桥将从下周一起禁止汽车通行，只允许行人、自行车和有轨电车通过。

市政府表示，潜水员今年二月在两座桥墩上发现了裂缝。副市长说：“行人没有危险，但是桥需要减轻负担。”

修复工程将于秋季开始，预计持续两年，费用约为两千二百万欧元。

推荐阅读
渡轮船员宣布罢工两天
版权所有 奥贝格日报"""

JAPANESE = """メニュー
ログイン
会員登録
シェア
ツイート
印刷
検索
国際
市、最古の石橋を車両通行止めに　橋脚にひび割れ
2023年4月28日 10時10分

アウベルク市は金曜日、市内で最も古い石橋を来週の月曜日から車両通行止めにすると発表した。歩行者は引き続き通行できる。

市によると、今年二月の点検で二本の橋脚にひび割れが見つかった。副市長は「橋の負担を軽くする必要がある」と述べた。

補修工事は秋に始まり、約二年かかる。費用は二千二百万ユーロと見積もられている。

関連ニュース
フェリー乗組員が二日間のスト
無断転載を禁じます。"""

KOREAN = """본문 바로가기
로그인
구독
공유
댓글
인쇄
검색
정치
시, 가장 오래된 돌다리 차량 통행 금지
송고시간2023-04-28 10:11
김하늘 기자

아우베르크시는 시에서 가장 오래된 돌다리의 차량 통행을 다음 주 월요일부터 금지한다고 금요일 발표했다.

시에 따르면 지난 2월 잠수부들이 교각 두 곳에서 균열을 발견했다. 보행자에게 위험은 없다고 한다.

보수 공사는 가을에 시작해 약 2년 동안 이어지며 비용은 2천200만 유로로 추산된다.

관련 뉴스
여객선 승무원 이틀 파업
개인정보처리방침"""

ARABIC = """القائمة
أخبار
اقتصاد
رياضة
بحث
تسجيل الدخول
شارك
طباعة
المدينة تغلق أقدم جسورها أمام السيارات
28/4/2023
مشاركة

أعلنت مدينة أوبرغ يوم الجمعة أنها ستغلق أقدم جسورها أمام السيارات ابتداء من يوم الاثنين المقبل.

وقالت البلدية إن غواصين اكتشفوا في فبراير الماضي تشققات في اثنتين من دعامات الجسر القديم.

ومن المقرر أن تبدأ الأعمال في الخريف وتستمر نحو عامين بتكلفة تقدر بنحو 22 مليون يورو.

الأكثر قراءة
ذئبة تسبح إلى الجزيرة
جميع الحقوق محفوظة © 2023 صحيفة أوبرغ"""

NORWEGIAN = """Hopp til innhold
Meny
Nyheter
Sport
Søk
Logg inn
Del
Kopier lenke
Stenger kommunens eldste bro for biler
Kari Solheim
Publisert 28. april 2023 kl. 10:10

Auberg kommune stenger sin eldste bro for biler. Årsaken er sprekker i to av pilarene, opplyste kommunen fredag.

Les også
Fergestreik rammer øysamfunn

– Den som kjører en omvei, handler et annet sted, sier en bokhandler som har holdt til ved broen siden 1998.

Arbeidet skal starte til høsten og ta omtrent to år. Kostnaden er anslått til 220 millioner kroner.

Mest lest
Ulv svømte til øya
Personvern
© 2023 Auberg Avis"""


@pytest.mark.parametrize(
    ("text", "headline", "byline", "published", "subheads"),
    [
        (GERMAN, "Stadt sperrt ihre älteste Brücke für Autos", ("Ilse Marenko",), "2023-04-28T14:10", 1),
        (FRENCH, "La ville ferme son plus vieux pont aux voitures", ("Claire Vasseur",), "2023-04-28T10:35", 0),
        (
            SPANISH,
            "La ciudad cierra al tráfico su puente más antiguo",
            ("Lucía Ferrer", "Andrés Quiroga"),
            "2023-04-28T05:40+02:00",
            0,
        ),
        (ITALIAN, "La città chiude al traffico il ponte più antico", ("Chiara Monti",), "2023-04-28T15:50", 0),
        (PORTUGUESE, "Cidade fecha ao trânsito a sua ponte mais antiga", ("Teresa Valadão",), "2023-04-28T10:10", 0),
        (TURKISH, "Kentin en eski köprüsü araç trafiğine kapatılıyor", (), "2023-04-28T10:11", 0),
        (RUSSIAN, "В городе закроют для машин старейший мост", (), "2023-04-28T14:11", 0),
        (CHINESE, "市政府关闭最古老石桥 下周起禁止汽车通行", (), "2023-04-28T08:41", 0),
        (JAPANESE, "市、最古の石橋を車両通行止めに 橋脚にひび割れ", (), "2023-04-28T10:10", 0),
        (KOREAN, "시, 가장 오래된 돌다리 차량 통행 금지", ("김하늘",), "2023-04-28T10:11", 0),
        (ARABIC, "المدينة تغلق أقدم جسورها أمام السيارات", (), "2023-04-28", 0),
        (NORWEGIAN, "Stenger kommunens eldste bro for biler", ("Kari Solheim",), "2023-04-28T10:10", 0),
    ],
    ids=["de", "fr", "es", "it", "pt", "tr", "ru", "zh", "ja", "ko", "ar", "no"],
)
def test_page_is_read_in_its_language(
    text: str, headline: str, byline: tuple[str, ...], published: str, subheads: int
) -> None:
    (found,) = taken_text(text, TODAY)
    assert found.headline == headline
    assert found.byline == byline
    assert found.published is not None
    assert found.published.iso == published
    assert len(found.texts(BlockRole.BODY)) == 3
    assert len(found.texts(BlockRole.SUBHEAD)) == subheads


def test_page_that_is_not_in_english_writes_the_day_first() -> None:
    (found,) = taken_text(GERMAN.replace("28.04.2023 14:10 Uhr", "5/4/2023"), TODAY)
    assert found.published is not None
    assert found.published.iso == "2023-04-05"
