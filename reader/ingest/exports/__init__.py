"""What services, browsers and reference managers give out: lists of addresses, with or without the text."""
