/**
 * Events of Austin's MOJO format (https://p403n1x87.github.io/austin/4.1/formats/mojo/), versions 1 to 4, as a stream: bytes come in
 * chunks that end anywhere, and an event is handed on once it is complete.
 */
import { ProfileError } from "../contract";

export interface MojoHandler {
  metadata(key: string, value: string): void;
  /** A new stack begins, and the one before ends. */
  stack(process: number, interpreter: number, thread: string): void;
  frame(key: number, fileKey: number, nameKey: number, line: number): void;
  frameReference(key: number): void;
  /** A kernel frame with its name, or one that could not be read. */
  namedFrame(name: string): void;
  idle(): void;
  time(microseconds: number): void;
  memory(bytes: number): void;
  text(key: number, value: string): void;
}

/** Ends the attempt to read an event whose last bytes are still to come. */
class MoreNeeded extends Error {}

const MORE_NEEDED = new MoreNeeded();
const MAX_TEXT = 64 * 1024;
/** Keys are addresses; seven more bytes than a 64-bit number has are a broken file. */
const MAX_VARINT_BYTES = 11;

export class MojoParser {
  private bytes: Uint8Array = new Uint8Array(0);
  private offset = 0;
  private consumed = 0;
  private version = 0;
  private readonly decoder = new TextDecoder();

  constructor(
    private readonly source: string,
    private readonly handler: MojoHandler,
  ) {}

  push(chunk: Uint8Array): void {
    this.append(chunk);
    for (;;) {
      const start = this.offset;
      if (start >= this.bytes.length) return;
      try {
        this.event();
      } catch (error) {
        if (error !== MORE_NEEDED) throw error;
        this.offset = start;
        return;
      }
    }
  }

  /** True when the last event is incomplete. */
  get isCut(): boolean {
    return this.offset < this.bytes.length || this.version === 0;
  }

  private append(chunk: Uint8Array): void {
    const rest = this.bytes.subarray(this.offset);
    this.consumed += this.offset;
    this.offset = 0;
    if (rest.length === 0) {
      this.bytes = chunk;
      return;
    }
    this.bytes = new Uint8Array(rest.length + chunk.length);
    this.bytes.set(rest);
    this.bytes.set(chunk, rest.length);
  }

  private event(): void {
    if (this.version === 0) {
      this.header();
      return;
    }
    const kind = this.byte();
    switch (kind) {
      case 1:
        this.handler.metadata(this.text(), this.text());
        return;
      case 2: {
        const process = this.varint();
        this.handler.stack(process, this.version >= 3 ? this.varint() : 0, this.text());
        return;
      }
      case 3:
        this.frame();
        return;
      case 4:
        this.handler.namedFrame("<invalid>");
        return;
      case 5:
        this.handler.frameReference(this.varint());
        return;
      case 6:
        this.handler.namedFrame(this.text());
        return;
      case 7:
        this.handler.namedFrame("<GC>");
        return;
      case 8:
        this.handler.idle();
        return;
      case 9:
        this.handler.time(this.varint());
        return;
      case 10:
        this.handler.memory(this.varint());
        return;
      case 11:
        this.handler.text(this.varint(), this.text());
        return;
      case 12:
        this.varint();
        return;
      default:
        throw this.error(`no event has the number ${kind}; the file is broken, or of a newer version than 4`);
    }
  }

  private header(): void {
    for (let index = 0; index < 3; index++) this.byte();
    const version = this.varint();
    if (version < 1 || version > 4) throw this.error(`MOJO version ${version} is not known here (1 to 4 are)`);
    this.version = version;
  }

  private frame(): void {
    const key = this.varint();
    const file = this.varint();
    const name = this.varint();
    const line = this.varint();
    // Last line, first and last column.
    if (this.version >= 2) for (let index = 0; index < 3; index++) this.varint();
    this.handler.frame(key, file, name, line);
  }

  private byte(): number {
    if (this.offset >= this.bytes.length) throw MORE_NEEDED;
    return this.bytes[this.offset++]!;
  }

  private varint(): number {
    const first = this.byte();
    let value = first & 0x3f;
    let scale = 0x40;
    let byte = first;
    for (let count = 1; byte & 0x80; count++) {
      if (count > MAX_VARINT_BYTES) throw this.error("a number has no end");
      byte = this.byte();
      value += (byte & 0x7f) * scale;
      scale *= 128;
    }
    return first & 0x40 ? -value : value;
  }

  private text(): string {
    const end = this.bytes.indexOf(0, this.offset);
    if (end < 0) {
      if (this.bytes.length - this.offset > MAX_TEXT) throw this.error("a text has no end");
      throw MORE_NEEDED;
    }
    const text = this.decoder.decode(this.bytes.subarray(this.offset, end));
    this.offset = end + 1;
    return text;
  }

  private error(reason: string): ProfileError {
    return new ProfileError(this.source, reason, `byte ${this.consumed + this.offset}`);
  }
}
