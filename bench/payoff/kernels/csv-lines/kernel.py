"""CSV with quotes, read by hand: many small strings are the result."""

KIND = "strings"
SIZES = {"small": 15, "medium": 600, "large": 20_000}


def make_input(size, rng):
    def line(number):
        comment = rng.choice(["plain", '"with, comma"', '"a ""quoted"" word"'])
        return f"{number},customer {rng.randrange(100)},{comment},{rng.uniform(1, 500):.2f}"

    return ("\n".join(line(number) for number in range(SIZES[size])),)


BAD_INPUTS = [('1,"never closed',)]
