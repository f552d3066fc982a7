"""What counts as English, and what is said of the rest."""

from __future__ import annotations

import pytest

from reader.core.annotations import Annotations
from reader.core.wording import sentence
from reader.language.english import is_english
from reader.language.foreign import without_speakers
from tests.language.lookers import annotator

FOREIGN = {
    "Dutch": "De burgemeester zei dinsdag dat de haven nog een week dicht blijft "
    "omdat de storm de pier heeft beschadigd.",
    "German": "Die Fischer warten auf besseres Wetter, sagte der Hafenmeister, und "
    "die Reparatur wird noch Wochen dauern.",
    "German headline": "Sturm beschädigt die Mole, Hafen bleibt für eine Woche geschlossen",
    "German capitals": "STURM BESCHÄDIGT DIE MOLE UND DER HAFEN BLEIBT FÜR EINE WOCHE GESCHLOSSEN",
    "Spanish": "El alcalde dijo el martes que el puerto seguirá cerrado una semana porque la tormenta dañó el muelle.",
    "Spanish capitals": "EL ALCALDE DICE QUE EL PUERTO SEGUIRÁ CERRADO POR LA TORMENTA",
    "French": "Le maire a déclaré mardi que le port resterait fermé une semaine, car la tempête a endommagé la jetée.",
    "Italian": "Il sindaco ha detto che il porto resterà chiuso per una settimana "
    "perché la tempesta ha danneggiato il molo.",
    "Portuguese": "O prefeito disse que o porto ficará fechado por mais uma semana "
    "porque a tempestade danificou o cais.",
    "Indonesian": "Wali kota mengatakan pada hari Selasa bahwa pelabuhan akan ditutup "
    "karena badai telah merusak dermaga.",
    "Afrikaans": "Die burgemeester het gesê dat die hawe nog 'n week gesluit sal bly "
    "omdat die storm die pier beskadig het.",
    "Swedish": "Borgmästaren sade att hamnen kommer att vara stängd en vecka till eftersom stormen har skadat piren.",
    "Danish": "Borgmesteren sagde, at havnen vil være lukket i endnu en uge, fordi stormen har beskadiget molen.",
    "Turkish": "Belediye başkanı, fırtına iskeleye zarar verdiği için limanın bir "
    "hafta daha kapalı kalacağını söyledi.",
    "Polish": "Burmistrz powiedział, że port będzie zamknięty jeszcze przez tydzień, "
    "ponieważ sztorm uszkodził molo i się psuje.",
    "Hungarian": "A polgármester azt mondta, hogy a kikötő még egy hétig zárva marad, "
    "mert a vihar megrongálta a mólót.",
    "Tagalog": "Sinabi ng alkalde na mananatiling sarado ang daungan nang isang "
    "linggo pa dahil nasira ng bagyo ang pantalan.",
    "Swahili": "Meya alisema kwamba bandari itaendelea kufungwa kwa wiki moja zaidi "
    "kwa sababu dhoruba iliharibu gati ya mji.",
    "Vietnamese": "Thị trưởng cho biết cảng sẽ đóng cửa thêm một tuần vì cơn bão đã làm hỏng cầu tàu của thành phố.",
    "Korean": "시장은 화요일 폭풍이 부두를 손상시켰기 때문에 항구가 일주일 더 폐쇄될 것이라고 말했다.",
    "Korean with names": "시장 Ilse Marenko는 화요일 Coastline Press와의 인터뷰에서 항구가 폐쇄될 것이라고 말했다.",
    "Arabic": "قال رئيس البلدية يوم الثلاثاء إن الميناء سيبقى مغلقا أسبوعا آخر لأن العاصفة ألحقت أضرارا بالرصيف.",
    "Russian": "Мэр заявил, что порт останется закрытым ещё неделю, потому что шторм повредил причал.",
    "Japanese": "市長は火曜日、嵐が桟橋を壊したため港はあと一週間閉鎖されると述べた。",
    "Hindi": "मेयर ने कहा कि तूफान से घाट क्षतिग्रस्त होने के कारण बंदरगाह एक सप्ताह और बंद रहेगा।",
    "Estonian, which has no list": "Linnapea ütles teisipäeval, et sadam jääb veel nädalaks suletuks, "
    "sest torm kahjustas kaid "
    "ja remont võtab aega. Kalurid ootavad paremat ilma ning loodavad, et laevad pääsevad peagi merele, kuid keegi ei "
    "tea täpselt millal.",
}

