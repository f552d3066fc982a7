"""Files that hold others: web archives, saved pages with all their parts, zip, gzip, tar. Never unpacked to disk."""
