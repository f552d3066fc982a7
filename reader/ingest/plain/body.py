"""Which lines of a page are the story: the run of lines that holds the most prose for the least furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.ingest.plain.classes import LineClass, ends_as_sentence
from reader.ingest.plain.datelines import read_dateline
from reader.ingest.plain.keys import key
from reader.ingest.plain.lines import Line
from reader.ingest.plain.words import EAST_ASIAN

# What a line of a class takes away from a run that holds it, in words of prose. After a heading such as "Latest
# headlines" it takes a good paragraph to believe that the story goes on.
_COSTS = {
    LineClass.END_HEADING: 80.0,
    LineClass.COPYRIGHT: 60.0,
    LineClass.LINK_HEADING: 10.0,
    LineClass.FURNITURE: 10.0,
    LineClass.AUTHOR_NOTE: 10.0,
    LineClass.SHORT: 6.0,
    LineClass.TIMESTAMP: 4.0,
    LineClass.BYLINE: 4.0,
    LineClass.ADDRESS: 4.0,
}
_PASSING = 12.0  # what a heading costs after which the story goes on
_SOON = 9  # lines
_PARAGRAPH = 60  # code points
_NEVER = ("comment", "kommentar", "comentario", "comentários", "leave a reply", "댓글", "yorumlar")
_STORY = 100.0  # words: so many are a story, and no list of links
_LONGEST_HEADING = 60
_COMMENTS = re.compile(
    r"(?:\(?\d{1,5}\)? )?(?:comments?|responses?|replies|thoughts? on .{3,50}|kommentare?|ergänzungen|antworten"
    r"|leserkommentare|commentaires?|réactions?|réponses?|comentarios?|respuestas|comentários?|respostas|commenti|risposte"
    r"|reacties|kommentarer|komentarz[ey]?|komentarzy|yorum(?:lar)?|комментари(?:й|я|ев|и))(?: \(?\d{1,5}\)?)?"
    r"|leave a (?:reply|comment|response)|schreibe? (?:einen kommentar|eine antwort)|laisser un commentaire"
    r"|deja (?:un comentario|una respuesta)|deixe (?:um comentário|uma resposta)|lascia un commento|geef een reactie"
    r"|\d{1,5} ?(?:件のコメント|条评论|개의 댓글)"
)
_LONG = 100  # code points
_ENOUGH = 4
_SHARE = 0.8
_BUNCHED = 3.0  # words that a line in a bunch is worth, where paragraphs are set apart
_ONE_MORE = 3.0  # what a line of furniture costs right behind another: a sign-up form has five
_CODE_POINTS_A_WORD = 6  # counted in code points, so that scripts without spaces weigh as much
_HEAVIEST = 60.0  # words of one paragraph that count
_UNFINISHED = 8.0  # of a paragraph that breaks off, as teasers do
_CREDITS = (LineClass.BYLINE, LineClass.TIMESTAMP)
_LOOK_BACK = 6  # lines of a run among which a byline or a dateline may show that the story begins only there


@dataclass(frozen=True, slots=True)
class Run:
    """Lines ``start`` up to, not with, ``end``."""

    start: int
    end: int


def best_run(lines: Sequence[Line], classes: Sequence[LineClass]) -> Run | None:
    """The run with the greatest weight, or None where no line is prose."""
    best = total = 0.0
    run, start = None, 0
    is_set_apart = sets_paragraphs_apart(lines, classes)
    for at, line in enumerate(lines):
        if best >= _STORY and opens_comments(line.text):
            break  # what readers write may be longer than the story
        is_bunched = is_set_apart and classes[at] is LineClass.PROSE and not _stands_apart(lines, at)
        total += min(_BUNCHED, _weight(line.text, classes[at])) if is_bunched else _weight(line.text, classes[at])
        if at and classes[at] is classes[at - 1] is LineClass.FURNITURE:
            total += _COSTS[LineClass.FURNITURE] - _ONE_MORE
        if classes[at] is LineClass.END_HEADING and goes_on(lines, classes, at):
            total += _COSTS[LineClass.END_HEADING] - _PASSING
        if total <= 0:
            total, start = 0.0, at + 1
        elif total > best:
            best, run = total, Run(start, at + 1)
    if run is None:
        return None
    return Run(_true_start(lines, classes, run), run.end)


def opens_comments(text: str) -> bool:
    """Whether a line is the heading over what readers wrote: "91 comments", "Leave a reply"."""
    return len(text) <= _LONGEST_HEADING and _COMMENTS.fullmatch(key(text)) is not None


def sets_paragraphs_apart(lines: Sequence[Line], classes: Sequence[LineClass]) -> bool:
    """Whether nearly all long paragraphs of a text have blank lines around them: then the others are no paragraphs."""
    long = [at for at, found in enumerate(classes) if found is LineClass.PROSE and len(lines[at].text) >= _LONG]
    return len(long) >= _ENOUGH and sum(_stands_apart(lines, at) for at in long) >= _SHARE * len(long)


def _stands_apart(lines: Sequence[Line], at: int) -> bool:
    return lines[at].after_blank and (at + 1 >= len(lines) or lines[at + 1].after_blank)


def goes_on(lines: Sequence[Line], classes: Sequence[LineClass], heading: int) -> bool:
    """Whether two paragraphs in a row follow soon: a heading such as "Recommended" may stand amid a story, too."""
    if key(lines[heading].text).startswith(_NEVER):
        return False
    in_a_row = 0
    for at in range(heading + 1, min(heading + 1 + _SOON, len(lines))):
        text = lines[at].text
        if classes[at] is LineClass.PROSE and len(text) >= _PARAGRAPH and ends_as_sentence(text):
            in_a_row += 1
            if in_a_row == 2:
                return True
        elif classes[at] is not LineClass.ADVERTISEMENT:
            in_a_row = 0
    return False


def _weight(text: str, found: LineClass) -> float:
    words = len(text) / _CODE_POINTS_A_WORD
    if not text.isascii():
        words += 0.4 * len(EAST_ASIAN.findall(text[:300]))  # scripts that need fewer signs for a word
    if found is LineClass.PROSE:
        return min(words, _HEAVIEST if ends_as_sentence(text) else _UNFINISHED)
    if found is LineClass.LIST:
        return min(words, 10.0) if ends_as_sentence(text) else 1.0
    if found is LineClass.WIRE_CREDIT or found is LineClass.NOTICE:
        return 1.0
    return -_COSTS.get(found, 0.0)


def _true_start(lines: Sequence[Line], classes: Sequence[LineClass], run: Run) -> int:
    """A run may begin with a summary, a caption or a notice: the story begins at the dateline, or under the byline."""
    near = range(run.start, min(run.end, run.start + _LOOK_BACK))
    for at in near:
        opening = read_dateline(lines[at].text)
        if opening is not None and opening.is_sure and opening.dateline.place:
            return at
    if run.start and _is_dateline_alone(lines[run.start - 1].text):
        return run.start - 1
    has_begun = any(c in _CREDITS for c in classes[max(0, run.start - 3) : run.start])
    long = [at for at in near if classes[at] is LineClass.PROSE and len(lines[at].text) >= _LONG and has_begun]
    under = [at + 1 for at in near if classes[at] in _CREDITS and not (long and long[0] < at)]
    start = under[-1] if under else run.start
    while start < run.end and classes[start] is not LineClass.PROSE:
        start += 1
    is_more_after = 2 * sum(c is LineClass.PROSE for c in classes[run.start : start]) < sum(
        c is LineClass.PROSE for c in classes[run.start : run.end]
    )
    return start if start < run.end and is_more_after else run.start


def _is_dateline_alone(text: str) -> bool:
    """Some pages set the dateline on a line of its own, above the lede."""
    opening = read_dateline(text)
    return opening is not None and opening.length == len(text)
