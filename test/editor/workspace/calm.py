"""Nothing here takes any time."""

GREETING = "hello"


def greet(name):
    return f"{GREETING}, {name}"
