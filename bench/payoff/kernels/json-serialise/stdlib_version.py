import json


def run(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
