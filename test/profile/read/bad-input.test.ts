import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { CancelledError, createCancellationSource } from "../../../src/base";
import { ProfileError, readProfile } from "../../../src/profile";
import { inChunks, kindsOf, readBytes } from "./read-fixture";

/** Each message names the file, then place and reason. */
function refused(content: string | Uint8Array, message: RegExp, options = {}): Promise<void> {
  return assert.rejects(readBytes(content, "the-file", options), (error) => {
    assert.ok(error instanceof ProfileError, String(error));
    assert.match(error.message, /^the-file: /);
    assert.match(error.message, message);
    return true;
  });
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("bad profile input", () => {
  it("is told what it is, and what to do, where it is no profile", async () => {
    await refused("", /the file is empty; record/);
    await refused(" \n\n", /nothing but blanks/);
    await refused("Dear diary,\ntoday I measured nothing.\n", /none of the profile formats/);
    await refused("def f():\n    return 1\n", /none of the profile formats/);
    await refused(latin1("\xa7\x0d\x0d\x0a\0\0\0\0"), /compiled Python/);
    await refused("PERFILE2\0\0\0", /`perf script/);
    await refused("PK\x03\x04\0\0", /zip archive; unpack/);
    await refused('<?xml version="1.0"?><svg version="1.1">', /picture .*py-spy record -f raw/);
    await refused("<!DOCTYPE html><html>", /web page; export/);
    await refused("   197 function calls (192 primitive calls) in 0.002 seconds\n\n", /python -m cProfile -o/);
    await refused('[{"ph": "X", "name": "f"}]', /Chrome trace; record with/);
    await refused('{"some": "thing"}', /this is JSON, but of none of/);
    await refused("<!DOCTYPE html><title>Tachyon Profiler</title>", /no call tree; record with --flamegraph, --gecko/);
    await refused("HCAT\x01\0\0\0", /profiling.sampling replay --gecko/);
    await refused(latin1("\x28\xb5\x2f\xfd rest"), /zstd -d/);
  });

  it("names line, byte or member", async () => {
    await refused("a;b 3\na;c 1e400\n", /line 2: a time or count was expected, Infinity/);
    await refused("a;b 3\na;c -7\n", /line 2: .* -7 is none/);
    await refused("P1;T0:1;a.py:f:3 99\nP1;T0:1;a.py:f:3 -99\n", /line 2: .* -99/);
    await refused(
      '{"shared": {"frames": []}, "profiles": [{"type": "sampled", "samples": [[4]]}]}',
      /profiles\[0\]\.samples\[0\]: a number from 0/,
    );
    await refused('{"shared": {"frames": [{"name": 3}]}, "profiles": []}', /shared\.frames\[0\]\.name: a text was expected/);
    const weighted = (weight: string): string =>
      `{"shared": {"frames": [{"name": "f"}]}, "profiles": [{"type": "sampled", "samples": [[0]], "weights": [${weight}]}]}`;
    await refused(weighted("1e400"), /profiles\[0\]\.weights\[0\]: .*Infinity/);
    await refused(weighted("-1"), /profiles\[0\]\.weights\[0\]: .*-1/);
    await refused('{"root_frame": {"function": "f", "time": "1"}, "sample_count": 1}', /time: a time or count was expected, "1"/);
    await refused('{"files": {"a.py": {"functions": [], "lines": {}}}, "elapsed_time_sec": 1}', /files\.a\.py\.lines: a list was expected/);
    await refused('{"a": 1,\n  "b": }', /line 2, column 8: this is no valid JSON/);
    await refused('{"shared": {"frames": [', /the JSON ends too early/);
    await refused(latin1("{(\xff\xff\xff\x7f"), /byte 6: the file ends too early/);
    await refused(latin1("{(\xff\xff\xff\xff"), /byte 6: a negative length/);
    await refused(latin1("{))))"), /byte \d: the file ends too early/);
    await refused(latin1(`{${"(\x01\x00\x00\x00".repeat(5000)}`), /nested more than 100 deep/);
    await refused(latin1("{)\x01c"), /a code object of a Python that is not known here/);
    await refused("MOJ\x09\x01austin\0", /MOJO version 9 is not known/);
    await refused("MOJ\x03\x63", /byte 5: no event has the number 99/);
  });

  it("never runs what a pickle says", async () => {
    await refused(latin1("\x80\x02cposix\nsystem\nU\x02id\x85R."), /names posix\.system, .* nothing of it was run/);
    await refused(latin1("\x80\x04\x8c\x08builtins\x8c\x04eval\x93."), /names builtins\.eval/);
    await refused(latin1("\x80\x04\x97."), /opcode 0x97/);
    await refused(latin1("\x80\x04}."), /unit: a time or count was expected, nothing/);
  });

  it("is stopped before it takes the memory", async () => {
    const bomb = gzipSync(`a;${"b".repeat(60_000)} 1\n`.repeat(2000));
    await refused(bomb, /unpacks to more than \d+ MiB, which no profile of this size does/);
    await refused(gzipSync("a;b 1\n".repeat(1000)), /unpacks to more than/, { limits: { maxUnpackedBytes: 1000 } });
    await refused(`{"a": "${"x".repeat(3000)}"}`, /more than 2000 bytes; record for a shorter time/, {
      limits: { maxDocumentBytes: 2000 },
    });
    await refused(`a 1\n${"x".repeat(5 * 1024 * 1024)}`, /line 2: a line has more than 4 MiB/);
  });

  it("may nest as deep as it likes", async () => {
    const depth = 50_000;
    const frame = '{"function":"f","file_path":"a.py","line_no":1,"time":1,"children":[';
    const profile = await readBytes(`{"sample_count":1,"root_frame":${frame.repeat(depth)}${"]}".repeat(depth)}}`);
    assert.equal(kindsOf(profile).python, 1);
    assert.match(profile.warnings.join(), /deeper than 4000 frames/);
    await refused(`${"[".repeat(200_000)}`, /ends too early/);
    await refused(`${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}`, /this is JSON, but of none/);
  });

  it("made to keep a reader busy is through in no time", async () => {
    const long = 500_000;
    const texts = [
      `x\n${"\n".repeat(long)}`,
      `${"process 1;".repeat(long / 10)}f 1\n`,
      `${'process 1:"'.repeat(long / 11)};f 1\n`,
      `a 12 [000] 1.5: 1 cycles:\n\t7f ${" (".repeat(long / 2)}\n\t7f f${" ".repeat(long)}x\n\n`,
      `a${" ".repeat(long)}12 [000] 1.5: 1 cycles:\n`,
      `Timer unit: 1e-06 s\nFunction: f at line 1\n1 1 1 1${" ".repeat(long)}\u2028\n`,
      `${"(".repeat(long)} 1\n`,
      `${":".repeat(long)} 1\n`,
    ];
    // What takes the square of the length runs into the time limit of the tests.
    for (const text of texts) await readBytes(text).catch((error) => assert.ok(error instanceof ProfileError, String(error)));
  });

  it("with keys of JavaScript's own objects changes nothing but itself", async () => {
    const line = '{"lineno": 1, "n_cpu_percent_python": 50, "n_cpu_percent_c": 0, "n_sys_percent": 0}';
    const text = `{"__proto__": {"polluted": 1}, "constructor": 1, "elapsed_time_sec": 2, "files": {"__proto__": {"functions": [], "lines": [${line}]}}}`;
    const profile = await readBytes(text);
    assert.equal(profile.frames[0]!.file, "__proto__");
    assert.equal(kindsOf(profile).python, 1);
    assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
    const names = await readBytes("__proto__;constructor;toString 3\n");
    assert.deepEqual(
      names.frames.map(({ name }) => name),
      ["__proto__", "constructor", "toString"],
    );
    await refused('{"__proto__": {"shared": 1, "profiles": 1}}', /this is JSON, but of none/);
  });

  it("with paths that climb out is read as it stands, and no file is opened", async () => {
    const profile = await readBytes("f (../../../../etc/passwd:1);g (/etc/shadow:2) 5\n");
    assert.deepEqual(
      profile.frames.map(({ file }) => file),
      ["../../../../etc/passwd", "/etc/shadow"],
    );
  });

  it("without any time is no profile", async () => {
    await refused("a;b 0\n", /holds no time at all/);
    await refused("# austin: 3.7.0\n# mode: wall\n\n", /holds no sample/);
    await refused("Timer unit: 1e-06 s\n\n", /no function that was marked/);
    await refused("python 12 [000] 1.5: 1 cycles:\n\tffff main+0x1 (/usr/bin/python3)\n\n", /no frame names a Python function.*-X perf/);
  });

  it("that is cut at the end is used up to there, with a warning", async () => {
    const profile = await readBytes("a;b 3\na;c 4\na;some", "cut");
    assert.equal(kindsOf(profile).python, 7);
    assert.deepEqual(profile.warnings, ["line 3: the last line is cut short and was left out"]);
  });

  it("is given up when the work is cancelled, and what the file system throws comes through", async () => {
    const source = createCancellationSource();
    source.cancel();
    await assert.rejects(readBytes("a;b 3\n", "any", { token: source.token }), CancelledError);
    async function* failing(): AsyncIterable<Uint8Array> {
      yield* inChunks(new TextEncoder().encode("a;b 1\n".repeat(20_000)), 1000);
      throw new RangeError("disk gone");
    }
    await assert.rejects(readProfile("any", failing()), RangeError);
  });
});
