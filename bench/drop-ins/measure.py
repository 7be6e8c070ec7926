"""Times what programs use against what could take its place, and writes knowledge/measurements/drop-ins.json.

    python -m venv .venv && .venv/bin/pip install -r requirements.txt
    .venv/bin/python measure.py [NAME ...]

Each case prepares one input, runs both sides once to compare what they return, then times them in turn, seven pairs of them. Kept
are the median of the ratios and their range. A case whose results differ beyond what its comparison allows fails the run.
"""

from __future__ import annotations

import importlib.metadata
import io
import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

PAIRS = 7
SECONDS = 0.15
CASES: list[tuple[str, str, str, Callable]] = []


def case(old: str, new: str, name: str):
    """A function decorated so gives (old call, new call, comparison of results or None where they are of other types)."""

    def add(make):
        CASES.append((old, new, name, make))
        return make

    return add


def same(a, b):
    return a == b


def close(a, b):
    return abs(a - b) <= 1e-6 * max(1.0, abs(a), abs(b))


def records(n: int) -> list[dict]:
    return [
        {"id": i, "name": f"user {i}", "email": f"user{i}@example.org", "active": i % 3 == 0, "score": i * 1.5, "tags": ["a", "b", str(i % 7)], "address": {"city": f"Town {i % 50}", "zip": f"{i:05d}"}}
        for i in range(n)
    ]


# --- serialisation


@case("json.dumps", "orjson", "1,000 records")
def _():
    import orjson

    data = records(1000)
    return lambda: json.dumps(data), lambda: orjson.dumps(data), lambda a, b: json.loads(a) == json.loads(b)


@case("json.dumps", "orjson", "one small object")
def _():
    import orjson

    data = {"id": 7, "name": "seven", "ok": True}
    return lambda: json.dumps(data), lambda: orjson.dumps(data), lambda a, b: json.loads(a) == json.loads(b)


@case("json.dumps", "orjson", "10,000 floats")
def _():
    import orjson

    data = [i * 0.37 for i in range(10_000)]
    return lambda: json.dumps(data), lambda: orjson.dumps(data), lambda a, b: json.loads(a) == json.loads(b)


@case("json.loads", "orjson", "1,000 records")
def _():
    import orjson

    text = json.dumps(records(1000))
    return lambda: json.loads(text), lambda: orjson.loads(text), same


@case("json.loads", "orjson", "one small object")
def _():
    import orjson

    text = '{"id": 7, "name": "seven", "ok": true}'
    return lambda: json.loads(text), lambda: orjson.loads(text), same


@case("json.loads", "orjson", "10,000 floats")
def _():
    import orjson

    text = json.dumps([i * 0.37 for i in range(10_000)])
    return lambda: json.loads(text), lambda: orjson.loads(text), same


@case("json.dumps", "msgspec", "1,000 records")
def _():
    import msgspec

    data = records(1000)
    return lambda: json.dumps(data), lambda: msgspec.json.encode(data), lambda a, b: json.loads(a) == json.loads(b)


@case("json.loads", "msgspec", "1,000 records")
def _():
    import msgspec

    text = json.dumps(records(1000))
    return lambda: json.loads(text), lambda: msgspec.json.decode(text), same


@case("simplejson.dumps", "orjson", "1,000 records")
def _():
    import orjson
    import simplejson

    data = records(1000)
    return lambda: simplejson.dumps(data), lambda: orjson.dumps(data), lambda a, b: json.loads(a) == json.loads(b)


@case("simplejson.loads", "orjson", "1,000 records")
def _():
    import orjson
    import simplejson

    text = json.dumps(records(1000))
    return lambda: simplejson.loads(text), lambda: orjson.loads(text), same


@case("ujson.dumps", "orjson", "1,000 records")
def _():
    import orjson
    import ujson

    data = records(1000)
    return lambda: ujson.dumps(data), lambda: orjson.dumps(data), lambda a, b: json.loads(a) == json.loads(b)


@case("ujson.loads", "orjson", "1,000 records")
def _():
    import orjson
    import ujson

    text = json.dumps(records(1000))
    return lambda: ujson.loads(text), lambda: orjson.loads(text), same


