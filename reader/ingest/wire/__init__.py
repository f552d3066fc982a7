"""What agencies send: NITF, NewsML, ninjs, IPTC 7901 and ANPA 1312, and texts with a header of their own."""
