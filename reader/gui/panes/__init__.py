"""The panes around the page: article list, hits, quotations and the entity panel."""

from reader.gui.panes.article_list import ArticleList
from reader.gui.panes.entity_panel import EntityPanel
from reader.gui.panes.hit_list import HitList
from reader.gui.panes.quotation_list import QuotationList, QuotationState
from reader.gui.panes.quotation_strip import QuotationStrip

__all__ = ["ArticleList", "EntityPanel", "HitList", "QuotationList", "QuotationState", "QuotationStrip"]