@case("msgpack.packb", "ormsgpack", "1,000 records")
def _():
    import msgpack
    import ormsgpack

    data = records(1000)
    return lambda: msgpack.packb(data), lambda: ormsgpack.packb(data), same


@case("msgpack.unpackb", "ormsgpack", "1,000 records")
def _():
    import msgpack
    import ormsgpack

    data = msgpack.packb(records(1000))
    return lambda: msgpack.unpackb(data), lambda: ormsgpack.unpackb(data), same


@case("dataclasses.asdict", "msgspec", "100 nested objects")
def _():
    import dataclasses

    import msgspec

    @dataclasses.dataclass
    class Address:
        city: str
        zip: str

    @dataclasses.dataclass
    class User:
        id: int
        name: str
        tags: list
        address: Address

    users = [User(i, f"user {i}", ["a", "b"], Address("Town", str(i))) for i in range(100)]
    return lambda: [dataclasses.asdict(user) for user in users], lambda: [msgspec.to_builtins(user) for user in users], same


def yaml_text(n: int) -> str:
    import yaml

    return yaml.dump(records(n))


@case("yaml.safe_load", "pyyaml", "CSafeLoader, 100 records")
def _():
    import yaml

    text = yaml_text(100)
    return lambda: yaml.safe_load(text), lambda: yaml.load(text, Loader=yaml.CSafeLoader), same


@case("yaml.dump", "pyyaml", "CSafeDumper, 100 records")
def _():
    import yaml

    data = records(100)
    return lambda: yaml.safe_dump(data), lambda: yaml.dump(data, Dumper=yaml.CSafeDumper), lambda a, b: yaml.safe_load(a) == yaml.safe_load(b)


@case("yaml.safe_load", "ryaml", "100 records")
def _():
    import ryaml
    import yaml

    text = yaml_text(100)
    return lambda: yaml.safe_load(text), lambda: ryaml.loads(text), same


def toml_text() -> str:
    rows = [f'[[package]]\nname = "package-{i}"\nversion = "1.{i}.0"\ndependencies = ["a", "b{i}"]\noptional = false\n' for i in range(200)]
    return "\n".join(rows)


@case("toml.loads", "tomllib", "200 tables")
def _():
    import tomllib

    import toml

    text = toml_text()
    return lambda: toml.loads(text), lambda: tomllib.loads(text), same


@case("toml.loads", "rtoml", "200 tables")
def _():
    import rtoml
    import toml

    text = toml_text()
    return lambda: toml.loads(text), lambda: rtoml.loads(text), same


@case("tomllib.loads", "rtoml", "200 tables")
def _():
    import tomllib

    import rtoml

    text = toml_text()
    return lambda: tomllib.loads(text), lambda: rtoml.loads(text), same


# --- validation


@case("jsonschema", "jsonschema-rs", "100 records, compiled validator")
def _():
    import jsonschema
    import jsonschema_rs

    schema = {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["id", "name", "email"],
            "properties": {
                "id": {"type": "integer", "minimum": 0},
                "name": {"type": "string", "maxLength": 100},
                "email": {"type": "string", "pattern": "^[^@]+@[^@]+$"},
                "score": {"type": "number"},
                "tags": {"type": "array", "items": {"type": "string"}},
                "address": {"type": "object", "properties": {"city": {"type": "string"}}},
            },
        },
    }
    data = records(100)
    old = jsonschema.Draft202012Validator(schema)
    new = jsonschema_rs.validator_for(schema)
    return lambda: old.is_valid(data), lambda: new.is_valid(data), same


@case("jsonschema", "jsonschema-rs", "one record, compiled validator")
def _():
    import jsonschema
    import jsonschema_rs

    schema = {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}}
    data = records(1)[0]
    old = jsonschema.Draft202012Validator(schema)
    new = jsonschema_rs.validator_for(schema)
    return lambda: old.is_valid(data), lambda: new.is_valid(data), same


