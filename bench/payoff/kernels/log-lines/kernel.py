"""A regular expression for every line of an access log, and totals in a dict: re is C already, the objects around it are not."""

KIND = "strings"
SIZES = {"small": 25, "medium": 1_000, "large": 60_000}


def make_input(size, rng):
    def line():
        path = f"/api/{rng.choice(['users', 'orders', 'items'])}/{rng.randrange(50)}"
        address = ".".join(str(rng.randrange(256)) for _ in range(4))
        status, length = rng.choice([200, 200, 200, 404, 500]), rng.randrange(50_000)
        return f'{address} - - [24/Nov/2026:10:00:{rng.randrange(60):02} +0000] "GET {path} HTTP/1.1" {status} {length}'

    return ([line() for _ in range(SIZES[size])],)


BAD_INPUTS = [(["this is no access log"],), ([None],)]
