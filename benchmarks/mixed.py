"""The made-up articles in the forms in which saved news comes: pages, mail, feeds, archives, tables, and bad files."""

from __future__ import annotations

import csv
import io
import json
import mailbox
import zipfile
from email.message import EmailMessage
from html import escape
from pathlib import Path

from benchmarks.articles import article

SECTIONS = ("News", "Coast", "Harbors", "Weather", "Markets", "Opinion", "Letters", "Sport", "Culture", "Notices")


def page(text: str, address: str = "", teasers: int = 4) -> str:
    """An article as a saved page: a menu, a head that tells machines of it, teasers of other stories, a footer.

    With 120 teasers it is as heavy as the pages of papers, some 100 KB.
    """
    headline, byline, date, *paragraphs = text.strip().split("\n\n")
    body = "".join(f"<p>{escape(words, quote=False)}</p>\n" for words in paragraphs[:-3])
    menu = "".join(f'<li class="menu-item"><a href="/{name.lower()}">{name}</a></li>' for name in SECTIONS)
    canonical = f'<link rel="canonical" href="{address}">' if address else ""
    told = {"@type": "NewsArticle", "headline": headline, "author": {"name": byline.removeprefix("By ")}}
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>{escape(headline)} | Coastline Press</title>
<meta property="og:site_name" content="Coastline Press">{canonical}
<script type="application/ld+json">{json.dumps(told)}</script>
<script>{"window.layers.push({event: 'view', at: 0});" * (2 * teasers)}</script></head>
<body><nav><ul>{menu}</ul></nav><main><article><h1>{escape(headline)}</h1><p class="byline">{byline}</p>
<time>{date}</time>{body}</article></main><aside><h2>Most read</h2>{"".join(map(_teaser, range(teasers)))}</aside>
<footer><ul>{menu}</ul>© 2024 Coastline Press. All rights reserved.</footer></body></html>"""


def _teaser(number: int) -> str:
    headline = article(number, words=1).partition("\n")[0]
    return (
        f'<div class="teaser teaser--small" data-id="{number}" data-position="aside-{number}"><a class="teaser__link" '
        f'href="/coast/{number}/story"><img class="teaser__image" src="/pictures/{number}-320.jpg" width="320" '
        f'height="180" alt="" loading="lazy"><span class="teaser__kicker">{SECTIONS[number % 10]}</span>'
        f'<h3 class="teaser__headline">{escape(headline)}</h3></a></div>\n'
    )


def message(text: str) -> EmailMessage:
    """An article as a letter to subscribers."""
    headline, _, _, *paragraphs = text.strip().split("\n\n")
    letter = EmailMessage()
    letter["From"], letter["Subject"] = "Coastline Press <letters@coastline.example>", headline
    letter["Date"] = "Tue, 12 Mar 2024 08:00:00 +0100"
    letter.set_content("\n\n".join(paragraphs[:-3]))
    return letter


def feed(texts: list[str]) -> str:
    """Articles as a feed."""
    items = []
    for number, text in enumerate(texts):
        headline, _, _, *paragraphs = text.strip().split("\n\n")
        body = escape("".join(f"<p>{escape(words)}</p>" for words in paragraphs[:-3]))
        link = f"https://coastline.example/feed/{headline.split()[-1]}-{number}"
        items.append(
            f"<item><title>{escape(headline)}</title><link>{link}</link><description>{body}</description></item>"
        )
    channel = f"<channel><title>Coastline Press</title>{''.join(items)}</channel>"
    return f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'


def write(folder: Path, count: int) -> int:
    """Writes about ``count`` articles, an eighth of them in each form, and four files that hold none.

    Returns how many articles they are.
    """
    folder.mkdir(parents=True, exist_ok=True)
    each = max(1, count // 8)
    texts = [article(number) for number in range(8 * each)]
    groups = [texts[start : start + each] for start in range(0, len(texts), each)]
    for number, text in enumerate(groups[0]):
        (folder / f"text-{number:05d}.txt").write_text(text, "utf-8")
    for number, text in enumerate(groups[1]):
        (folder / f"page-{number:05d}.html").write_text(page(text, f"https://coastline.example/{number}"), "utf-8")
    for number, text in enumerate(groups[2]):
        (folder / f"letter-{number:05d}.eml").write_bytes(message(text).as_bytes())
    box = mailbox.mbox(folder / "letters.mbox")
    for text in groups[3]:
        box.add(message(text))
    box.close()
    (folder / "feed.rss").write_text(feed(groups[4]), "utf-8")
    rows = [{"title": text.split("\n")[0], "text": "\n\n".join(text.split("\n\n")[3:-3])} for text in texts[5 * each :]]
    lines = [json.dumps(row) for row in rows[:each]]
    (folder / "dump.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    _write_table(folder / "table.csv", rows[each : 2 * each])
    with zipfile.ZipFile(folder / "pages.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number, text in enumerate(groups[7]):
            archive.writestr(f"saved/{number:05d}.html", page(text))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000))
    (folder / "cut.html.gz").write_bytes(b"\x1f\x8b\x08\x00nothing")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4\n%%EOF")
    return len(texts)


def _write_table(file: Path, rows: list[dict[str, str]]) -> None:
    out = io.StringIO()
    table = csv.DictWriter(out, ["title", "text"])
    table.writeheader()
    table.writerows(rows)
    file.write_text(out.getvalue(), "utf-8")