ENGLISH = {
    "nothing": "",
    "figures": "12 34 56",
    "one sentence": "Ilse Marenko said so.",
    "a headline": "Crews wait for word from Meresund",
    "capitals": "STORM CLOSES PORT FOR A WEEK AS CREWS WAIT FOR WORD FROM THE HARBOR MASTER",
    "a headline of names in capitals": "DE LA CRUZ, DEL RIO MEET IN LOS ANGELES",
    "foreign names": "Ursula von der Linde, Oscar de la Tour, Ana de los Santos, Guillermo "
    "del Mar and Ines da Silva met",
    "a list of foreign names": "Ursula von der Linde, Oscar de la Tour, Ana de los Santos, Guillermo "
    "del Mar, Ines da Silva",
    "a table": "Tolvik 2 Meresund 1\nPort Ansel 0 Real Costa del Mar 0\nDeportivo de La Punta 3 Oude Haven 2\n",
    "a table of figures": "Gold 1,932.4 up 0.3 pct\nBrent 84.2 down 1.1 pct\nHerring 7,120 -0.1\nCod 9,404 +0.2\n",
    "a recipe": "1 cup flour\n2 teaspoons salt\n3 large eggs\nhalf cup butter, "
    "softened\n1 cup brown sugar\n2 cups rolled oats\n"
    "1 cup chopped walnuts or pecans\nfresh mint leaves to serve",
    "addresses": "Contact: press@harbor.example www.harbor.example/es/el/puerto/que/por",
    "a long foreign quotation": 'The mayor said: "El puerto seguirá cerrado una semana más porque la '
    'tormenta dañó el muelle." '
    "He told reporters on Tuesday that repairs would take a week and that the crews should stay in town.",
}


@pytest.mark.parametrize("name", FOREIGN)
def test_other_languages_are_not_english(name: str) -> None:
    assert not is_english(FOREIGN[name])


@pytest.mark.parametrize("name", ENGLISH)
def test_headlines_tables_and_foreign_names_are_english(name: str) -> None:
    assert is_english(ENGLISH[name])


def test_a_foreign_headline_does_not_make_an_english_story_foreign() -> None:
    story = "The crews of the harbor voted on Tuesday to stay in port, and the union said that it was sorry.\n" * 500
    assert is_english(f"{FOREIGN['Spanish']}\n\n{story}")
    assert not is_english(f"The storm\n\n{FOREIGN['Spanish']}\n" * 500)


def quoted(text: str, found: Annotations) -> list[str]:
    return [q.content[0].of(text) for q in found.quotations]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{FOREIGN['German']}\n„Wir warten“, sagte er der Zeitung „Küste“.", "„Wir warten“"),
        (f"{FOREIGN['French']}\n« Nous attendons », a dit le maire.", "« Nous attendons »"),
        (f'{FOREIGN["Spanish"]}\n"Esperamos aquí", dijo.', '"Esperamos aquí"'),
        (f"{FOREIGN['Japanese']}\n市長は“私たちは待っています”と述べた。", "“私たちは待っています”"),
    ],
)
def test_of_a_foreign_text_only_words_in_marks_are_shown(text: str, words: str) -> None:
    found = annotator().annotate(text, ())
    assert quoted(text, found) == [words]
    assert (found.mentions, found.chains, found.roles) == ((), (), ())
    (quotation,) = found.quotations
    assert (quotation.speaker, quotation.speakers) == (None, ())
    assert "not in English" in sentence(quotation.why)


def test_a_passage_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = "„Wir warten auf Wetter\nDie Mole ist kaputt."
    assert quoted(text, without_speakers(text, "x-1")) == ["„Wir warten auf Wetter"]
