"""What the columns of tables of stories are called, in six languages and by the services that export them."""

from __future__ import annotations

import re
import unicodedata

ROLES = ("headline", "byline", "published", "publication", "body", "url", "summary", "tags", "language")
"""What a column may be (``core.lessons.TableRoles``)."""

# The best names stand first: of two columns with names of one role the one whose name stands further ahead has it.
# A stroke parts names, accents and capitals count for nothing.
_NAMES = {
    "headline": "headline|title|article title|news title|news headline|story title|post title|document title"
    "|web title|resolved title|titel|uberschrift|schlagzeile|titre|titulo|titular|titolo|rubrik titel|kop"
    "|headline text|heading|given title|page title|title page|display title|full title|item title|bookmark title"
    "|link title|title rss|main headline|print headline|seo title|subject|betreff|objet|asunto|oggetto|name|linktext",
    "byline": "byline|author|authors|author name|author names|authors name|article author|news author|author s|autor"
    "|autoren|autorin|verfasser|verfasserin|verf|auteur|auteurs|autores|autora|autore|autori|autrice|writer|writers"
    "|journalist|journalists|journaliste|reporter|reporters|creator|creators|written by|by|published by|von"
    "|redacteur|redakteur|redactor|redattore|periodista|giornalista|contributors|contributor|person|first author",
    "published": "published at|date published|published date|publication date|publish date|pub date|date publish"
    "|published|publishing date|published datetime|date and time|web publication date|published time|publish time"
    "|publication time|published utc|published on|publication datetime|release date|released|date time|datetime"
    "|date utc|date|issued|issued date parts|article date|news date|date of publication|first published|posted"
    "|posted at|posted on|date posted|post date|veroffentlicht|veroffentlicht am|veroffentlichung"
    "|veroffentlichungsdatum|erscheinungsdatum|erschienen|erschienen am|datum|publikationsdatum|wann"
    "|date de publication|date publication|publie|publie le|date de parution|parution|fecha de publicacion"
    "|fecha publicacion|fecha|publicado|publicado el|fecha hora|data di pubblicazione|data pubblicazione|pubblicato"
    "|pubblicato il|data|data de publicacao|seendate|seen date|created utc|created at|created|date created"
    "|creation date|erstellt|erstellt am|cree le|creado|creato|year month day|timestamp|time|zeit|zeitpunkt|uhrzeit"
    "|heure|hora|ora",
    "publication": "publication|publication name|publication title|newspaper|newspaper name|paper name|news source"
    "|news outlet|outlet|outlet name|source name|source title|medium|media outlet|media name|media|publisher"
    "|publisher name|source|container title|website title|site name|blog title|feed title|origin title|journal"
    "|journal title|magazine|periodical|site|website|paper|agency|news agency|provider|brand|channel|feed|feed name"
    "|quelle|zeitung|blatt|publikation|herausgeber|zeitschrift|presse|organ|source nom|media nom|quotidien|editeur"
    "|fuente|medio|periodico|diario|revista|editorial|fonte|giornale|testata|editore|quotidiano|sito|source domain"
    "|domain name|domain|dominio|host|hostname|host name",
    "body": "body|article body|body text|article text|full text|fulltext|full article|article content|maintext"
    "|main text|full content|text body|news article|article story|text|content|content text|story text|story body"
    "|news text|news content|news body|page content|post content|plain text|text content|cleaned text|clean text"
    "|raw text|article full text|volltext|artikeltext|text des artikels|inhalt|haupttext|nachrichtentext|beitrag"
    "|texte|texte integral|texte complet|corps|corps du texte|contenu|contenido|texto|texto completo|cuerpo"
    "|cuerpo del texto|testo|testo completo|testo integrale|contenuto|corpo|corpo del testo|conteudo|content html"
    "|body html|html|html content|readable content|story|article|artikel|articulo|articolo|news|story html|self text"
    "|selftext|transcript|document|document text|content original",
    "url": "url|article url|web url|canonical url|original url|resolved url|given url|link|article link|web link"
    "|weblink|permalink|href|address|web address|page url|news url|story url|post url|link url|bookmark url|urls"
    "|hyperlink|adresse|webadresse|internetadresse|lien|lien url|adresse web|adresse url|enlace|vinculo|direccion"
    "|url del articolo|indirizzo|indirizzo web|collegamento|link articolo|external link|source link|source url"
    "|website url|uri|loc|guid|short url|url used|origin url|canonical|alternate",
    "summary": "summary|abstract|abstract note|excerpt|description|article description|short description|standfirst"
    "|teaser|lead|lede|lead paragraph|dek|deck|trail text|subtitle|sub title|subheadline|subheading|snippet|blurb"
    "|intro|introduction|article excerpt|article summary|selection|extended|note|notes|comment|comments|annotation"
    "|highlights|highlight|zusammenfassung|beschreibung|vorspann|anreisser|kurzfassung|unterzeile|untertitel|auszug"
    "|notiz|notizen|anmerkung|resume|chapo|chapeau|extrait|sous titre|remarque|resumen|descripcion|entradilla"
    "|sumario|extracto|subtitulo|nota|notas|riassunto|sommario|descrizione|occhiello|sottotitolo|estratto"
    "|note personali|resumo|descricao",
    "tags": "tags|tag|labels|label names|keywords|keyword|categories|category|topics|topic|section|section name|desk"
    "|subjects|news desk|folder|folders|collection|document tags|manual tags|tag list|schlagworter|schlagworte"
    "|schlagwort|stichworte|stichworter|rubrik|ressort|kategorie|kategorien|thema|ordner|mots cles|etiquettes"
    "|rubrique|categorie|dossier|etiquetas|palabras clave|seccion|categoria|carpeta|parole chiave|etichette|sezione"
    "|cartella",
    "language": "language|lang|language code|languages|sprache|langue|idioma|lingua|taal",
}  # fmt: skip
_RANKS = {
    name: (role, rank)
    for role, names in reversed(_NAMES.items())
    for rank, name in reversed(list(enumerate(names.split("|"))))
}
_WITHOUT_SPACES = {name.replace(" ", ""): told for name, told in reversed(_RANKS.items())}
_DATES = _NAMES["published"].split("|")
SAVED = frozenset(_DATES[_DATES.index("created utc") :])
"""Names of days on which something was made: in a list of what somebody saved, that was the saving."""
FIRST_WEAK = {"headline": "subject", "published": "seendate", "url": "source link"}
"""From this name on a role is believed only where the contents bear it out."""

