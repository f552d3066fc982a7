"""The words of menus, search boxes and comment forms in many languages. Data only; see ``phrases``."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """The phrases between upright strokes, with single spaces."""
    return frozenset(" ".join(phrase.split()) for phrase in words.split("|"))


FORM_HEADINGS = listed(
    """
    kommentar verfassen|hinterlasse einen kommentar|hinterlasse eine antwort|deine antwort schreiben|
    antwort abbrechen|laisser un commentaire|laisser une réponse|annuler la réponse|deja un comentario|
    deja una respuesta|dejar un comentario|cancelar la respuesta|deixe um comentário|deixe uma resposta|
    cancelar resposta|lascia un commento|lascia una risposta|annulla risposta|geef een reactie|
    laat een reactie achter|reactie annuleren|legg igjen en kommentar|legg igjen et svar|lämna ett svar|
    lämna en kommentar|skriv et svar|skriv en kommentar|efterlad en kommentar|dodaj komentarz|zostaw komentarz|
    bir yanıt yazın|bir cevap yazın|yorum yap|оставить комментарий|добавить комментарий|отменить ответ|
    コメントを残す|发表回复|发表评论|답글 남기기|اترك تعليقا|اترك ردا|cancel reply|leave a response|post a reply|
    your comment|ihr kommentar|dein kommentar|letzte beiträge|neueste beiträge|neueste kommentare|
    articles récents|commentaires récents|entradas recientes|comentarios recientes|posts recentes|
    articoli recenti|commenti recenti|recente berichten|recente reacties|свежие записи|свежие комментарии|
    über den autor|über den autor/die autorin|über den autor/ die autorin|über die autorin|
    à propos de l'auteur|à propos de l’auteur|sobre el autor|sobre o autor|l'autore|informazioni sull'autore|
    over de auteur|unsere lesetipps|i commenti dei lettori|leggi i commenti|unterhaltung beginnen
    """
)
"""After one of these the story is over."""

FORM_FURNITURE = listed(
    """
    toggle navigation|toggle menu|toggle search|toggle sidebar|toggle search input|toggle main navigation|
    main navigation|primary menu|primary navigation|secondary navigation|secondary menu|you are here|search for|
    suche nach|springe zum inhalt|zum hauptinhalt springen|direkt zum inhalt|zum inhalt wechseln|
    zum inhalt nach oben|sie sind hier|zurück zur startseite|aller au contenu principal|vous êtes ici|rechercher|
    retour à l'accueil|retour à l’accueil|ir al contenido|ir al contenido principal|saltar al contenido|
    usted está aquí|buscar por|volver a la portada|ir para o conteúdo|pular para o conteúdo|você está aqui|
    pesquisar por|vai al contenuto|menu di navigazione|menu principale|ricerca per|sei qui|ga naar de inhoud|
    naar de inhoud|zoeken naar|hopp til innhold|gå til innhold|søk etter|hoppa till innehåll|sök efter|
    gå til indhold|spring til indhold|søg efter|przejdź do treści|szukaj|jesteś tutaj|içeriğe geç|içeriğe atla|
    arama yap|перейти к содержимому|перейти к содержанию|перейти к основному содержанию|найти|закрыть|
    закрыть меню|открыть меню|меню сайта|コンテンツへスキップ|検索対象|跳至内容|跳转到内容|콘텐츠로 건너뛰기|
    تخطى إلى المحتوى|انتقل إلى المحتوى|выйти из полноэкранного режима|развернуть на весь экран|share this post|
    teile das|teilen mit|partager ceci|comparte esto|compartilhe isso|condividi su|deel dit|drucken etc|
    druckversion|print version|antworten|répondre|responder|rispondi|beantwoorden|svar|svara|odpowiedz|yanıtla|
    ответить|reply|pflichtfeld|gefällt mir|j'aime|me gusta|mi piace
    """
)

POSTED_PREFIXES = (
    "this entry was posted ", "this post was posted ", "dieser beitrag wurde am ", "dieser beitrag wurde unter ",
    "dieser eintrag wurde am ", "cette entrée a été publiée ", "ce billet a été publié ", "esta entrada fue publicada ",
    "esta entrada se publicó ", "esta entrada foi publicada ", "questa voce è stata pubblicata ",
    "dit bericht werd geplaatst ", "dit bericht is geplaatst ", "posted in ", "posted on ",
)  # fmt: skip
"""What blogs print below a story: "This entry was posted on … by … in …"."""