@case("pydantic.v1", "pydantic", "200 nested models")
def _():
    import warnings

    warnings.simplefilter("ignore")
    import pydantic
    import pydantic.v1

    def models(base):
        class Address(base):
            city: str
            zip: str

        class User(base):
            id: int
            name: str
            email: str
            active: bool
            score: float
            tags: list[str]
            address: Address

        rebuild = User.update_forward_refs if base is pydantic.v1.BaseModel else User.model_rebuild
        rebuild(**{"Address": Address} if base is pydantic.v1.BaseModel else {"_types_namespace": {"Address": Address}})
        return User

    old, new = models(pydantic.v1.BaseModel), models(pydantic.BaseModel)
    data = records(200)
    return (
        lambda: [old.parse_obj(row) for row in data],
        lambda: [new.model_validate(row) for row in data],
        lambda a, b: [x.dict() for x in a] == [x.model_dump() for x in b],
    )


@case("pydantic.v1", "pydantic", "200 models to dict")
def _():
    import pydantic
    import pydantic.v1

    class Old(pydantic.v1.BaseModel):
        id: int
        name: str
        score: float
        tags: list[str]

    class New(pydantic.BaseModel):
        id: int
        name: str
        score: float
        tags: list[str]

    data = [{key: row[key] for key in ("id", "name", "score", "tags")} for row in records(200)]
    olds, news = [Old(**row) for row in data], [New(**row) for row in data]
    return lambda: [one.dict() for one in olds], lambda: [one.model_dump() for one in news], same


# --- tables


