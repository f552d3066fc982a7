#!/usr/bin/env python3
"""check_seed.py [--cmd dateline] [--all]: imports the seed into a fresh library and compares what the program shows with expected.json.

Prints a line for each point that falls short, then "N passed, N failed"; exit code 0 when nothing failed. `--all` also asks for the points marked
'later' (speakers behind role nouns and pronouns, search inside quotations). Standard library only; the shapes are those of cli.md.
"""
import argparse
import glob
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
HERE = os.environ.get("DATELINE_SEED") or os.path.join(ROOT, "seeds", "seed")
SEED = min(glob.glob(os.path.join(HERE, "*.txt")), default="")


def squash(s):
    return re.sub(r"\s+", " ", str(s or "").replace("’", "'").replace("“", '"').replace("”", '"')).strip().lower()


def bare(s):
    return re.sub(r"[^\w ]+", "", squash(s)).strip()


class Check:
    def __init__(self, cmd, library, everything):
        self.cmd, self.library, self.everything = shlex.split(cmd), library, everything
        self.passed = self.failed = 0

    def point(self, ok, what):
        if ok:
            self.passed += 1
        else:
            self.failed += 1
            print("falls short:", what)

    def run(self, *args):
        r = subprocess.run([*self.cmd, "--library", self.library, "--json", *args], capture_output=True, text=True, timeout=180)
        if "Traceback" in r.stderr:
            self.point(False, f"a traceback from {args[0]}: {r.stderr.strip().splitlines()[-1][:200]}")
        return [json.loads(line) for line in r.stdout.splitlines() if line.strip()], r.returncode

    def asked(self, x, what):
        return self.everything or (what not in x.get("later", []) and "all" not in x.get("later", []))


def article(c, want, show):
    text, art = show.get("text", ""), want["article"]
    of = lambda role: [text[b["start"] : b["end"]] for b in show.get("blocks", []) if b.get("role") == role]
    c.point(squash(show.get("headline")) == squash(art["headline"]), f"headline: {show.get('headline')!r}")
    c.point(squash(show.get("publication")) == squash(art["publication"]), f"publication: {show.get('publication')!r}")
    c.point(squash((show.get("dateline") or {}).get("place")) == squash(art["dateline_place"]), f"dateline: {show.get('dateline')}")
    c.point(str(show.get("published", "")).startswith(art["published"]), f"published: {show.get('published')!r}")
    c.point(show.get("published_why"), "why the year is 2023 is not said (published_why)")
    body = of("body")
    c.point(len(body) == art["body_paragraphs"], f"body paragraphs: {len(body)}, expected {art['body_paragraphs']}")
    c.point(body and squash(art["body_starts"]) in squash(body[0]), f"body starts: {body[:1]}")
    c.point(body and squash(body[-1]).endswith(squash(art["body_ends"])), f"body ends: {body[-1:]}")
    c.point([1 for x in of("caption") if squash(art["captions"][0]) in squash(x)] == [1], f"captions: {of('caption')}")
    c.point(any(squash(art["credit"]) in squash(x) for x in of("credit") + of("caption")), f"credit: {of('credit')}")
    for r in want["removed"]:
        got = [x for x in show.get("removed", []) if bare(r["text"]) in bare(x["text"])]
        c.point(bool(got) and all(x.get("reason") for x in got), f"removed, with a reason: {r['text'][:50]!r}")
        if "caption" not in r["reason"]:
            c.point(bare(r["text"]) not in bare(text), f"still in the text: {r['text'][:50]!r}")


def entities(c, want, ident, text):
    found = c.run("entities", "--article", ident, "--limit", "500")[0]
    names = lambda e: {squash(e["name"]), *map(squash, e.get("aliases", []))}
    find = lambda name: [e for e in found if squash(name) in names(e)]
    for e in want["entities"]:
        got = find(e["name"])
        if not e["mentions"]:
            c.point(not got, f"never named, must not appear: {e['name']}")
            continue
        c.point(len(got) == 1, f"one entity for {e['name']!r}: found {[g['name'] for g in got]}")
        if len(got) != 1:
            continue
        c.point(got[0]["kind"] == e["kind"], f"kind of {e['name']}: {got[0]['kind']}, expected {e['kind']}")
        rows = [m for m in c.run("mentions", str(got[0]["id"]))[0] if str(m.get("article")) == ident]
        forms = {squash(text[m["start"] : m["end"]]) for m in rows}
        for m in e["mentions"] + (e.get("nominal_mentions", []) if c.asked(e, "nominal_mentions") else []):
            c.point(squash(m) in forms, f"{e['name']}: mention {m!r} (found {sorted(forms)})")
        for r in e.get("roles", []):
            c.point(any(squash(r) in squash(x) for x in got[0].get("roles", [])), f"role of {e['name']}: {got[0].get('roles')}, expected {r!r}")
    for x, y in want["must_not_be_one_entity"]:
        c.point(not ({g["id"] for g in find(x)} & {g["id"] for g in find(y)}), f"{x} and {y} are one entity")
    for kind, key in (("person", "persons"), ("organization", "organizations")):
        if want["no_other"].get(key):
            allowed = {squash(e["name"]) for e in want["entities"] if e["kind"] == kind}
            extra = [e["name"] for e in found if e["kind"] == kind and not names(e) & allowed]
            c.point(not extra, f"{key} that are none, or double: {extra}")


