"""How fast search is, and how fast and large its index, beside other engines on the same made-up articles."""
