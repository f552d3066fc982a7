"""NewsML 1: items of components inside components."""

from __future__ import annotations

import datetime as dt

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.ingest.original import Found, Hints, Original
from reader.ingest.wire.newsml import read_newsml

STORY = "The ferry left Port Elder at noon, three days after a storm tore away its landing stage."
MANAGEMENT = """<Identification><NewsIdentifier><ProviderId>elderwire.example</ProviderId><DateId>20260129</DateId>
</NewsIdentifier></Identification><NewsManagement><NewsItemType FormalName="News"/>
<FirstCreated>20260130T080000+0100</FirstCreated><ThisRevisionCreated>20260130T091244+0100</ThisRevisionCreated>
</NewsManagement>"""
LINES = """<NewsLines><HeadLine>Ferry sails</HeadLine><ByLine>by Ilse Marenko</ByLine>
<DateLine>PORT ELDER, Jan 30, 2026 (EW) -</DateLine></NewsLines><AdministrativeMetadata><Provider>
<Party FormalName="Elder Wire"/></Provider></AdministrativeMetadata><DescriptiveMetadata><Language FormalName="fr"/>
</DescriptiveMetadata>"""


def taken(*items: str) -> list[Article]:
    page = (
        '<?xml version="1.0"?><!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd"><NewsML><NewsEnvelope>'
        f"<DateAndTime>20260131T100000Z</DateAndTime></NewsEnvelope>{''.join(items)}</NewsML>"
    )
    found = read_newsml(Original("a.xml", page.encode()), Hints(dt.date(2026, 2, 1)))
    return [one.article for one in found if isinstance(one, Found)]


def item(components: str, management: str = MANAGEMENT) -> str:
    return f"<NewsItem>{management}<NewsComponent>{components}</NewsComponent></NewsItem>"


def content(data: str, kind: str = "Text") -> str:
    return f'<ContentItem><MediaType FormalName="{kind}"/><DataContent>{data}</DataContent></ContentItem>'


def test_item_gives_all_its_fields() -> None:
    (article,) = taken(
        item(f"<NewsComponent>{LINES}{content(f'<p>{STORY}</p><p>The band played.</p>')}</NewsComponent>")
    )
    assert (article.headline, article.byline, article.publication) == ("Ferry sails", ("Ilse Marenko",), "Elder Wire")
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("PORT ELDER", "EW")
    assert article.published is not None and article.published.iso == "2026-01-30T09:12+01:00"
    assert article.language == "fr"
    assert article.texts(BlockRole.BODY) == (STORY, "The band played.")


def test_caption_and_text_of_one_item_are_one_story() -> None:
    (article,) = taken(
        item(
            f"{LINES}<NewsComponent><Role FormalName='Main'/>{content(f'<p>{STORY}</p>')}</NewsComponent>"
            f"<NewsComponent><Role FormalName='Caption'/>{content('<p>The new landing stage.</p>')}</NewsComponent>"
            f"<NewsComponent><Role FormalName='Main'/>{content('QUJD', 'Photo')}</NewsComponent>"
        )
    )
    assert article.texts(BlockRole.BODY) == (STORY,)
    assert article.texts(BlockRole.CAPTION) == ("The new landing stage.",)
    assert "QUJD" not in article.text


def test_components_with_headlines_of_their_own_are_stories_of_their_own() -> None:
    found = taken(
        item(
            "".join(
                f"<NewsComponent><NewsLines><HeadLine>{name}</HeadLine></NewsLines>{content(f'<p>{STORY}</p>')}"
                "</NewsComponent>"
                for name in ("Ferry", "Boat")
            )
        )
    )
    assert [article.headline for article in found] == ["Ferry", "Boat"]


def test_title_in_a_component_of_its_own_is_the_headline() -> None:
    (article,) = taken(
        item(
            f"<NewsComponent><Role FormalName='Title'/>{content('Ferry sails')}</NewsComponent>"
            f"<NewsComponent><Role FormalName='Body'/>{content(STORY)}</NewsComponent>"
        )
    )
    assert (article.headline, article.texts(BlockRole.BODY)) == ("Ferry sails", (STORY,))


def test_envelope_dates_what_has_no_date() -> None:
    (article,) = taken(item(LINES + content(f"<p>{STORY}</p>"), management=""))
    assert article.published is not None and article.published.iso == "2026-01-31T10:00+00:00"


def test_nitf_inside() -> None:
    nitf = f"<nitf><body><body.content><p>{STORY}</p></body.content></body></nitf>"
    (article,) = taken(item(LINES + content(nitf)))
    assert (article.headline, article.texts(BlockRole.BODY)) == ("Ferry sails", (STORY,))


def test_picture_alone_gives_its_caption() -> None:
    (article,) = taken(
        item(f"{LINES}<NewsComponent><Role FormalName='Caption'/>{content(f'<p>{STORY}</p>')}</NewsComponent>")
    )
    assert article.texts(BlockRole.BODY) == (STORY,)


def test_item_stays_the_same_article_when_another_is_added() -> None:
    one, two, three = (
        item(f"<NewsComponent>{LINES.replace('Ferry', thing)}{content(f'<p>{STORY}</p>')}</NewsComponent>")
        for thing in ("Ferry", "Boat", "Raft")
    )
    before, after = taken(one, two), taken(one, two, three)
    assert [article.headline for article in after] == ["Ferry sails", "Boat sails", "Raft sails"]
    assert [article.id for article in after[:2]] == [article.id for article in before]
