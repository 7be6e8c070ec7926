def run(values: list[int]) -> int:
    if not values:
        raise ValueError("no values")
    longest = [1] * len(values)
    for i in range(len(values)):
        for j in range(i):
            if values[j] < values[i] and longest[j] + 1 > longest[i]:
                longest[i] = longest[j] + 1
    return max(longest)
