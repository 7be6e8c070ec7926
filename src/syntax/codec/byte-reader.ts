/** Reads what ByteWriter wrote. Past the end, or where a number is too long, it throws: the bytes are damaged. */
export class ByteReader {
  at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get isAtEnd(): boolean {
    return this.at === this.bytes.length;
  }

  byte(): number {
    const value = this.bytes[this.at++];
    if (value === undefined) throw new DamagedFacts();
    return value;
  }

  varint(): number {
    const first = this.bytes[this.at++];
    if (first !== undefined && first < 0x80) return first;
    if (first === undefined) throw new DamagedFacts();
    let value = first & 0x7f;
    for (let shift = 7; shift < 35; shift += 7) {
      const next = this.byte();
      value |= (next & 0x7f) << shift;
      if (next < 0x80) return value >>> 0;
    }
    throw new DamagedFacts();
  }

  signed(): number {
    const value = this.varint();
    return (value & 1) === 0 ? value >>> 1 : -((value + 1) / 2);
  }

  double(): number {
    const start = this.at;
    this.at += 8;
    if (this.at > this.bytes.length) throw new DamagedFacts();
    return new DataView(this.bytes.buffer, this.bytes.byteOffset + start, 8).getFloat64(0, true);
  }

  raw(length: number): Uint8Array {
    const start = this.at;
    this.at += length;
    if (this.at > this.bytes.length) throw new DamagedFacts();
    return this.bytes.subarray(start, this.at);
  }
}

/** Bytes that no encoder of this version wrote. */
export class DamagedFacts extends Error {
  override readonly name = "DamagedFacts";
  constructor() {
    super("the encoded facts are damaged");
  }
}