def quotations(c, want, ident, text):
    rows = c.run("quotes", "--article", ident)[0]
    content = lambda q: bare(q["content"] if isinstance(q["content"], str) else " ".join(text[s:e] for s, e in q["content"]))
    who = lambda q: {squash(s["name"] if isinstance(s, dict) else s) for s in q.get("speakers", [])}
    for q in want["quotations"]:
        got = [g for g in rows if bare(q["content"]) in content(g)]
        c.point(got, f"quotation: {q['content'][:60]!r}")
        if not got:
            continue
        g, names, short = min(got, key=lambda g: len(content(g))), set(map(squash, q["speakers"])), q["content"][:40]
        right = who(g) == names if c.asked(q, "speakers") else who(g) <= names
        c.point(right, f"speaker of {short!r}: {sorted(who(g))}, expected {q['speakers']}" + ("" if c.asked(q, "speakers") else " or nobody"))
        kinds = q["kind"] if isinstance(q["kind"], list) else [q["kind"]]
        c.point(g["kind"] in kinds, f"kind of {short!r}: {g['kind']}, expected {kinds}")
        if q.get("cue") and "note" not in q:
            c.point(squash(g.get("cue")) == squash(q["cue"]), f"cue of {short!r}: {g.get('cue')!r}, expected {q['cue']!r}")
        if q.get("speaker_text") and c.asked(q, "speakers"):
            c.point(squash(q["speaker_text"]) in squash(g.get("speaker_text")), f"speaker's words of {short!r}: {g.get('speaker_text')!r}, expected {q['speaker_text']!r}")
    for q in want["indirect_quotations_at_least"]:
        if c.asked(q, "all"):
            got = [g for g in rows if bare(q["contains"]) in content(g)]
            c.point(any(who(g) == set(map(squash, q["speakers"])) for g in got), f"indirect: {q['contains'][:60]!r} by {q['speakers']}: {[sorted(who(g)) for g in got]}")
    for q in want["not_quotations"]:
        c.point(not any(content(g) == bare(q["text"]) for g in rows), f"not a quotation: {q['text']!r}")
    known = [bare(q.get("content") or q.get("contains")) for q in want["quotations"] + want["indirect_quotations_at_least"]]
    extra = [content(g)[:60] for g in rows if g["kind"] != "indirect" and not any(k in content(g) or content(g) in k for k in known)]
    c.point(not extra, f"direct or mixed quotations that are none: {extra}")


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--cmd", default="dateline")
    ap.add_argument("--all", action="store_true")
    a = ap.parse_args()
    want = json.load(open(os.path.join(HERE, "expected.json"), encoding="utf8"))
    with tempfile.TemporaryDirectory() as folder:
        c = Check(a.cmd, os.path.join(folder, "library"), a.all)
        rows, code = c.run("import", SEED)
        c.point(code == 0 and rows and rows[-1].get("status") == "imported", f"import: exit {code} {rows[-1:]}")
        ident = str(next((r["id"] for r in rows if r.get("id")), ""))
        rows, code = c.run("import", SEED)
        c.point(code == 0 and any(r.get("status") == "known" for r in rows), "importing the same file again says known")
        show = (c.run("show", ident)[0] or [{}])[0]
        article(c, want, show)
        entities(c, want, ident, show.get("text", ""))
        quotations(c, want, ident, show.get("text", ""))
        for s in want["searches"]:
            if s["finds"] is None or (s.get("later") and not a.all):
                continue
            rows = c.run("search", *(["--in", s["in"]] if s.get("in") else []), s["query"])[0]
            hit = any(str(r.get("article", r.get("id"))) == ident for r in rows)
            c.point(hit == s["finds"], f"search {s['query']}: {'found' if hit else 'not found'}")
    print(f"{c.passed} passed, {c.failed} failed")
    sys.exit(bool(c.failed))


if __name__ == "__main__":
    main()
