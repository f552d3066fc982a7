"""Feeds and lists of feeds: RSS, RDF, Atom, JSON Feed, OPML."""
