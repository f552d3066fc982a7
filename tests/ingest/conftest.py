"""Modules that take the limits of the gate by name are imported first: one test makes a limit small for its own time,
and a module that was first imported meanwhile would keep the small one.
"""

from __future__ import annotations

from reader.ingest.archives import http_body, packed, record_stream, records, streams, tars, zips
from reader.ingest.documents import package
from reader.ingest.mail import mailbox

__all__ = ["http_body", "mailbox", "package", "packed", "record_stream", "records", "streams", "tars", "zips"]
