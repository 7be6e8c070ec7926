import pandas as pd


def run(chunks: list[dict]) -> dict[str, list]:
    result = pd.DataFrame()
    for chunk in chunks:
        result = pd.concat([result, pd.DataFrame(chunk)], ignore_index=True)
    return result.to_dict("list")
