"""One concat at the end, in pandas."""

import pandas as pd


def run(chunks: list[dict]) -> dict[str, list]:
    return pd.concat([pd.DataFrame(chunk) for chunk in chunks], ignore_index=True).to_dict("list")
