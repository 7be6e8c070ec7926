"""Runs a program of `drive.py` under Pyroscope's agent and keeps the first profile it sends: FOLDER PROGRAM SECONDS OUTPUT."""

import gzip
import http.server
import sys
import threading

import pyroscope

folder, program, seconds, output = sys.argv[1:]
sys.path.insert(0, folder)
import drive  # noqa: E402

received = []


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        length = self.headers.get("Content-Length")
        body = self.rfile.read(int(length)) if length else b"".join(self.chunks())
        received.append(body)
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def chunks(self):
        while size := int(self.rfile.readline().strip() or b"0", 16):
            yield self.rfile.read(size)
            self.rfile.readline()

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
threading.Thread(target=server.serve_forever, daemon=True).start()
pyroscope.configure(application_name="fixtures", server_address=f"http://127.0.0.1:{server.server_port}", sample_rate=100, oncpu=True, gil_only=True)
drive.run(program, float(seconds) + 8)
pyroscope.shutdown()
server.shutdown()


def fields(message):
    """The fields of a protobuf message that hold bytes, with their numbers."""
    at = 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = message[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while at < len(message):
        key = varint()
        length = varint()
        if key & 7 == 2:
            yield key >> 3, message[at : at + length]
            at += length


# push.v1.PushRequest { series = 1 { samples = 2 { raw_profile = 1 } } }, see api/push/v1/push.proto of grafana/pyroscope.
series = [value for number, value in fields(gzip.decompress(max(received, key=len))) if number == 1]
samples = [value for one in series for number, value in fields(one) if number == 2]
profiles = [value for sample in samples for number, value in fields(sample) if number == 1]
with open(output, "wb") as file:
    largest = max(profiles, key=len)
    file.write(gzip.decompress(largest) if largest.startswith(b"\x1f\x8b") else largest)