def workbook() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    for i in range(2000):
        sheet.append([i, f"name {i}", i * 1.5, i % 2 == 0, f"town {i % 50}"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@case("openpyxl.load_workbook", "python-calamine", "2,000 rows of 5 cells")
def _():
    import openpyxl
    import python_calamine

    data = workbook()

    def old():
        return [list(row) for row in openpyxl.load_workbook(io.BytesIO(data), read_only=True).active.iter_rows(values_only=True)]

    def new():
        return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()

    return old, new, same


@case("pandas.read_excel", "python-calamine", "2,000 rows of 5 cells, engine='calamine'")
def _():
    import pandas

    data = workbook()
    return lambda: pandas.read_excel(io.BytesIO(data)), lambda: pandas.read_excel(io.BytesIO(data), engine="calamine"), lambda a, b: a.equals(b)


def frame(n: int):
    import numpy
    import pandas

    random = numpy.random.default_rng(1)
    return pandas.DataFrame({"key": random.integers(0, 1000, n), "group": random.integers(0, 20, n).astype(str), "value": random.random(n)})


@case("pandas", "polars", "group and aggregate 1,000,000 rows")
def _():
    import polars

    old = frame(1_000_000)
    new = polars.from_pandas(old)
    return (
        lambda: old.groupby("key", as_index=False)["value"].mean(),
        lambda: new.group_by("key").agg(polars.col("value").mean()),
        lambda a, b: close(a["value"].sum(), b["value"].sum()),
    )


@case("pandas", "polars", "group and aggregate 1,000 rows")
def _():
    import polars

    old = frame(1_000)
    new = polars.from_pandas(old)
    return (
        lambda: old.groupby("key", as_index=False)["value"].mean(),
        lambda: new.group_by("key").agg(polars.col("value").mean()),
        lambda a, b: close(a["value"].sum(), b["value"].sum()),
    )


@case("pandas", "polars", "filter and add a column, 1,000,000 rows")
def _():
    import polars

    old = frame(1_000_000)
    new = polars.from_pandas(old)

    def old_call():
        part = old[old["value"] > 0.5]
        return part.assign(double=part["value"] * 2)

    return (
        old_call,
        lambda: new.filter(polars.col("value") > 0.5).with_columns(double=polars.col("value") * 2),
        lambda a, b: close(a["double"].sum(), b["double"].sum()),
    )


@case("pandas", "polars", "join 200,000 rows with 1,000")
def _():
    import polars

    old, other = frame(200_000), frame(1_000).drop_duplicates("key")[["key", "group"]].rename(columns={"group": "label"})
    new, new_other = polars.from_pandas(old), polars.from_pandas(other)
    return lambda: old.merge(other, on="key"), lambda: new.join(new_other, on="key"), lambda a, b: len(a) == b.height


@case("pandas", "polars", "string column to upper case, 200,000 rows")
def _():
    import polars

    old = frame(200_000)
    new = polars.from_pandas(old)
    return lambda: old["group"].str.upper(), lambda: new["group"].str.to_uppercase(), lambda a, b: list(a[:100]) == b[:100].to_list()


@case("pandas.read_csv", "polars", "200,000 rows of 3 columns")
def _():
    import pandas
    import polars

    text = frame(200_000).to_csv(index=False).encode()
    return lambda: pandas.read_csv(io.BytesIO(text)), lambda: polars.read_csv(io.BytesIO(text)), lambda a, b: len(a) == b.height


@case("csv.reader", "polars", "sum of a column by key, 100,000 rows")
def _():
    import csv

    import polars

    text = frame(100_000).to_csv(index=False)
    data = text.encode()

    def old():
        sums: dict[str, float] = {}
        for row in csv.DictReader(io.StringIO(text)):
            sums[row["key"]] = sums.get(row["key"], 0.0) + float(row["value"])
        return sums

    return (
        old,
        lambda: polars.read_csv(io.BytesIO(data)).group_by("key").agg(polars.col("value").sum()),
        lambda a, b: close(sum(a.values()), b["value"].sum()),
    )


# --- text


WORDS = "the quick brown fox jumps over a lazy dog while another one sleeps near the river bank".split()
NAMES = [f"{WORDS[i % 17]} {WORDS[(i * 7) % 17]} {WORDS[(i * 3) % 17]} {i}" for i in range(300)]


@case("difflib.SequenceMatcher", "rapidfuzz", "ratio of 300 pairs of short names")
def _():
    import difflib

    from rapidfuzz import fuzz

    def old():
        return [difflib.SequenceMatcher(None, NAMES[i], NAMES[-i]).ratio() for i in range(300)]

    return old, lambda: [fuzz.ratio(NAMES[i], NAMES[-i]) / 100 for i in range(300)], None


@case("difflib.get_close_matches", "rapidfuzz", "one name among 300")
def _():
    import difflib

    from rapidfuzz import fuzz, process

    return (
        lambda: difflib.get_close_matches("quick brown dog 17", NAMES),
        lambda: [found[0] for found in process.extract("quick brown dog 17", NAMES, scorer=fuzz.ratio, limit=3, score_cutoff=60)],
        None,
    )


@case("fuzzywuzzy", "rapidfuzz", "token set ratio of 100 pairs, without python-Levenshtein")
def _():
    import warnings

    warnings.simplefilter("ignore")
    from fuzzywuzzy import fuzz as old_fuzz
    from rapidfuzz import fuzz, utils

    return (
        lambda: [old_fuzz.token_set_ratio(NAMES[i], NAMES[-i]) for i in range(100)],
        lambda: [fuzz.token_set_ratio(NAMES[i], NAMES[-i], processor=utils.default_process) for i in range(100)],
        None,
    )


@case("thefuzz", "rapidfuzz", "token set ratio of 100 pairs")
def _():
    from rapidfuzz import fuzz, utils
    from thefuzz import fuzz as old_fuzz

    return (
        lambda: [old_fuzz.token_set_ratio(NAMES[i], NAMES[-i]) for i in range(100)],
        lambda: [round(fuzz.token_set_ratio(NAMES[i], NAMES[-i], processor=utils.default_process)) for i in range(100)],
        same,
    )


@case("textdistance", "rapidfuzz", "Levenshtein distance of 50 pairs, pure Python")
def _():
    import textdistance
    from rapidfuzz.distance import Levenshtein

    old = textdistance.Levenshtein(external=False)
    return (
        lambda: [old.distance(NAMES[i], NAMES[-i]) for i in range(50)],
        lambda: [Levenshtein.distance(NAMES[i], NAMES[-i]) for i in range(50)],
        same,
    )


@case("editdistance", "rapidfuzz", "distance of 300 pairs of short names")
def _():
    import editdistance
    from rapidfuzz.distance import Levenshtein

    return (
        lambda: [editdistance.eval(NAMES[i], NAMES[-i]) for i in range(300)],
        lambda: [Levenshtein.distance(NAMES[i], NAMES[-i]) for i in range(300)],
        same,
    )


HTML = "<html><body>" + "".join(
    f'<div class="row" id="r{i}"><a href="/item/{i}">Item {i}</a><p>Some text with <b>bold</b> and <i>more</i></p></div>' for i in range(300)
) + "</body></html>"


@case("bs4", "selectolax", "links of a page of 300 rows, html.parser")
def _():
    from bs4 import BeautifulSoup
    from selectolax.lexbor import LexborHTMLParser

    return (
        lambda: [a["href"] for a in BeautifulSoup(HTML, "html.parser").select("div.row a")],
        lambda: [a.attributes["href"] for a in LexborHTMLParser(HTML).css("div.row a")],
        same,
    )


@case("bs4", "lxml", "links of a page of 300 rows, html.parser")
def _():
    import lxml.html
    from bs4 import BeautifulSoup

    return (
        lambda: [a["href"] for a in BeautifulSoup(HTML, "html.parser").select("div.row a")],
        lambda: [a.get("href") for a in lxml.html.fromstring(HTML).xpath("//div[@class='row']/a")],
        same,
    )


@case("html5lib", "selectolax", "parse a page of 300 rows")
def _():
    import html5lib
    from selectolax.lexbor import LexborHTMLParser

    return lambda: html5lib.parse(HTML), lambda: LexborHTMLParser(HTML), None


@case("html.parser", "selectolax", "text of a page of 300 rows")
def _():
    from html.parser import HTMLParser

    from selectolax.lexbor import LexborHTMLParser

    class Text(HTMLParser):
        def __init__(self):
            super().__init__()
            self.parts = []

        def handle_data(self, data):
            self.parts.append(data)

    def old():
        parser = Text()
        parser.feed(HTML)
        return "".join(parser.parts)

    return old, lambda: LexborHTMLParser(HTML).body.text(), same


@case("bleach", "nh3", "a page of 300 rows")
def _():
    import bleach
    import nh3

    return (
        lambda: bleach.clean(HTML, tags={"a", "p", "b", "i", "div"}, attributes={"a": ["href"]}, strip=True),
        lambda: nh3.clean(HTML, tags={"a", "p", "b", "i", "div"}, attributes={"a": {"href"}}, link_rel=None),
        None,
    )


@case("bleach", "nh3", "one comment")
def _():
    import bleach
    import nh3

    text = 'Hello <b>there</b> <script>alert(1)</script> <a href="https://example.org">link</a>'
    return (
        lambda: bleach.clean(text, tags={"a", "b"}, attributes={"a": ["href"]}, strip=True),
        lambda: nh3.clean(text, tags={"a", "b"}, attributes={"a": {"href"}}, link_rel=None),
        None,
    )


@case("xml.dom.minidom", "lxml", "parse 2,000 elements")
def _():
    import xml.dom.minidom

    import lxml.etree

    text = "<rows>" + "".join(f'<row id="{i}"><name>n{i}</name></row>' for i in range(1000)) + "</rows>"
    return (
        lambda: len(xml.dom.minidom.parseString(text).getElementsByTagName("row")),
        lambda: len(lxml.etree.fromstring(text).findall("row")),
        same,
    )


@case("xml.etree.ElementTree", "lxml", "parse 2,000 elements")
def _():
    import xml.etree.ElementTree

    import lxml.etree

    text = "<rows>" + "".join(f'<row id="{i}"><name>n{i}</name></row>' for i in range(1000)) + "</rows>"
    return (
        lambda: len(xml.etree.ElementTree.fromstring(text).findall("row")),
        lambda: len(lxml.etree.fromstring(text).findall("row")),
        same,
    )


@case("premailer", "css-inline", "a mail with 20 rules")
def _():
    import logging

    logging.disable(logging.CRITICAL)
    import css_inline
    import premailer

    style = "".join(f".c{i} {{ color: #{i:06d}; margin: {i}px }}" for i in range(20))
    rows = "".join(f'<p class="c{i % 20}">row {i}</p>' for i in range(100))
    text = f"<html><head><style>{style}</style></head><body>{rows}</body></html>"
    return lambda: premailer.transform(text), lambda: css_inline.inline(text), None


@case("markdown", "pyromark", "a page of 100 sections")
def _():
    import markdown
    import pyromark

    text = "\n\n".join(f"## Section {i}\n\nSome *text* with **marks** and `code`.\n\n- one\n- two\n- three" for i in range(100))
    return lambda: markdown.markdown(text), lambda: pyromark.html(text), None


@case("jinja2", "minijinja", "a table of 200 rows, compiled template")
def _():
    import jinja2
    import minijinja

    source = "<table>{% for row in rows %}<tr><td>{{ row.id }}</td><td>{{ row.name|upper }}</td></tr>{% endfor %}</table>"
    rows = [{"id": i, "name": f"name {i}"} for i in range(200)]
    old = jinja2.Environment(autoescape=False).from_string(source)
    new = minijinja.Environment(templates={"t": source})
    return lambda: old.render(rows=rows), lambda: new.render_template("t", rows=rows), same


@case("chardet", "faust-cchardet", "20 KB of UTF-8 text")
def _():
    import cchardet
    import chardet

    data = ("Grüße aus Köln, naïve façade. " * 700).encode()
    return lambda: chardet.detect(data)["encoding"], lambda: cchardet.detect(data)["encoding"], None


# --- time, ids, hashes, bytes


@case("dateutil.parser.parse", "ciso8601", "ISO text")
def _():
    import ciso8601
    import dateutil.parser

    text = "2025-03-04T05:06:07.123456"
    return lambda: dateutil.parser.parse(text), lambda: ciso8601.parse_datetime(text), same


@case("dateutil.parser.parse", "datetime.fromisoformat", "ISO text")
def _():
    import datetime

    import dateutil.parser

    text = "2025-03-04T05:06:07.123456"
    return lambda: dateutil.parser.parse(text), lambda: datetime.datetime.fromisoformat(text), same


@case("datetime.datetime.strptime", "datetime.fromisoformat", "ISO text")
def _():
    import datetime

    text = "2025-03-04T05:06:07"
    return lambda: datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S"), lambda: datetime.datetime.fromisoformat(text), same


@case("arrow", "whenever", "parse and add a day")
def _():
    import arrow
    import whenever

    text = "2025-03-04T05:06:07+00:00"
    return (
        lambda: arrow.get(text).shift(days=1).timestamp(),
        lambda: whenever.Instant(text).add(hours=24).timestamp(),
        close,
    )


@case("pendulum", "whenever", "parse and add a day")
def _():
    import pendulum
    import whenever

    text = "2025-03-04T05:06:07+00:00"
    return (
        lambda: pendulum.parse(text).add(days=1).timestamp(),
        lambda: whenever.Instant(text).add(hours=24).timestamp(),
        close,
    )


@case("uuid.uuid4", "uuid-utils", "one id as text")
def _():
    import uuid

    import uuid_utils

    return lambda: str(uuid.uuid4()), lambda: str(uuid_utils.uuid4()), lambda a, b: len(a) == len(b)


@case("uuid.UUID", "uuid-utils", "parse one id")
def _():
    import uuid

    import uuid_utils

    text = "12345678-1234-5678-1234-567812345678"
    return lambda: uuid.UUID(text), lambda: uuid_utils.UUID(text), lambda a, b: str(a) == str(b)


BYTES = bytes(range(256)) * 256


@case("hashlib.md5", "xxhash", "64 KB, as a checksum")
def _():
    import hashlib

    import xxhash

    return lambda: hashlib.md5(BYTES).hexdigest(), lambda: xxhash.xxh3_64(BYTES).hexdigest(), None


@case("hashlib.md5", "xxhash", "32 bytes, as a checksum")
def _():
    import hashlib

    import xxhash

    return lambda: hashlib.md5(BYTES[:32]).hexdigest(), lambda: xxhash.xxh3_64(BYTES[:32]).hexdigest(), None


@case("base64.b64encode", "pybase64", "64 KB")
def _():
    import base64

    import pybase64

    return lambda: base64.b64encode(BYTES), lambda: pybase64.b64encode(BYTES), same


@case("base64.b64decode", "pybase64", "64 KB")
def _():
    import base64

    import pybase64

    data = base64.b64encode(BYTES)
    return lambda: base64.b64decode(data), lambda: pybase64.b64decode(data), same


@case("gzip", "isal", "compress 400 KB of text")
def _():
    import gzip

    from isal import igzip

    text = json.dumps(records(2000)).encode()
    return lambda: gzip.compress(text), lambda: igzip.compress(text), lambda a, b: gzip.decompress(a) == gzip.decompress(b)


@case("gzip", "isal", "decompress 400 KB of text")
def _():
    import gzip

    from isal import igzip

    data = gzip.compress(json.dumps(records(2000)).encode())
    return lambda: gzip.decompress(data), lambda: igzip.decompress(data), same


# --- structures


@case("pyrsistent", "rpds-py", "set 200 keys of a persistent map")
def _():
    import pyrsistent
    import rpds

    def old():
        found = pyrsistent.pmap()
        for i in range(200):
            found = found.set(str(i), i)
        return dict(found)

    def new():
        found = rpds.HashTrieMap()
        for i in range(200):
            found = found.insert(str(i), i)
        return dict(found.items())

    return old, new, same


def graph_edges() -> list[tuple[int, int]]:
    return [(i, (i * 7 + j * j + 1) % 1000) for i in range(1000) for j in range(4)]


def both_graphs():
    import networkx
    import rustworkx

    old = networkx.DiGraph(graph_edges())
    new = rustworkx.PyDiGraph(multigraph=False)
    new.add_nodes_from(range(1000))
    new.add_edges_from_no_data(graph_edges())
    return old, new


@case("networkx", "rustworkx", "shortest path lengths from one node, 1,000 nodes")
def _():
    import networkx
    import rustworkx

    old, new = both_graphs()
    return (
        lambda: dict(networkx.single_source_dijkstra_path_length(old, 0)),
        lambda: dict(rustworkx.dijkstra_shortest_path_lengths(new, 0, lambda _: 1.0)),
        lambda a, b: len(a) == len(b) + 1,
    )


@case("networkx", "rustworkx", "betweenness centrality, 200 nodes")
def _():
    import networkx
    import rustworkx

    edges = [(a % 200, b % 200) for a, b in graph_edges()[:800]]
    old = networkx.DiGraph(edges)
    new = rustworkx.PyDiGraph(multigraph=False)
    new.add_nodes_from(range(200))
    new.add_edges_from_no_data(sorted(set(edges)))
    return lambda: networkx.betweenness_centrality(old), lambda: rustworkx.digraph_betweenness_centrality(new), lambda a, b: close(sum(a.values()), sum(b.values()))


@case("networkx", "rustworkx", "build a graph of 1,000 nodes and 4,000 edges")
def _():
    import networkx
    import rustworkx

    edges = graph_edges()

    def new():
        found = rustworkx.PyDiGraph(multigraph=False)
        found.add_nodes_from(range(1000))
        found.add_edges_from_no_data(edges)
        return found.num_edges()

    return lambda: networkx.DiGraph(edges).number_of_edges(), new, same


@case("toolz", "cytoolz", "group 1,000 values")
def _():
    import cytoolz
    import toolz

    data = list(range(1000))
    return lambda: toolz.groupby(lambda x: x % 7, data), lambda: cytoolz.groupby(lambda x: x % 7, data), same


@case("statistics", "numpy", "mean and standard deviation of an array of 10,000")
def _():
    import numpy

    data = [i * 0.5 for i in range(10_000)]
    array = numpy.array(data)
    return lambda: statistics.pstdev(data), lambda: float(numpy.std(array)), close


@case("statistics", "numpy", "mean and standard deviation of a list of 10,000")
def _():
    import numpy

    data = [i * 0.5 for i in range(10_000)]
    return lambda: statistics.pstdev(data), lambda: float(numpy.std(data)), close


@case("random", "numpy", "10,000 uniform numbers as an array")
def _():
    import random

    import numpy

    generator = numpy.random.default_rng(1)
    return lambda: [random.random() for _ in range(10_000)], lambda: generator.random(10_000), lambda a, b: len(a) == len(b)


@case("whoosh", "tantivy", "search 2,000 documents")
def _():
    import tantivy
    import whoosh.fields
    import whoosh.filedb.filestore
    import whoosh.qparser

    texts = [f"{WORDS[i % 17]} {WORDS[(i * 7) % 17]} document {i}" for i in range(2000)]
    old_index = whoosh.filedb.filestore.RamStorage().create_index(whoosh.fields.Schema(body=whoosh.fields.TEXT(stored=True)))
    writer = old_index.writer()
    for text in texts:
        writer.add_document(body=text)
    writer.commit()
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("body", stored=True)
    new_index = tantivy.Index(builder.build())
    new_writer = new_index.writer(heap_size=20_000_000, num_threads=1)
    for text in texts:
        new_writer.add_document(tantivy.Document(body=text))
    new_writer.commit()
    new_writer.wait_merging_threads()
    new_index.reload()
    parser = whoosh.qparser.QueryParser("body", old_index.schema)
    searcher, new_searcher = old_index.searcher(), new_index.searcher()
    return (
        lambda: len(searcher.search(parser.parse("quick"), limit=10)),
        lambda: new_searcher.search(new_index.parse_query("quick", ["body"]), 10).count,
        same,
    )


# --- timing


def repeat(call: Callable) -> tuple[int, float]:
    """Runs of `call` that take about SECONDS."""
    started = time.perf_counter()
    call()
    once = max(time.perf_counter() - started, 1e-7)
    return max(1, int(SECONDS / once)), once


def wall(call: Callable, count: int) -> float:
    started = time.perf_counter()
    for _ in range(count):
        call()
    return (time.perf_counter() - started) / count


def measure(make: Callable) -> dict:
    old, new, agree = make()
    first, second = old(), new()
    if agree is not None and not agree(first, second):
        raise AssertionError("results differ")
    old_count, new_count = repeat(old)[0], repeat(new)[0]
    pairs = [(wall(old, old_count), wall(new, new_count)) for _ in range(PAIRS)]
    ratios = sorted(a / b for a, b in pairs)
    return {
        "ratio": round(statistics.median(ratios), 2),
        "spread": [round(ratios[1], 2), round(ratios[-2], 2)],
        "oldMicroseconds": round(statistics.median(a for a, _ in pairs) * 1e6, 2),
        "newMicroseconds": round(statistics.median(b for _, b in pairs) * 1e6, 2),
        "compared": agree is not None,
    }


def version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def main() -> None:
    wanted = sys.argv[1:]
    results, packages, failed = [], set(), []
    for old, new, name, make in CASES:
        if wanted and not any(word in f"{old} {new} {name}" for word in wanted):
            continue
        try:
            result = measure(make)
        except Exception as error:  # one broken package must not lose the rest; the run still fails at the end
            failed.append(f"{old} -> {new}, {name}: {type(error).__name__}: {error}")
            continue
        results.append({"from": old, "to": new, "case": name, **result})
        packages |= {old.split(".")[0], new}
        print(f"{old:28} {new:18} {name:52} {result['ratio']:>9}  {result['spread']}", flush=True)
    versions = {package: found for package in sorted(packages) if (found := version(package))}
    record = {
        "date": time.strftime("%Y-%m-%d"),
        "how": "python bench/drop-ins/measure.py",
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, shared",
        "pairs": PAIRS,
        "versions": versions,
        "results": results,
    }
    if not wanted:
        target = Path(__file__).parents[2] / "knowledge" / "measurements" / "drop-ins.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(record, indent=1) + "\n")
    for line in failed:
        print("FAILED", line, file=sys.stderr)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
