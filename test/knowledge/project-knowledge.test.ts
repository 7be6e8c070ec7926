/** What this repository's own `knowledge/` must hold, beyond what the schemas check. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { loadKnowledge } from "../../src/knowledge";
import { knowledgeFolder, loadProjectKnowledge, readProjectTexts } from "../support/knowledge";

const knowledge = loadProjectKnowledge();

/** Every `sources` list anywhere in `value`, with where it stands. */
function* sourceLists(value: unknown, at: string): Generator<{ at: string; ids: readonly string[] }> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "sources" && Array.isArray(inner) && inner.every((id) => typeof id === "string")) yield { at, ids: inner };
    else yield* sourceLists(inner, `${at}.${key}`);
  }
}

describe("the project's knowledge", () => {
  it("has no problem", () => assert.deepEqual(knowledge.problems, []));

  it("resolves every source that is cited anywhere", () => {
    const missing = readProjectTexts().flatMap(({ path, text }) =>
      [...sourceLists(parse(text), path)].flatMap(({ at, ids }) =>
        ids.filter((id) => !knowledge.sources.has(id)).map((id) => `${at}: ${id}`),
      ),
    );
    assert.deepEqual(missing, []);
  });

  it("resolves the ids between files", () => {
    const exemplars = new Set(knowledge.exemplars.map(({ id }) => id));
    const sections = new Set(knowledge.framework.sections.map(({ id }) => id));
    const kinds = new Set(knowledge.payoff.map(({ kind }) => kind));
    const constraints = new Set(knowledge.framework.constraints.map(({ id }) => id));
    const workloads = new Set(knowledge.workloads.map(({ id }) => id));
    for (const option of knowledge.framework.options ?? [])
      for (const id of option.exemplars) assert.ok(exemplars.has(id), `${option.id}: ${id}`);
    for (const example of knowledge.framework.examples ?? []) assert.ok(sections.has(example.section), example.id);
    for (const exemplar of knowledge.exemplars) for (const kind of exemplar.kinds) assert.ok(kinds.has(kind), `${exemplar.id}: ${kind}`);
    for (const question of knowledge.framework.decision?.questions ?? []) {
      for (const { id, signs } of question.answers) {
        for (const constraint of signs.constraints) assert.ok(constraints.has(constraint), `${id}: ${constraint}`);
        for (const workload of signs.workloads) assert.ok(workloads.has(workload), `${id}: ${workload}`);
      }
    }
  });

  it("has a learning phase for each answer of the setting", () => {
    assert.deepEqual(
      knowledge.framework.learningPhases.map(({ id }) => id),
      ["none", "learning", "productive", "fluent"],
    );
    const factors = knowledge.framework.learningPhases.map(({ effortFactor }) => effortFactor);
    assert.deepEqual(
      factors,
      [...factors].sort((a, b) => b - a),
    );
  });

  it("gives each kind of hot code a payoff in Rust, and names each pair once", () => {
    const pairs = knowledge.payoff.map(({ kind, target }) => `${kind}-${target}`);
    assert.equal(new Set(pairs).size, pairs.length);
    for (const kind of new Set(knowledge.payoff.map((entry) => entry.kind))) assert.ok(pairs.includes(`${kind}-pyo3`), kind);
    for (const { id, kind, target } of knowledge.payoff) assert.equal(id, `${kind}-${target}`);
  });

  it("keeps measured drop-ins within what was measured", () => {
    const { results } = JSON.parse(readFileSync(join(knowledgeFolder, "measurements", "drop-ins.json"), "utf8")) as {
      results: { from: string; to: string; ratio: number }[];
    };
    for (const dropIn of knowledge.libraries.dropIns) {
      if (!dropIn.speedup.basis.startsWith("Measured")) continue;
      const ratios = results
        .filter(({ from, to }) => to === dropIn.to && (from === dropIn.from || from.startsWith(`${dropIn.from}.`)))
        .map(({ ratio }) => ratio);
      if (ratios.length === 0) continue;
      const least = Math.min(...ratios);
      const most = Math.max(...ratios);
      const name = `${dropIn.from} -> ${dropIn.to}`;
      assert.ok(dropIn.speedup.low <= most, `${name}: low is above everything measured`);
      assert.ok(dropIn.speedup.mid <= most * 1.05, `${name}: mid is above everything measured`);
      assert.ok(dropIn.speedup.mid >= least * 0.45, `${name}: mid is far below everything measured`);
    }
  });

  it("takes import costs from what was measured", () => {
    const { results } = JSON.parse(readFileSync(join(knowledgeFolder, "measurements", "import-times.json"), "utf8")) as {
      results: Record<string, { milliseconds: number }>;
    };
    for (const { name, milliseconds, sources } of knowledge.libraries.importCosts.values()) {
      if (!sources.includes("measured-import-times")) continue;
      assert.ok(Math.abs(milliseconds - (results[name]?.milliseconds ?? Number.NaN)) <= 0.5, name);
    }
    assert.ok((knowledge.libraries.importCost("pandas") ?? 0) > 50);
  });

  it("prefers measured costs of calls to assumed ones", () => {
    const timed = parse(readFileSync(join(knowledgeFolder, "libraries", "timed-costs.yaml"), "utf8")) as {
      packages: Record<string, { costs: Record<string, { cost: number; costPerElement?: number }> }>;
    };
    for (const [name, { costs }] of Object.entries(timed.packages)) {
      for (const [suffix, expected] of Object.entries(costs)) {
        const found = knowledge.libraries.find(`${name}.${suffix}`);
        assert.equal(found?.name, `${name}.${suffix}`);
        assert.equal(found?.cost, expected.cost, found?.name);
        if (expected.costPerElement !== undefined) assert.equal(found?.costPerElement, expected.costPerElement, found?.name);
      }
    }
  });

  it("knows where the time of common names goes", () => {
    const expected = {
      python: [
        "builtins.list.append",
        "builtins.sorted",
        "textwrap.wrap",
        "copy.deepcopy",
        "pandas.DataFrame.apply",
        "networkx.Graph.add_edge",
        "sympy.simplify",
        "yaml.safe_load",
        "csv.DictReader",
        "numpy.vectorize",
        "os.path.join",
        "bs4.BeautifulSoup",
        "statistics.mean",
        "argparse.ArgumentParser",
        "polars.DataFrame.iter_rows",
        "django.db.models.CharField",
      ],
      native: [
        "re.match",
        "re.Pattern.sub",
        "json.loads",
        "zlib.compress",
        "hashlib.sha256",
        "struct.unpack",
        "math.sqrt",
        "heapq.heappush",
        "bisect.bisect_left",
        "decimal.Decimal",
        "numpy.dot",
        "numpy.ndarray.sum",
        "pandas.DataFrame.merge",
        "polars.DataFrame.filter",
        "torch.matmul",
        "orjson.dumps",
        "yaml.CSafeLoader",
        "pydantic.BaseModel",
        "lxml.etree.parse",
        "PIL.Image.Image.resize",
        "xml.etree.ElementTree.fromstring",
      ],
      io: [
        "builtins.open",
        "io.TextIOWrapper.read",
        "socket.socket",
        "ssl.wrap_socket",
        "http.client.HTTPConnection",
        "urllib.request.urlopen",
        "subprocess.run",
        "time.sleep",
        "os.stat",
        "os.listdir",
        "sqlite3.connect",
        "select.select",
        "asyncio.sleep",
        "smtplib.SMTP",
        "requests.get",
        "httpx.AsyncClient.get",
        "psycopg2.connect",
        "boto3.client",
        "redis.Redis",
        "pathlib.Path.read_text",
        "pandas.read_csv",
        "git.Repo",
        "shutil.copyfile",
      ],
    };
    for (const [time, names] of Object.entries(expected)) {
      const wrong = names.filter((name) => knowledge.libraries.find(name)?.time !== time);
      assert.deepEqual(wrong, [], `not ${time}`);
    }
  });

  it("knows the types of common results", () => {
    const { types } = knowledge;
    const results: Record<string, string> = {
      "builtins.open": "io.TextIOWrapper",
      "builtins.str.split": "builtins.list",
      "builtins.str.encode": "builtins.bytes",
      "re.compile": "re.Pattern",
      "re.match": "re.Match",
      "re.Pattern.finditer": "typing.Iterator",
      "pathlib.Path": "pathlib.Path",
      "pathlib.Path.iterdir": "typing.Iterator",
      "os.listdir": "builtins.list",
      "datetime.datetime.now": "datetime.datetime",
      "collections.Counter.most_common": "builtins.list",
      "sqlite3.Connection.execute": "sqlite3.Cursor",
      "numpy.zeros": "numpy.ndarray",
      "numpy.ndarray.reshape": "numpy.ndarray",
      "numpy.linalg.norm": "numpy.float64",
      "pandas.read_csv": "pandas.DataFrame",
      "pandas.DataFrame.groupby": "pandas.core.groupby.DataFrameGroupBy",
      "pandas.core.strings.StringMethods.lower": "pandas.Series",
      "pandas.DataFrame.iterrows": "typing.Iterator",
      "polars.scan_csv": "polars.LazyFrame",
      "polars.LazyFrame.collect": "polars.DataFrame",
      "polars.col": "polars.Expr",
      "requests.get": "requests.Response",
    };
    for (const [callable, type] of Object.entries(results)) assert.equal(types.returnType(callable)?.name, type, callable);
    assert.equal(types.attributeType("pandas.DataFrame", "values")?.name, "numpy.ndarray");
    assert.equal(types.attributeType("pandas.Series", "str")?.name, "pandas.core.strings.StringMethods");
    assert.equal(types.subscriptType("pandas.DataFrame")?.name, "pandas.Series");
    assert.equal(types.elementType("io.TextIOWrapper")?.name, "builtins.str");
    assert.equal(types.elementType("csv.reader")?.name, "builtins.list");
    assert.equal(types.elementType("csv.DictReader")?.name, "builtins.dict");
    assert.equal(types.returnType("json.loads"), undefined);
  });

  it("lists the standard library of the Python at hand", function () {
    let names: string[];
    try {
      names = JSON.parse(
        execFileSync("python3", ["-c", "import sys, json; print(json.dumps(sorted(sys.stdlib_module_names)))"], { encoding: "utf8" }),
      );
    } catch {
      this.skip(); // no Python 3.10 or newer on this machine: the list cannot be compared
      return;
    }
    const missing = names.filter((name) => !name.startsWith("_") && !knowledge.libraries.isStandardLibrary(name));
    assert.deepEqual(missing, []);
  });

  it("loads from JSON, as the build bundles it, without a problem", () => {
    const texts = readProjectTexts().map(({ path, text }) => ({
      path: path.replace(/\.yaml$/, ".json"),
      text: JSON.stringify(parse(text)),
    }));
    const fromJson = loadKnowledge(texts);
    assert.deepEqual(fromJson.problems, []);
    assert.deepEqual([...fromJson.rules.keys()].sort(), [...knowledge.rules.keys()].sort());
    assert.deepEqual(fromJson.priors.names, knowledge.priors.names);
  });
});
