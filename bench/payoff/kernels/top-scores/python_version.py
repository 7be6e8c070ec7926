def run(scores: list[float], count: int) -> list[float]:
    if count < 1:
        raise ValueError("how many?")
    best: list[float] = []
    for score in scores:
        if len(best) < count or score > best[-1]:
            place = len(best)
            while place > 0 and best[place - 1] < score:
                place -= 1
            best.insert(place, score)
            if len(best) > count:
                best.pop()
    return best
