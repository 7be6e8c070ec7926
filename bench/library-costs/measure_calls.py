"""Times calls into the standard library, NumPy and pandas, and writes knowledge/libraries/timed-costs.yaml.

    python -m pip install numpy pandas
    python bench/library-costs/measure_calls.py

A unit is one addition of two small integers in a local scope, measured in the same run. Each call is timed on a small argument; where the cost
grows with the size, on two sizes as well, and the slope is the cost per element. Medians of seven rounds; the loop's own cost is taken off.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 7
SECONDS = 0.02

# name, set-up, expression over `x` (and `n`, the size), sizes for the slope or None
CALLS: list[tuple[str, str, str, tuple[int, int] | None]] = []


def add(package: str, *calls: tuple) -> None:
    for name, setup, expression, *sizes in calls:
        CALLS.append((f"{package}.{name}", setup, expression, sizes[0] if sizes else None))


SIZES = (100, 10_000)
NUMBERS = "x = list(range(n))"
FLOATS = "x = [i * 0.5 for i in range(n)]"
TEXT = "x = 'ab c' * (n // 4)"
WORDS = "x = ['word%d' % i for i in range(n)]"

add(
    "builtins",
    ("sorted", "x = [(i * 7919) % 10007 for i in range(n)]", "sorted(x)", SIZES),
    ("sum", NUMBERS, "sum(x)", SIZES),
    ("min", NUMBERS, "min(x)", SIZES),
    ("max", NUMBERS, "max(x)", SIZES),
    ("any", "x = [0] * n", "any(x)", SIZES),
    ("all", "x = [1] * n", "all(x)", SIZES),
    ("list", "x = range(n)", "list(x)", SIZES),
    ("tuple", NUMBERS, "tuple(x)", SIZES),
    ("set", NUMBERS, "set(x)", SIZES),
    ("frozenset", NUMBERS, "frozenset(x)", SIZES),
    ("dict", "x = [(i, i) for i in range(n)]", "dict(x)", SIZES),
    ("bytes", "x = [i % 256 for i in range(n)]", "bytes(x)", SIZES),
    ("len", NUMBERS, "len(x)"),
    ("isinstance", "x = 1", "isinstance(x, int)"),
    ("getattr", "x = 1", "getattr(x, 'real')"),
    ("hasattr", "x = 1", "hasattr(x, 'real')"),
    ("abs", "x = -5", "abs(x)"),
    ("round", "x = 1.2345", "round(x, 2)"),
    ("divmod", "x = 17", "divmod(x, 5)"),
    ("pow", "x = 17", "pow(x, 20, 1000)"),
    ("int", "x = '1234'", "int(x)"),
    ("float", "x = '12.5'", "float(x)"),
    ("str", "x = 1234", "str(x)"),
    ("repr", "x = 12.5", "repr(x)"),
    ("chr", "x = 65", "chr(x)"),
    ("ord", "x = 'A'", "ord(x)"),
    ("hash", "x = 'word'", "hash(x)"),
    ("id", "x = 1", "id(x)"),
    ("range", "x = 10", "range(x)"),
    ("enumerate", "x = []", "enumerate(x)"),
    ("zip", "x = []", "zip(x, x)"),
    ("map", "x = []", "map(abs, x)"),
    ("iter", "x = []", "iter(x)"),
    ("list.append", "x = []", "x.append(1)"),
    ("list.pop", "x = [0] * 5_000_000", "x.pop()"),
    ("list.extend", NUMBERS + "; y = []", "(y.clear(), y.extend(x))", SIZES),
    ("list.insert", "x = list(range(n))", "(x.insert(0, 1), x.pop())", SIZES),
    ("list.index", NUMBERS + "; y = n - 1", "x.index(y)", SIZES),
    ("list.count", NUMBERS, "x.count(5)", SIZES),
    ("list.__contains__", NUMBERS + "; y = n - 1", "y in x", SIZES),
    ("list.remove", NUMBERS + "; y = n - 1", "(x.remove(y), x.append(y))", SIZES),
    ("list.sort", "y = [(i * 7919) % 10007 for i in range(n)]; x = y[:]", "(x.__setitem__(slice(None), y), x.sort())", SIZES),
    ("list.reverse", NUMBERS, "x.reverse()", SIZES),
    ("list.copy", NUMBERS, "x.copy()", SIZES),
    ("dict.get", "x = {1: 2}", "x.get(1)"),
    ("dict.setdefault", "x = {1: 2}", "x.setdefault(1, 3)"),
    ("dict.pop", "x = {1: 2}", "x.pop(3, None)"),
    ("dict.items", "x = {1: 2}", "x.items()"),
    ("dict.keys", "x = {1: 2}", "x.keys()"),
    ("dict.values", "x = {1: 2}", "x.values()"),
    ("dict.copy", "x = dict.fromkeys(range(n))", "x.copy()", SIZES),
    ("dict.update", "x = dict.fromkeys(range(n)); y = {}", "y.update(x)", SIZES),
    ("set.add", "x = {1}", "x.add(1)"),
    ("set.discard", "x = {1}", "x.discard(2)"),
    ("set.union", "x = set(range(n))", "x.union(x)", SIZES),
    ("set.intersection", "x = set(range(n))", "x.intersection(x)", SIZES),
    ("set.difference", "x = set(range(n))", "x.difference(x)", SIZES),
    ("set.update", "x = set(range(n)); y = set()", "y.update(x)", SIZES),
    ("str.join", WORDS, "''.join(x)", SIZES),
    ("str.split", TEXT, "x.split()", SIZES),
    ("str.splitlines", "x = 'line\\n' * (n // 5)", "x.splitlines()", SIZES),
    ("str.strip", "x = ' word '", "x.strip()"),
    ("str.startswith", "x = 'word'", "x.startswith('w')"),
    ("str.endswith", "x = 'word'", "x.endswith('d')"),
    ("str.replace", TEXT, "x.replace('c', 'd')", SIZES),
    ("str.find", TEXT, "x.find('z')", SIZES),
    ("str.count", TEXT, "x.count('c')", SIZES),
    ("str.lower", TEXT, "x.lower()", SIZES),
    ("str.upper", TEXT, "x.upper()", SIZES),
    ("str.encode", TEXT, "x.encode()", SIZES),
    ("str.translate", TEXT + "; y = str.maketrans('ab', 'xy')", "x.translate(y)", SIZES),
    ("str.format", "x = '{} {}'", "x.format(1, 2)"),
    ("str.isdigit", "x = '123'", "x.isdigit()"),
    ("str.partition", "x = 'key=value'", "x.partition('=')"),
    ("str.zfill", "x = '12'", "x.zfill(5)"),
    ("str.ljust", "x = '12'", "x.ljust(5)"),
    ("bytes.decode", "x = b'ab c' * (n // 4)", "x.decode()", SIZES),
    ("bytes.split", "x = b'ab c' * (n // 4)", "x.split()", SIZES),
    ("bytes.hex", "x = bytes(n)", "x.hex()", SIZES),
    ("bytes.join", "x = [b'word'] * n", "b''.join(x)", SIZES),
    ("bytearray.append", "x = bytearray()", "x.append(1)"),
    ("int.to_bytes", "x = 1234", "x.to_bytes(4, 'little')"),
    ("int.from_bytes", "x = b'1234'", "int.from_bytes(x, 'little')"),
    ("int.bit_length", "x = 1234", "x.bit_length()"),
)
add("io", ("StringIO", "import io", "io.StringIO()"), ("StringIO.write", "import io; x = io.StringIO()", "x.write('word')"), ("BytesIO", "import io", "io.BytesIO()"), ("BytesIO.write", "import io; x = io.BytesIO()", "x.write(b'word')"))
add(
    "re",
    ("match", "import re", "re.match(r'\\w+', 'word and more')"),
    ("search", "import re; " + TEXT, "re.search('z', x)", SIZES),
    ("sub", "import re; " + TEXT, "re.sub('c', 'd', x)", SIZES),
    ("findall", "import re; " + TEXT, "re.findall('c', x)", SIZES),
    ("split", "import re; " + TEXT, "re.split('c', x)", SIZES),
    ("compile", "import re", "re.compile(r'\\w+')"),
    ("escape", "import re", "re.escape('a.b')"),
    ("Pattern.match", "import re; x = re.compile(r'\\w+')", "x.match('word and more')"),
    ("Pattern.fullmatch", "import re; x = re.compile(r'\\w+')", "x.fullmatch('word')"),
    ("Pattern.search", "import re; y = re.compile('z'); " + TEXT, "y.search(x)", SIZES),
    ("Pattern.sub", "import re; y = re.compile('c'); " + TEXT, "y.sub('d', x)", SIZES),
    ("Pattern.findall", "import re; y = re.compile('c'); " + TEXT, "y.findall(x)", SIZES),
    ("Pattern.finditer", "import re; y = re.compile('c')", "y.finditer('abc')"),
    ("Pattern.split", "import re; y = re.compile('c'); " + TEXT, "y.split(x)", SIZES),
    ("Match.group", "import re; x = re.match(r'(\\w+)', 'word')", "x.group(1)"),
    ("Match.groups", "import re; x = re.match(r'(\\w+)', 'word')", "x.groups()"),
)
add(
    "json",
    ("dumps", "import json; x = [{'a': i, 'b': 'text'} for i in range(n)]", "json.dumps(x)", (10, 1000)),
    ("loads", "import json; x = json.dumps([{'a': i, 'b': 'text'} for i in range(n)])", "json.loads(x)", (10, 1000)),
)
add("pickle", ("dumps", "import pickle; x = list(range(n))", "pickle.dumps(x)", SIZES), ("loads", "import pickle; x = pickle.dumps(list(range(n)))", "pickle.loads(x)", SIZES))
add("zlib", ("compress", "import zlib; x = bytes(range(256)) * (n // 256 + 1)", "zlib.compress(x)", (1000, 100_000)), ("decompress", "import zlib; x = zlib.compress(bytes(range(256)) * (n // 256 + 1))", "zlib.decompress(x)", (1000, 100_000)), ("crc32", "import zlib; x = bytes(n)", "zlib.crc32(x)", (1000, 100_000)))
add("hashlib", ("md5", "import hashlib; x = bytes(n)", "hashlib.md5(x)", (1000, 100_000)), ("sha1", "import hashlib; x = bytes(n)", "hashlib.sha1(x)", (1000, 100_000)), ("sha256", "import hashlib; x = bytes(n)", "hashlib.sha256(x)", (1000, 100_000)), ("HASH.hexdigest", "import hashlib; x = hashlib.md5(b'')", "x.hexdigest()"), ("HASH.update", "import hashlib; x = hashlib.md5(b'')", "x.update(b'word')"))
add("struct", ("pack", "import struct", "struct.pack('<iif', 1, 2, 3.0)"), ("unpack", "import struct; x = bytes(12)", "struct.unpack('<iif', x)"), ("unpack_from", "import struct; x = bytes(12)", "struct.unpack_from('<iif', x, 0)"))
add("binascii", ("hexlify", "import binascii; x = bytes(n)", "binascii.hexlify(x)", SIZES), ("unhexlify", "import binascii; x = b'00' * n", "binascii.unhexlify(x)", SIZES))
add("base64", ("b64encode", "import base64; x = bytes(n)", "base64.b64encode(x)", SIZES), ("b64decode", "import base64; x = base64.b64encode(bytes(n))", "base64.b64decode(x)", SIZES))
add("math", *[(name, "import math; x = 0.5", f"math.{name}(x)") for name in ("sqrt", "sin", "cos", "exp", "log", "floor", "ceil", "isnan", "fabs")], ("gcd", "import math; x = 12", "math.gcd(x, 18)"), ("hypot", "import math; x = 3.0", "math.hypot(x, 4.0)"), ("atan2", "import math; x = 3.0", "math.atan2(x, 4.0)"), ("pow", "import math; x = 3.0", "math.pow(x, 2.0)"), ("fsum", "import math; " + FLOATS, "math.fsum(x)", SIZES), ("comb", "import math; x = 20", "math.comb(x, 5)"), ("factorial", "import math; x = 10", "math.factorial(x)"))
add("random", *[(name, "import random", call) for name, call in [("random", "random.random()"), ("uniform", "random.uniform(0, 1)"), ("randint", "random.randint(0, 9)"), ("randrange", "random.randrange(10)"), ("choice", "random.choice('abc')"), ("gauss", "random.gauss(0, 1)"), ("getrandbits", "random.getrandbits(8)")]], ("shuffle", "import random; " + NUMBERS, "random.shuffle(x)", SIZES), ("choices", "import random; x = 'abc'", "random.choices(x, k=n)", SIZES), ("sample", "import random; x = range(1_000_000)", "random.sample(x, n)", SIZES))
add("statistics", ("mean", "import statistics; " + FLOATS, "statistics.mean(x)", SIZES), ("fmean", "import statistics; " + FLOATS, "statistics.fmean(x)", SIZES), ("median", "import statistics; " + FLOATS, "statistics.median(x)", SIZES), ("stdev", "import statistics; " + FLOATS, "statistics.stdev(x)", SIZES), ("pstdev", "import statistics; " + FLOATS, "statistics.pstdev(x)", SIZES))
add("decimal", ("Decimal", "import decimal", "decimal.Decimal('1.5')"), ("Decimal.quantize", "import decimal; x = decimal.Decimal('1.55'); y = decimal.Decimal('0.1')", "x.quantize(y)"))
add("fractions", ("Fraction", "import fractions", "fractions.Fraction(1, 3)"))
add("heapq", ("heappush", "import heapq; x = list(range(1000))", "(heapq.heappush(x, 5), heapq.heappop(x))"), ("heapify", "import heapq; " + NUMBERS, "heapq.heapify(x)", SIZES), ("heappushpop", "import heapq; x = list(range(1000))", "heapq.heappushpop(x, 2000)"), ("nlargest", "import heapq; " + NUMBERS, "heapq.nlargest(5, x)", SIZES))
add("bisect", ("bisect_left", "import bisect; x = list(range(1000))", "bisect.bisect_left(x, 500)"), ("insort", "import bisect; x = list(range(1000))", "(bisect.insort(x, 500), x.pop())"))
add("collections", ("deque", "import collections; " + NUMBERS, "collections.deque(x)", SIZES), ("deque.append", "import collections; x = collections.deque(maxlen=100)", "x.append(1)"), ("deque.popleft", "import collections; x = collections.deque(range(5_000_000))", "x.popleft()"), ("Counter", "import collections; x = [i % 50 for i in range(n)]", "collections.Counter(x)", SIZES), ("OrderedDict", "import collections; x = [(i, i) for i in range(n)]", "collections.OrderedDict(x)", SIZES), ("defaultdict", "import collections", "collections.defaultdict(list)"))
add("itertools", ("chain", "import itertools; x = []", "itertools.chain(x, x)"), ("islice", "import itertools; x = []", "itertools.islice(x, 5)"), ("groupby", "import itertools; x = []", "itertools.groupby(x)"), ("product", "import itertools; x = []", "itertools.product(x, x)"), ("count", "import itertools", "itertools.count()"))
add("functools", ("partial", "import functools", "functools.partial(abs, 1)"), ("reduce", "import functools, operator; " + NUMBERS, "functools.reduce(operator.add, x)", SIZES))
add("operator", ("itemgetter", "import operator", "operator.itemgetter(1)"), ("attrgetter", "import operator", "operator.attrgetter('a')"), ("add", "import operator; x = 1", "operator.add(x, 2)"))
add("copy", ("copy", "import copy; " + NUMBERS, "copy.copy(x)", SIZES), ("deepcopy", "import copy; x = [[i] for i in range(n)]", "copy.deepcopy(x)", (10, 1000)))
add("dataclasses", ("asdict", "import dataclasses\n@dataclasses.dataclass\nclass P:\n    a: int\n    b: str\nx = P(1, 'b')", "dataclasses.asdict(x)"), ("replace", "import dataclasses\n@dataclasses.dataclass\nclass P:\n    a: int\n    b: str\nx = P(1, 'b')", "dataclasses.replace(x, a=2)"), ("fields", "import dataclasses\n@dataclasses.dataclass\nclass P:\n    a: int\n    b: str\nx = P(1, 'b')", "dataclasses.fields(x)"))
add("datetime", ("datetime", "import datetime", "datetime.datetime(2025, 3, 4)"), ("datetime.now", "import datetime", "datetime.datetime.now()"), ("datetime.strptime", "import datetime", "datetime.datetime.strptime('2025-03-04', '%Y-%m-%d')"), ("datetime.strftime", "import datetime; x = datetime.datetime(2025, 3, 4)", "x.strftime('%Y-%m-%d')"), ("datetime.isoformat", "import datetime; x = datetime.datetime(2025, 3, 4)", "x.isoformat()"), ("datetime.fromisoformat", "import datetime", "datetime.datetime.fromisoformat('2025-03-04')"), ("timedelta", "import datetime", "datetime.timedelta(days=1)"), ("date", "import datetime", "datetime.date(2025, 3, 4)"))
add("time", ("time", "import time", "time.time()"), ("perf_counter", "import time", "time.perf_counter()"), ("strftime", "import time; x = time.localtime()", "time.strftime('%Y', x)"), ("strptime", "import time", "time.strptime('2025', '%Y')"), ("localtime", "import time", "time.localtime()"))
add("textwrap", ("wrap", "import textwrap; x = 'word ' * (n // 5)", "textwrap.wrap(x)", SIZES), ("dedent", "import textwrap; x = '  line\\n' * (n // 7)", "textwrap.dedent(x)", SIZES), ("indent", "import textwrap; x = 'line\\n' * (n // 5)", "textwrap.indent(x, '  ')", SIZES))
add("difflib", ("SequenceMatcher.ratio", "import difflib; x = 'abcdefghij' * (n // 10)", "difflib.SequenceMatcher(None, x, x[::-1]).ratio()", (50, 200)))
add("string", ("Template.substitute", "import string; x = string.Template('$a and $b')", "x.substitute(a=1, b=2)"))
add("html", ("escape", "import html", "html.escape('a < b')"), ("unescape", "import html", "html.unescape('a &lt; b')"))
add("shlex", ("split", "import shlex", "shlex.split('a \"b c\" d')"), ("quote", "import shlex", "shlex.quote('a b')"))
add("uuid", ("uuid4", "import uuid", "uuid.uuid4()"), ("UUID", "import uuid", "uuid.UUID('12345678123456781234567812345678')"))
add("fnmatch", ("fnmatch", "import fnmatch", "fnmatch.fnmatch('file.py', '*.py')"))
add("ipaddress", ("ip_address", "import ipaddress", "ipaddress.ip_address('10.0.0.1')"))
add("urllib.parse", ("urlparse", "import urllib.parse", "urllib.parse.urlparse('http://example.org/a?b=c')"), ("quote", "import urllib.parse", "urllib.parse.quote('a b')"), ("unquote", "import urllib.parse", "urllib.parse.unquote('a%20b')"), ("urljoin", "import urllib.parse", "urllib.parse.urljoin('http://example.org/a', 'b')"), ("urlencode", "import urllib.parse; x = {'a': 1}", "urllib.parse.urlencode(x)"))
add("os.path", ("join", "import os.path", "os.path.join('a', 'b')"), ("basename", "import os.path", "os.path.basename('a/b')"), ("dirname", "import os.path", "os.path.dirname('a/b')"), ("splitext", "import os.path", "os.path.splitext('a.b')"), ("abspath", "import os.path", "os.path.abspath('a')"), ("normpath", "import os.path", "os.path.normpath('a/../b')"), ("exists", "import os.path", "os.path.exists('/')"), ("isfile", "import os.path", "os.path.isfile('/')"), ("isdir", "import os.path", "os.path.isdir('/')"))
add("pathlib", ("Path", "import pathlib", "pathlib.Path('a/b')"), ("Path.joinpath", "import pathlib; x = pathlib.Path('a')", "x.joinpath('b')"), ("Path.exists", "import pathlib; x = pathlib.Path('/')", "x.exists()"), ("Path.with_suffix", "import pathlib; x = pathlib.Path('a.b')", "x.with_suffix('.c')"))
add("os", ("stat", "import os", "os.stat('/')"), ("getcwd", "import os", "os.getcwd()"), ("listdir", "import os", "os.listdir('/')"), ("getpid", "import os", "os.getpid()"), ("fspath", "import os", "os.fspath('a')"))
add("logging", ("getLogger", "import logging", "logging.getLogger('a')"), ("Logger.debug", "import logging; x = logging.getLogger('a')", "x.debug('text %s', 1)"), ("Logger.info", "import logging; x = logging.getLogger('b'); x.addHandler(logging.NullHandler()); x.propagate = False; x.setLevel(10)", "x.info('text %s', 1)"))
add("csv", ("reader.__next__", "import csv, itertools; x = csv.reader(itertools.repeat('a,b,c,d'))", "next(x)"), ("DictReader.__next__", "import csv, itertools; x = csv.DictReader(itertools.chain(['p,q,r,s'], itertools.repeat('a,b,c,d')))", "next(x)"), ("writer.writerow", "import csv, io; x = csv.writer(io.StringIO())", "x.writerow([1, 2, 'a', 'b'])"))
add("array", ("array", "import array; " + FLOATS, "array.array('d', x)", SIZES), ("array.append", "import array; x = array.array('d')", "x.append(1.0)"))
add("threading", ("Lock.acquire", "import threading; x = threading.Lock()", "(x.acquire(), x.release())"), ("current_thread", "import threading", "threading.current_thread()"))
add("queue", ("Queue.put", "import queue; x = queue.Queue()", "(x.put(1), x.get())"), ("SimpleQueue.put", "import queue; x = queue.SimpleQueue()", "(x.put(1), x.get())"))
add("xml.etree.ElementTree", ("Element", "import xml.etree.ElementTree as e", "e.Element('a')"), ("SubElement", "import xml.etree.ElementTree as e; x = e.Element('a')", "e.SubElement(x, 'b')"), ("Element.find", "import xml.etree.ElementTree as e; x = e.fromstring('<a><b/></a>')", "x.find('b')"), ("Element.get", "import xml.etree.ElementTree as e; x = e.fromstring('<a b=\"1\"/>')", "x.get('b')"))
add("sys", ("getsizeof", "import sys; x = 1", "sys.getsizeof(x)"), ("intern", "import sys", "sys.intern('a')"))
add("enum", ("Enum", "import enum\nclass E(enum.Enum):\n    A = 1", "E(1)"))
add("inspect", ("signature", "import inspect, os.path", "inspect.signature(os.path.join)"), ("isfunction", "import inspect", "inspect.isfunction(abs)"))
ARRAY = "import numpy as np; x = np.arange(n, dtype=float) + 1"
add(
    "numpy",
    ("array", "import numpy as np; " + FLOATS, "np.array(x)", SIZES),
    ("asarray", ARRAY, "np.asarray(x)"),
    ("zeros", "import numpy as np", "np.zeros(n)", SIZES),
    ("ones", "import numpy as np", "np.ones(n)", SIZES),
    ("empty", "import numpy as np", "np.empty(10)"),
    ("arange", "import numpy as np", "np.arange(n)", SIZES),
    ("linspace", "import numpy as np", "np.linspace(0, 1, n)", SIZES),
    ("sum", ARRAY, "np.sum(x)", SIZES),
    ("mean", ARRAY, "np.mean(x)", SIZES),
    ("sqrt", ARRAY, "np.sqrt(x)", SIZES),
    ("exp", "import numpy as np; x = np.full(n, 0.5)", "np.exp(x)", SIZES),
    ("log", ARRAY, "np.log(x)", SIZES),
    ("sin", ARRAY, "np.sin(x)", SIZES),
    ("abs", ARRAY, "np.abs(x)", SIZES),
    ("maximum", ARRAY, "np.maximum(x, x)", SIZES),
    ("where", ARRAY + "; y = x > 5", "np.where(y, x, 0)", SIZES),
    ("sort", "import numpy as np; x = (np.arange(n) * 7919) % 10007", "np.sort(x)", SIZES),
    ("argsort", "import numpy as np; x = (np.arange(n) * 7919) % 10007", "np.argsort(x)", SIZES),
    ("cumsum", ARRAY, "np.cumsum(x)", SIZES),
    ("dot", ARRAY, "np.dot(x, x)", SIZES),
    ("concatenate", ARRAY, "np.concatenate([x, x])", SIZES),
    ("append", ARRAY, "np.append(x, 1.0)", SIZES),
    ("unique", ARRAY, "np.unique(x)", SIZES),
    ("clip", ARRAY, "np.clip(x, 2, 5)", SIZES),
    ("isnan", ARRAY, "np.isnan(x)", SIZES),
    ("any", ARRAY, "np.any(x)", SIZES),
    ("argmax", ARRAY, "np.argmax(x)", SIZES),
    ("float64", "import numpy as np", "np.float64(1.5)"),
    ("linalg.norm", ARRAY, "np.linalg.norm(x)", SIZES),
    ("random.rand", "import numpy as np", "np.random.rand(n)", SIZES),
    ("vectorize.__call__", "import numpy as np; y = np.vectorize(abs); x = np.arange(n)", "y(x)", SIZES),
    ("ndarray.sum", ARRAY, "x.sum()", SIZES),
    ("ndarray.mean", ARRAY, "x.mean()", SIZES),
    ("ndarray.max", ARRAY, "x.max()", SIZES),
    ("ndarray.copy", ARRAY, "x.copy()", SIZES),
    ("ndarray.astype", ARRAY, "x.astype(int)", SIZES),
    ("ndarray.reshape", ARRAY, "x.reshape(-1, 2)"),
    ("ndarray.tolist", ARRAY, "x.tolist()", SIZES),
    ("ndarray.item", ARRAY, "x.item(0)"),
    ("ndarray.__getitem__", ARRAY, "x[3]"),
    ("ndarray.__setitem__", ARRAY, "x.__setitem__(3, 1.0)"),
    ("ndarray.__iter__", ARRAY, "[None for _ in x]", SIZES),
)
FRAME = "import pandas as pd; x = pd.DataFrame({'a': range(n), 'b': [float(i) for i in range(n)]})"
add(
    "pandas",
    ("DataFrame", "import pandas as pd; y = {'a': list(range(n)), 'b': list(range(n))}", "pd.DataFrame(y)", SIZES),
    ("Series", "import pandas as pd; " + FLOATS, "pd.Series(x)", SIZES),
    ("concat", FRAME, "pd.concat([x, x])", SIZES),
    ("isna", "import pandas as pd", "pd.isna(1.5)"),
    ("Timestamp", "import pandas as pd", "pd.Timestamp('2025-03-04')"),
    ("to_datetime", "import pandas as pd; x = ['2025-03-04'] * n", "pd.to_datetime(x)", SIZES),
    ("DataFrame.iterrows", FRAME, "[None for _ in x.iterrows()]", (10, 1000)),
    ("DataFrame.itertuples", FRAME, "[None for _ in x.itertuples()]", SIZES),
    ("DataFrame.apply", FRAME, "x.apply(lambda row: row['a'] + row['b'], axis=1)", (10, 1000)),
    ("DataFrame.groupby", FRAME, "x.groupby('a')"),
    ("DataFrame.merge", FRAME, "x.merge(x, on='a')", SIZES),
    ("DataFrame.sort_values", FRAME, "x.sort_values('b')", SIZES),
    ("DataFrame.to_dict", FRAME, "x.to_dict('records')", (10, 1000)),
    ("DataFrame.__getitem__", FRAME, "x['a']"),
    ("DataFrame.loc", FRAME, "x.loc[3]"),
    ("DataFrame.iloc", FRAME, "x.iloc[3]"),
    ("DataFrame.at", FRAME, "x.at[3, 'a']"),
    ("DataFrame.iat", FRAME, "x.iat[3, 0]"),
    ("Series.apply", FRAME + "; y = x['a']", "y.apply(abs)", SIZES),
    ("Series.map", FRAME + "; y = x['a']", "y.map(abs)", SIZES),
    ("Series.sum", FRAME + "; y = x['a']", "y.sum()", SIZES),
    ("Series.mean", FRAME + "; y = x['a']", "y.mean()", SIZES),
    ("Series.tolist", FRAME + "; y = x['a']", "y.tolist()", SIZES),
    ("Series.unique", FRAME + "; y = x['a']", "y.unique()", SIZES),
    ("Series.value_counts", FRAME + "; y = x['a']", "y.value_counts()", SIZES),
)


def loop(setup: str, expression: str, size: int):
    """A function of a count that evaluates the expression that often, with everything in local scope."""
    body = "\n".join(f"    {line}" for line in f"n = {size}\n{setup}".replace("; ", "\n").splitlines())
    source = f"def run(count, clock):\n{body}\n    started = clock()\n    for _ in range(count):\n        {expression}\n    return clock() - started\n"
    scope: dict = {}
    exec(source, scope)
    return scope["run"]


def cost(setup: str, expression: str, size: int = 16) -> float:
    """Seconds of one evaluation, the empty loop taken off; the median of ROUNDS."""
    run, empty = loop(setup, expression, size), loop("", "pass", size)
    clock = time.perf_counter
    once = max(run(1, clock), 1e-8)
    count = max(1, min(1_000_000, int(SECONDS / once)))
    return statistics.median(run(count, clock) / count - empty(count, clock) / count for _ in range(ROUNDS))


def significant(value: float) -> float | int:
    rounded = float(f"{value:.2g}")
    return int(rounded) if rounded == int(rounded) else rounded


def measure(unit: float) -> dict[str, dict[str, float]]:
    results: dict[str, dict[str, float]] = {}
    for name, setup, expression, sizes in CALLS:
        found = {"cost": significant(max(cost(setup, expression) / unit, 0.1))}
        if sizes:
            # What a call costs apart from its elements is told by the smaller sizes; sorting and the like grow faster than by the element.
            tiny, small, large = (cost(setup, expression, size) / unit for size in (8, *sizes))
            slope = max(0.0, (large - small) / (sizes[1] - sizes[0]))
            found["cost"] = significant(max(tiny - 8 * slope, small - slope * sizes[0], 2))
            if slope > 0.0005:
                found["costPerElement"] = significant(slope)
        results[name] = found
        print(f"{name:40} {found}", file=sys.stderr, flush=True)
    return results


def write(results: dict[str, dict[str, float]], unit: float, target: Path) -> None:
    import numpy
    import pandas

    packages: dict[str, list[str]] = {}
    for name, found in results.items():
        package = next(known for known in sorted(PACKAGES, key=len, reverse=True) if name.startswith(f"{known}."))
        values = ", ".join(f"{key}: {value:g}" if isinstance(value, float) else f"{key}: {value}" for key, value in found.items())
        packages.setdefault(package, []).append(f"      {name[len(package) + 1:]}: {{ {values} }}")
    lines = [
        "# Written by bench/library-costs/measure_calls.py: run that, do not edit this. Its name sorts last, so that it wins over assumed costs.",
        "basis: >-",
        f"  CPython {platform.python_version()}, NumPy {numpy.__version__}, pandas {pandas.__version__}, {platform.system()} {platform.machine()}, {time.strftime('%Y-%m-%d')};",
        f"  medians of {ROUNDS} rounds in units of one small-integer addition ({unit * 1e9:.1f} ns in that run); per element from two sizes.",
        "packages:",
    ]
    for package in sorted(packages):
        lines += [f"  {package}:", "    costs:", *packages[package]]
    target.write_text("\n".join(lines) + "\n")


PACKAGES = {name.rsplit(".", 1)[0] for name, *_ in CALLS} | {"builtins", "io", "re", "json", "numpy", "pandas", "collections", "datetime", "pathlib", "logging", "csv", "array", "decimal", "hashlib", "queue", "threading", "string", "difflib", "random"}
ROOTS = {"builtins", "io", "re", "numpy", "pandas", "collections", "datetime", "pathlib", "logging", "csv", "array", "decimal", "hashlib", "queue", "threading", "string", "difflib", "xml.etree.ElementTree"}
PACKAGES = {name for name in PACKAGES if name in ROOTS or not any(name.startswith(f"{root}.") for root in ROOTS)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=Path(__file__).parents[2] / "knowledge" / "libraries" / "timed-costs.yaml")
    arguments = parser.parse_args()
    os.chdir(tempfile.gettempdir())
    unit = statistics.median(cost("a = 3\nb = 4", "a + b") for _ in range(ROUNDS))
    write(measure(unit), unit, arguments.output.resolve() if arguments.output.is_absolute() else Path(__file__).parents[2] / arguments.output)


if __name__ == "__main__":
    main()
