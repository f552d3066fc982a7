"""The command line: the same verbs as the window, for scripts. ``docs/guide`` and ``--help`` describe them."""
