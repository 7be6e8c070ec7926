import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Line, Location, Function as PprofFunction, Profile, Sample, StringTable, ValueType } from "pprof-format";
import type { RawProfile } from "../../../src/profile";
import { kindsOf, readBytes } from "./read-fixture";

/** Stacks as `outer;inner`, each with its weights; a frame is `name file:line`, native ones in brackets. */
function stacksOf({ nodes, frames, tracks }: RawProfile): Record<string, number> {
  const texts: string[] = [];
  const stacks: Record<string, number> = {};
  nodes.forEach(({ parent, frame, self, track }, node) => {
    const { name, file, line, firstLine, isNative } = frames[frame]!;
    const at = line ?? (firstLine === undefined ? "" : `/${firstLine}`);
    const text = `${name}${file === "" ? "" : ` ${file}`}${at === "" ? "" : `:${at}`}`;
    const shown = isNative ? `[${text}]` : text;
    const start = track === undefined ? "" : `${tracks[track]!.name}: `;
    texts[node] = parent < 0 ? `${start}${shown}` : `${texts[parent]};${shown}`;
    for (const kind of ["python", "native", "waiting"] as const) {
      if (self[kind] > 0) stacks[`${texts[node]}${kind === "python" ? "" : ` ${kind}`}`] = Number(self[kind].toPrecision(6));
    }
  });
  return stacks;
}

