"""Zip archives with their folders: each member of a readable format, and nothing is ever unpacked to the disk."""

from __future__ import annotations

import datetime as dt
import zipfile
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from itertools import islice

from reader.core.reasons import Reason, Trouble
from reader.core.steps import Failed
from reader.ingest.archives.cut_zips import Member, members_of_cut
from reader.ingest.archives.names import Names, is_passed_over
from reader.ingest.archives.opening import open_zip, place_of
from reader.ingest.archives.streams import ZipMember, read_some
from reader.ingest.barrier import guarded
from reader.ingest.distinct import Distinct
from reader.ingest.exports.omnivore import is_metadata, with_texts
from reader.ingest.formats import STREAMS, format_of
from reader.ingest.gate import MAX_MEMBERS, MAX_UNPACKED, is_too_much, too_much
from reader.ingest.original import Original, Parsed, Passed

_HEAD = 1 << 16
_NO_DAY = (1980, 1, 1)  # what programs write that do not know the day


def read_zip(original: Original) -> Parsed:
    """The members in order, lists of entries first. One that cannot be read is a ``Failed``, and the others go on.

    Of an archive without a list of its members, those are read that are there.
    """
    with ExitStack() as opened:
        try:
            archive = opened.enter_context(open_zip(original))
        except Trouble as trouble:
            if trouble.reason.code != "damaged-archive":
                raise
            yield from _of_cut(original)
        else:
            parts = _of_cut(original) if _has_list_of_another(archive, original) else _of_whole(archive, original)
            yield from parts


def _has_list_of_another(archive: zipfile.ZipFile, original: Original) -> bool:
    """Whether the list is that of an archive that lies in this one, which lost its own: it begins with no member."""
    begins = min((info.header_offset for info in archive.infolist()), default=0)
    return begins > 0 and original.data.startswith(b"PK\x03\x04")


def _of_whole(archive: zipfile.ZipFile, original: Original) -> Parsed:
    infos = archive.infolist()
    if len(infos) > MAX_MEMBERS:
        reason = Reason("too-many-members", (place_of(original), str(MAX_MEMBERS)))
        yield Failed(original.path, reason, member=original.member)
    names, distinct = Names(info.filename for info in infos), Distinct()
    joined: set[str] = set()
    # Lists of entries come first: they tell which members are the texts of these.
    for info in sorted(infos[:MAX_MEMBERS], key=lambda info: not is_metadata(info.filename)):
        if info.is_dir() or is_passed_over(info.filename, names) or not info.file_size or info.filename in joined:
            continue
        name = distinct.file(info.filename)
        yield from guarded(original.within(name, b""), _read(archive, info, original, name, joined))


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, original: Original, name: str, joined: set[str]) -> Parsed:
    """A member; names of others that are its texts are added to ``joined``."""
    for found in _member(archive, info, original, name):
        if not isinstance(found, Original) or found.file is not None or not is_metadata(info.filename):
            yield found
            continue
        data, texts = with_texts(found.data, info.filename, partial(_whole, archive, original))
        joined |= texts
        yield replace(found, data=data)


def _of_cut(original: Original) -> Parsed:
    distinct, is_empty = Distinct(), True
    with original.open() as file:
        for member in islice(members_of_cut(file, MAX_UNPACKED), MAX_MEMBERS):
            is_empty, name = False, member.info.filename
            if member.info.is_dir() or is_passed_over(name) or (member.is_whole and not member.data):
                yield Passed()
            else:
                yield from _cut_member(member, original, distinct.file(name))
    if is_empty:
        raise Trouble("damaged-archive", place_of(original))
    yield Failed(original.path, Reason("cut-off", (place_of(original),)), member=original.member)


def _cut_member(member: Member, original: Original, name: str) -> Parsed:
    inner, place = original.within(name, member.data, day=_day(member.info)), f"{place_of(original)}/{name}"
    if member.info.flag_bits & 1:
        reason = Reason("protected", (place,))
    elif is_too_much(len(member.data), member.taken) and member.taken:
        reason = too_much(len(member.data), member.taken, place).reason
    else:
        reason = Reason("cut-off" if member.data else "damaged", (place,))
        if member.data:  # half a page may hold nothing of its story
            yield replace(inner, optional=not member.is_whole)
        if member.is_whole:
            return
    yield Failed(original.path, reason, member=inner.member)


def member_of(archive: zipfile.ZipFile, info: zipfile.ZipInfo, original: Original) -> ZipMember:
    """A member to open by itself."""
    return ZipMember(archive, info, f"{place_of(original)}/{info.filename}")


def _whole(archive: zipfile.ZipFile, original: Original, name: str) -> bytes | None:
    """The bytes of a member; None where it is not there, or cannot be read to its end."""
    try:
        steps = list(_member(archive, archive.getinfo(name), original, name))
    except KeyError:
        return None
    found = steps[0] if len(steps) == 1 else None
    return found.data if isinstance(found, Original) and found.file is None else None


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, original: Original, name: str) -> Parsed:
    packed = member_of(archive, info, original)
    inner = original.within(name, b"", day=_day(info))
    if info.flag_bits & 1:
        yield Failed(original.path, Reason("protected", (packed.name,)), member=inner.member)
        return
    is_large = is_too_much(info.file_size, info.compress_size)
    try:
        with packed.open() as stream:
            data, trouble = read_some(stream, _HEAD if is_large else MAX_UNPACKED)
    except Trouble as error:
        data, trouble = b"", error
    inner = replace(inner, data=data, file=packed if is_large else None)
    if is_large and trouble is None and not _is_stream(inner, info):
        trouble = too_much(info.file_size, info.compress_size, packed.name)
    if data and (trouble is None or trouble.reason.code == "cut-off"):
        yield inner
    if trouble is not None:
        reason = trouble.reason if data else Reason("damaged", (packed.name,))
        yield Failed(original.path, reason, member=inner.member)


def _is_stream(inner: Original, info: zipfile.ZipInfo) -> bool:
    """Whether a member may be larger than memory: a dump, and not one that unpacks to far more than dumps do."""
    try:
        return info.file_size > MAX_UNPACKED and format_of(inner) in STREAMS - {"zip", "wacz"}
    except Trouble:
        return False


def _day(info: zipfile.ZipInfo) -> dt.date | None:
    try:
        return dt.date(*info.date_time[:3]) if info.date_time[:3] != _NO_DAY else None
    except ValueError:
        return None
