import polars as pl

HOST = pl.col("address").str.strip_chars().str.to_lowercase().str.split("@").list.get(1)
DOMAIN = HOST.str.strip_prefix("mail.").str.replace(r"\.[^.]*$", "")


def prepare(addresses: list[str]) -> tuple[pl.DataFrame]:
    if not isinstance(addresses, list):
        raise TypeError("a list expected")
    return (pl.DataFrame({"address": addresses}),)


def run(df: pl.DataFrame) -> list[str]:
    return df.select(domain=DOMAIN)["domain"].to_list()
