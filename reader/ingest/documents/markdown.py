"""Markdown to articles: notes, clips of web pages (Obsidian, MarkDownload, Joplin), what pandoc writes.

Markup within Markdown is not shown: the whole becomes HTML, of which only the words are taken, as from any fragment.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from reader.core.kinds import BlockRole
from reader.core.text import canonical
from reader.ingest.addresses import canonical_address
from reader.ingest.documents.front_matter import facts_in, split_front_matter
from reader.ingest.documents.stories import make_story
from reader.ingest.documents.told import title_of
from reader.ingest.facts import Facts
from reader.ingest.html.fragments import fragment_lines
from reader.ingest.making import RoledLine
from reader.ingest.original import Found, Hints, Original
from reader.ingest.plain.articles import read_text

_LONGEST_INLINE = 20_000
"""Code points of a paragraph in which marks are sought; 50,000 brackets take the parser 2 s."""
_DEEPEST = 100  # what lies deeper the parser drops
_NEARLY_DEEPEST = _DEEPEST - 3
_QUOTED_DEEP = re.compile(r"^(?: {0,3}(?:>|[-*+]|\d{1,9}[.)]) ?){16,}+", re.MULTILINE)
_INDENTED_DEEP = re.compile(r"^[ \t]{33,}+", re.MULTILINE)
_EMBEDDED = re.compile(r"!\[\[[^\[\]\n]{1,300}\]\]")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})\]\]")
_MARKED = re.compile(r"==(?=\S)([^=\n]{1,2000})==")
_CALLOUT = re.compile(r"^(> ?)\[!\w{1,30}\][+-]? ?", re.MULTILINE)
_ORIGIN = re.compile(
    r"(?:[>*_-] ?){0,3}(?:source|url|link|original|read (?:the )?original|via|from|clipped from|saved from|article)"
    r"[*_]{0,2}:?[*_]{0,2}:?\s?\(?<?(?:\[[^\[\]]{0,200}\]\()?(https?://[^\s)>\]]+)\S{0,3}",
    re.IGNORECASE,
)
_ORIGIN_LINK = re.compile(
    r"\[(?:source|original|read (?:the )?original|link|view original|original article)\]\((https?://[^\s)]+)\)",
    re.IGNORECASE,
)
_TOP = 12  # lines among which a clip says where it is from


def read_markdown(original: Original, hints: Hints) -> Iterator[Found]:
    """The article of a Markdown text; none where it holds none."""
    fields, body = split_front_matter(canonical(original.text().replace("\x00", "")))
    told, fallback = facts_in(fields)
    url, body = _origin(body)
    told = told.over(Facts(url=url))
    lines = list(lines_of_markdown(body))
    if lines and lines[0][0] is BlockRole.SUBHEAD and not told.headline:
        lines[0] = (BlockRole.HEADLINE, lines[0][1])
    elif not told.headline and not any(role is BlockRole.SUBHEAD for role, _ in lines[:3]):
        # A text whose first lines are no headings may still print its headline, as a copied text does.
        plain = "\n\n".join(text for _, text in lines)
        if not any(role is not BlockRole.BODY for role, _ in lines):
            yield from read_text(plain, original, hints, told)
            return
        told = Facts(headline=title_of(original.name.rpartition(".")[0])).over(told) if told.url else told
    found = make_story(lines, told, original, hints, fallback)
    if found is not None:
        yield found


def lines_of_markdown(text: str) -> tuple[RoledLine, ...]:
    """The lines of a Markdown text, each with its role."""
    text = _INDENTED_DEEP.sub(" " * 32, _QUOTED_DEEP.sub("> ", text))
    text = _CALLOUT.sub(r"\1", _MARKED.sub(r"\1", _WIKI_LINK.sub(r"\1", _EMBEDDED.sub("", text))))
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST, "html": True}, renderer_cls=_Renderer).enable("table")
    setattr(parser, "validateLink", lambda url: True)  # noqa: B010  (of a link only the words are taken)
    parser.disable("inline")  # paragraphs stay as they are written until the renderer takes them up
    env: EnvType = {}  # what links are said to lead to, at the end of the text
    tokens = parser.parse(text, env)
    if any(token.level >= _NEARLY_DEEPEST for token in tokens):
        return tuple((BlockRole.BODY, line) for line in text.split("\n"))
    for token in tokens:
        if token.type == "inline" and len(token.content) <= _LONGEST_INLINE:
            token.children = []
            parser.inline.parse(token.content, parser, env, token.children)
    return fragment_lines(parser.renderer.render(tokens, parser.options, env))


class _Renderer(RendererHTML):
    """HTML, in which paragraphs that are too long for their marks to be sought are plain text."""

    def render(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:
        for token in tokens:
            if token.type == "inline" and not token.children and token.content:
                token.children = [Token("text", "", 0, content=token.content)]
        return super().render(tokens, options, env)

    def text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return html.escape(tokens[idx].content, quote=False)

    text_special = text  # an escaped mark

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return "<a>"  # an address of 50,000 letters to which 10,000 links lead would be written as often

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return ""


def _origin(body: str) -> tuple[str, str]:
    """The address that a clip gives above its text, and the text without that line."""
    lines = body.split("\n", _TOP)
    for at, line in enumerate(lines[:_TOP]):
        found = _ORIGIN.fullmatch(line.strip()) or _ORIGIN_LINK.fullmatch(line.strip())
        if found is not None and len(line) < 2000:
            return canonical_address(found[1]), "\n".join((*lines[:at], *lines[at + 1 :]))
    return "", body
