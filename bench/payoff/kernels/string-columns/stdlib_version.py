"""The same function in a comprehension: the frame adds nothing here."""


def domain(address: str) -> str:
    host = address.strip().lower().split("@")[1]
    return host.removeprefix("mail.").rsplit(".", 1)[0]


def run(addresses: list[str]) -> list[str]:
    return [domain(address) for address in addresses]
