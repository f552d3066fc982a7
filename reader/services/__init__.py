"""The verbs: import, annotate, index, search, browse, correct, export. Window and command line call only these."""
