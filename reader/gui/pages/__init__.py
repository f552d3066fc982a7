"""Pages: what stands in place of text and quotations for a while, and is a place in the history like any article.

How to add one (``report_page.py`` is the example):

1. Write its view, a ``QWidget`` that shows records and asks nothing. Take ``PageHead`` for title, facts and at most
   three buttons, ``panes.tabs.Tabs``, and ``PageTable`` over a ``PageModel`` where it lists something. Pages stand on
   ``paper`` (``on_paper``); words begin at ``spaces(theme).gutter``.
2. Write the page, a ``QObject`` that asks ``jobs`` and fills the view. It has what ``Page`` lists: it is asked to
   ``go_to`` a ``PagePlace``, and says by ``place`` where the reader is on it. ``key`` of the place is the page's own:
   the number of a run, two ids. A page opens no article: it has signals, which the window ties to ``desk.open``.
3. Keys that mean something else on the page than in the text (N on "What changed") go into ``PageKeys``: they work
   while the keyboard is in the page and leave its fields alone. Copy and Select all reach whatever widget has ``copy``
   and ``selectAll``; Find reaches ``find`` and Esc ``escape``.
4. Name it to the window: ``window.pages.add("changes", make)``, in a file of its own as ``report_ties.py`` does;
   ``whole=True`` where the list is to give way too. It is made when it is first shown.
5. Open it by ``window.desk.open_page(PagePlace("changes", key))``. Back, Forward, the window's title, the right of the
   status bar, the tools of the article and the focus then follow by themselves (``page_ties.py``).
"""

from reader.gui.pages.page import Page
from reader.gui.pages.page_head import PageHead, on_paper
from reader.gui.pages.page_keys import PageKeys
from reader.gui.pages.page_model import PageModel, RowLook
from reader.gui.pages.page_table import PageTable
from reader.gui.pages.pages import Pages

__all__ = ["Page", "PageHead", "PageKeys", "PageModel", "PageTable", "Pages", "RowLook", "on_paper"]
