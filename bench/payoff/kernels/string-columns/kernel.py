"""A Python function applied to a column of strings."""

KIND = "dataframe"
SIZES = {"small": 10, "medium": 3_000, "large": 150_000}


def make_input(size, rng):
    names, hosts = ["ann", "Bob.Smith", " carol", "D.Lee "], ["Example.ORG", "mail.example.com", "test.NET"]
    return ([f"{rng.choice(names)}{rng.randrange(100)}@{rng.choice(hosts)} " for _ in range(SIZES[size])],)


BAD_INPUTS = [(5,)]