describe("profile formats", () => {
  it("collapsed: the frames of each tool's own form", async () => {
    const text = [
      "<module> (app.py:3);Shop.total (/srv/a b/shop (old).py:12) 4",
      'process 12:"python -c import a; b()";thread (0x7F): main;f (C:\\work\\x.py:7) 1',
      "tid:99;~:<native>:0;x.py:g:1 3",
      "py::handle:/srv/app.py;PyObject_Call_[k];std::sort(int*) 5",
      "main;helper 6",
      "f (a.py:1);list_append (lib/libpython3.11.so.1.0) 2",
      "f (a.py:1);gc_collect_main (libpython3.11.so) 1",
      "f (a.py:1);0x7ffe (libnumpy.so);memcpy (libc.so.6) 4",
    ].join("\r\n");
    assert.deepEqual(stacksOf(await readBytes(text)), {
      "<module> app.py:3;Shop.total /srv/a b/shop (old).py:12": 4,
      "process 12, thread 0x7F: main: f C:\\work\\x.py:7": 1,
      "thread 99: [<native> ~];g x.py:1": 3,
      "handle /srv/app.py;[PyObject_Call];[std::sort(int*)] native": 5,
      "main;helper": 6,
      "f a.py:1": 2,
      "f a.py:1;[gc_collect_main libpython3.11.so] native": 1,
      "f a.py:1;[[libnumpy.so] libnumpy.so] native": 4,
    });
  });

  it("collapsed: the frame of CPython around `__init__` is part of the caller", async () => {
    const text = "x.py:f:3;__init__:__init__:0 2\nx.py:f:3;__init__:__init__:0;x.py:C.__init__:9 5\n";
    assert.deepEqual(stacksOf(await readBytes(text)), { "f x.py:3": 2, "f x.py:3;C.__init__ x.py:9": 5 });
  });

  it("collapsed: UTF-16, as PowerShell writes, and a byte order mark", async () => {
    const text = "main (app.py:1);größe (app.py:2) 3\r\n";
    const utf16 = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]));
    assert.deepEqual(stacksOf(await readBytes(utf16)), { "main app.py:1;größe app.py:2": 3 });
    assert.deepEqual(stacksOf(await readBytes(`\uFEFF${text}`)), { "main app.py:1;größe app.py:2": 3 });
  });

  it("Austin: threads and interpreters apart, idle samples as waiting", async () => {
    const text =
      "# austin: 3.7.0\n# mode: full\n\nP1;T0:5;a.py:f:2 1000000,0,12\nP1;T1:5;a.py:f:2 2000000,1,-12\nP1;T0x5;C:\\a b\\c.py:f:9;:GC: 500000,0,0\n";
    const profile = await readBytes(text);
    assert.deepEqual(stacksOf(profile), {
      "process 1, thread 5: f a.py:2": 1,
      "process 1, interpreter 1, thread 5: f a.py:2 waiting": 2,
      "process 1, thread 0x5: f C:\\a b\\c.py:9;[<GC>] native": 0.5,
    });
    assert.deepEqual([profile.tool, profile.clock, profile.unit, profile.sampleCount], ["austin 3.7.0", "wall", "seconds", 3]);
    assert.deepEqual(
      profile.tracks.map(({ share }) => Math.round(share * 3.5 * 2)),
      [2, 4, 1],
    );
  });

  it("pstats: C functions go to the Python functions that called them, and those that block are waiting", async () => {
    const profile = await readFile("pstats-versions", "cprofile-3.15.pstats");
    const sorted = Object.keys(stacksOf(profile)).find((stack) => stack.includes("sorted"));
    assert.equal(sorted, "total small.py:/6;[<built-in method builtins.sorted>] native");
    const fibonacci = profile.nodes.find(({ frame }) => profile.frames[frame]!.name === "fibonacci")!;
    assert.ok(fibonacci.total! >= fibonacci.self.python);
  });

  it("pstats: of every Python from 2.7 to 3.15, by cProfile and by profile", async () => {
    const names = readdirSync(folderOf("pstats-versions"));
    assert.equal(names.length, 16);
    for (const name of names) {
      const profile = await readFile("pstats-versions", name);
      assert.equal(profile.tool, name.startsWith("cprofile") ? "cProfile" : "profile", name);
      assert.equal(profile.clock, name.startsWith("cprofile") ? "wall" : "cpu", name);
      assert.ok(
        profile.frames.some((frame) => frame.name === "fibonacci" && frame.file === "small.py" && frame.firstLine === 2),
        name,
      );
    }
  });

  it("speedscope: opened and closed frames", async () => {
    const event = (type: string, at: number, frame: number) => ({ type, at, frame });
    const events = [event("O", 0, 0), event("O", 10, 1), event("C", 40, 1), event("C", 50, 0)];
    const document = {
      shared: { frames: [{ name: "f", file: "a.py", line: 1 }, { name: "g" }] },
      profiles: [{ type: "evented", name: "main", unit: "milliseconds", startValue: 0, events }],
    };
    assert.deepEqual(stacksOf(await readBytes(JSON.stringify(document))), { "main: f a.py:1": 0.02, "main: f a.py:1;g": 0.03 });
  });

  it("pyinstrument: own time, awaiting and built-ins", async () => {
    const frame = (name: string, file: string, time: number, children: unknown[] = []) => ({
      function: name,
      file_path: file,
      line_no: file === "" ? 0 : 3,
      time,
      children,
    });
    const inner = [frame("[self]", "", 1), frame("[await]", "", 2), frame("sleep", "<built-in>", 3)];
    // The class is that of `self`, which need not have the function.
    const document = { sample_count: 7, root_frame: frame("main", "a.py", 10, [frame("Child.f", "b.py", 6, inner)]) };
    assert.deepEqual(stacksOf(await readBytes(JSON.stringify(document))), {
      "main a.py:/3": 4,
      "main a.py:/3;f b.py:/3": 1,
      "main a.py:/3;f b.py:/3 waiting": 2,
      "main a.py:/3;f b.py:/3;[sleep] native": 3,
    });
  });

  it("line_profiler: what a line called is taken off", async () => {
    const table = [
      "Timer unit: 0.001 s",
      "",
      "Total time: 1 s",
      "File: a.py",
      "Function: outer at line 1",
      "",
      "Line #      Hits         Time  Per Hit   % Time  Line Contents",
      "==============================================================",
      "     1                                           def outer():",
      "     2         1        700.0    700.0     70.0      inner(3)",
      "     3         1        300.0    300.0     30.0      x = 1",
      "",
      "File: a.py",
      "Function: inner at line 5",
      "     6         2        600.0    300.0    100.0      return 5",
    ].join("\n");
    const stacks = stacksOf(await readBytes(table));
    assert.deepEqual(stacks, { "outer a.py:/1;outer a.py:2": 0.1, "outer a.py:/1;outer a.py:3": 0.3, "inner a.py:/5;inner a.py:6": 0.6 });
  });

  it("perf: Python frames, and the first C frame outside of the interpreter", async () => {
    const sample = (frames: string[]) =>
      `my app 12/13 [001] 5.5:    4000000 cpu-clock:ppp: \n${frames.map((each) => `\t    7f ${each}\n`).join("")}\n`;
    const interpreter = "_PyEval_EvalFrameDefault+0x1 (/usr/lib/libpython3.13.so.1.0)";
    const text = [
      sample([
        "memcpy+0x3 (/usr/lib/libc.so.6)",
        interpreter,
        "py::f:/srv/a.py+0xa (/tmp/perf-12.map)",
        interpreter,
        "py::<module>:/srv/a.py+0xa (/tmp/perf-12.map)",
      ]),
      sample([
        "dot_kernel (/site/numpy/_multiarray.so)",
        "array_dot+0x1 (/site/numpy/_multiarray.so)",
        interpreter,
        "py::f:/srv/a.py+0xa (/tmp/perf-12.map)",
      ]),
      sample(["main+0x1 (/usr/bin/python3.13)"]),
    ].join("");
    assert.deepEqual(stacksOf(await readBytes(text)), {
      "my app 12/13: <module> /srv/a.py;f /srv/a.py": 0.004,
      "my app 12/13: f /srv/a.py;[array_dot /site/numpy/_multiarray.so] native": 0.004,
      "my app 12/13: [(outside Python)] native": 0.004,
    });
  });

  it("pprof: inlined calls of a location, processor time before wall time", async () => {
    const strings = new StringTable();
    const text = (value: string): number => strings.dedup(value);
    const method = (id: number, name: string) =>
      new PprofFunction({ id, name: text(name), systemName: 0, filename: text("a.py"), startLine: 1 });
    const profile = new Profile({
      stringTable: strings,
      sampleType: [
        new ValueType({ type: text("wall"), unit: text("nanoseconds") }),
        new ValueType({ type: text("cpu"), unit: text("nanoseconds") }),
      ],
      function: [method(1, "main"), method(2, "f"), method(3, "g")],
      location: [
        new Location({ id: 1, line: [new Line({ functionId: 1, line: 2 })] }),
        new Location({ id: 2, line: [new Line({ functionId: 3, line: 4 }), new Line({ functionId: 2, line: 3 })] }),
      ],
      sample: [new Sample({ locationId: [2, 1], value: [9e9, 2e9] })],
    });
    const raw = await readBytes(profile.encode());
    assert.deepEqual(stacksOf(raw), { "main a.py:2;f a.py:3;g a.py:4": 2 });
    assert.equal(raw.clock, "cpu");
  });

  it("gecko: off the processor and without the lock is waiting, where the sampler has asked", async () => {
    const shared = { stringArray: ["f", "a.py", "On CPU", "Off CPU", "No GIL"] };
    const markers = { name: [2, 3, 4], startTime: [0, 10, 10], endTime: [10, 20, 20] };
    const thread = (withMarkers: boolean) => ({
      name: "T",
      pid: "1",
      samples: { stack: [0, 0, 0, null], time: [5, 12, 15, 16] },
      stackTable: { frame: [0], prefix: [null] },
      frameTable: { func: [0], line: [7] },
      funcTable: { name: [0], fileName: [1] },
      ...(withMarkers && { markers }),
    });
    const read = async (withMarkers: boolean) =>
      kindsOf(await readBytes(JSON.stringify({ meta: {}, shared, threads: [thread(withMarkers)] })));
    assert.deepEqual(await read(true), { python: 1, native: 0, waiting: 2 });
    assert.deepEqual(await read(false), { python: 3, native: 0, waiting: 0 });
  });

  it("the sampler's JSON lines: tables as 3.15.0 names them and as it does later", async () => {
    const lines = (strings: object, frames: object) => [
      { type: "meta", v: 1, mode: "cpu" },
      strings,
      frames,
      { type: "agg", kind: "frame", entries: [{ frame_id: 1, self: 4, cumulative: 9 }] },
      { type: "end" },
    ];
    const strings = [
      { str_id: 1, value: "a.py" },
      { str_id: 2, value: "f" },
    ];
    const frames = [{ frame_id: 1, path_str_id: 1, func_str_id: 2, line: 3 }];
    for (const records of [
      lines({ type: "string_table", strings }, { type: "frame_table", frames }),
      lines({ type: "str_def", defs: strings }, { type: "frame_def", defs: frames }),
    ]) {
      const profile = await readBytes(records.map((record) => JSON.stringify(record).replace('"type":"meta"', '"type":"meta"')).join("\n"));
      assert.deepEqual(stacksOf(profile), { "f a.py;f a.py:3": 4 });
      assert.deepEqual([profile.nodes[1]!.total, profile.clock, profile.format], [9, "cpu", "tachyon-jsonl"]);
    }
  });
});

function folderOf(name: string): string {
  return join(__dirname, "../../fixtures/profiles", name);
}

function readFile(folder: string, name: string): Promise<RawProfile> {
  return readBytes(readFileSync(join(folderOf(folder), name)), name);
}
