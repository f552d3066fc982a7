"""How the window looks: colours, faces, icons and style, all read from resources/design/tokens.json."""

from reader.gui.look.theme import Theme, load_theme

__all__ = ["Theme", "load_theme"]