# Words that say nothing more: "news_date", "artikel_titel", "web-url".
_EMPTY_WORDS = frozenset("article articles news story post item entry page web doc document artikel the dc og".split())
# In which part of an object its words lie: "source.name", "title.rendered", "headline.main", "summary.content".
_WORDS_IN = frozenset(
    "rendered content value text full plain plaintext html default original en _ $t #text @value".split()
)
_INSIDE = {
    "headline": _WORDS_IN | {"main"},
    "byline": _WORDS_IN - {"content"} | {"name", "display_name", "displayname", "fullname", "literal"},
    "published": frozenset(("date", "value", "$t", "#text", "@value", "$date", "date-parts", "raw", "iso", "start")),
    "publication": _WORDS_IN | {"name", "title", "display_name", "displayname"},
    "body": _WORDS_IN | {"body"},
    "url": frozenset(("url", "href", "value", "canonical", "original", "raw")),
    "summary": _WORDS_IN,
    "tags": frozenset(("name", "value")),
    "language": frozenset(("code", "name", "value")),
}
# Objects that only wrap the entry: "data.title", "_source.title".
_WRAPPERS = frozenset("data _source node attributes fields item properties record doc".split())
# Parts of an entry that tell of something else than the story.
_OTHERS = frozenset(
    "image images thumbnail media multimedia cover photo photos picture avatar icon logo video audio enclosure user "
    "reviewer owner geo location links _links meta stats metrics podcast related entities annotations highlights "
    "favicon oembed library tags categories section crosspost_parent_list guid social embed preview".split()
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BETWEEN = re.compile(r"[\W_]+")
_LONGEST_HEADER = 2000  # code points of a line that names columns
_LONGEST = 80  # code points of a name that is looked at

_CHILD = 200
"""Ranks behind those of an entry's own names, for names that only an inner object gives."""


def plain_name(name: str) -> str:
    """The name in small letters without accents, words apart: "publishedAt", "Published_at" are "published at"."""
    apart = _CAMEL.sub(" ", name[:_LONGEST])
    letters = unicodedata.normalize("NFKD", apart.casefold().replace("ß", "ss"))
    return " ".join(_BETWEEN.split("".join(c for c in letters if not unicodedata.combining(c)))).strip()


def role_of(name: str) -> tuple[str, int] | None:
    """The role that a column's name tells, with its rank (0 is best); None for a name that tells nothing.

    An inner object's name comes with its parents, parted by dots: "source.name".
    """
    *parents, child = name.split(".")
    if any(parent.casefold() in _OTHERS for parent in parents):
        return None
    wrapped = len(parents)
    while parents and parents[0].casefold() in _WRAPPERS:
        parents = parents[1:]
    late = _CHILD * (wrapped - len(parents) > 0)
    known = _known(plain_name(" ".join((*parents, child)))) if len(parents) < 2 else None
    if known is None and parents:
        known = _inner(parents, child)
    return (known[0], known[1] + late) if known is not None else None


def _inner(parents: list[str], child: str) -> tuple[str, int] | None:
    told = role_of(".".join(parents))
    if told is not None and child.casefold() in _INSIDE[told[0]]:
        return told
    if told is not None and told[0] in ("byline", "publication", "tags", "headline", "language"):
        return None  # the address of an author, the language of a publication
    inner = _known(plain_name(child))
    return (inner[0], inner[1] + _CHILD) if inner is not None and plain_name(child) != "name" else None


def is_weak(name: str, role: str) -> bool:
    """Whether a name only hints at its role ("time", "source link", "name")."""
    told = role_of(name)
    weakest = _RANKS.get(FIRST_WEAK.get(role, ""))
    return told is None or weakest is not None and told[1] >= weakest[1]


def _known(name: str) -> tuple[str, int] | None:
    plural = name[:-1] if name.endswith("s") and len(name) > 4 else name
    found = _RANKS.get(name) or _WITHOUT_SPACES.get(name.replace(" ", "")) or _RANKS.get(plural)
    if found is not None:
        return found
    words = name.split()
    rest = [word for word in words if word not in _EMPTY_WORDS]
    return _known(" ".join(rest)) if rest and len(rest) < len(words) else None


def names_columns(text: str) -> bool:
    """Whether a text begins with the header of a table: three names or more, two of them of what a story has.

    The line below is parted by the same mark, or it was the menu of a page.
    """
    line, _, below = text.partition("\n")
    if len(line) > _LONGEST_HEADER:
        return False
    mark = max(",;\t|", key=line.count)
    cells = [cell.strip().strip('"') for cell in line.split(mark)]
    if len(cells) < 3 or any(len(cell) > _LONGEST // 2 for cell in cells) or mark not in below.partition("\n")[0]:
        return False
    roles = {told[0] for cell in cells if (told := role_of(cell)) is not None}
    return len(roles & {"headline", "body", "url", "published"}) > 1 and len(roles) >= len(cells) / 3
