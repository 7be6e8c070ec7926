FULL = 0xFFFF_FFFF_FFFF_FFFF
NOT_LEFT = 0xFEFE_FEFE_FEFE_FEFE
NOT_RIGHT = 0x7F7F_7F7F_7F7F_7F7F
DIRECTIONS = [
    (1, NOT_LEFT),
    (-1, NOT_RIGHT),
    (8, FULL),
    (-8, FULL),
    (9, NOT_LEFT),
    (-9, NOT_RIGHT),
    (7, NOT_RIGHT),
    (-7, NOT_LEFT),
]


def shift(board: int, step: int, mask: int) -> int:
    if step > 0:
        return (board << step) & mask & FULL
    return (board >> -step) & mask


def legal_moves(own: int, other: int) -> int:
    empty = ~(own | other) & FULL
    moves = 0
    for step, mask in DIRECTIONS:
        line = shift(own, step, mask) & other
        for _ in range(5):
            line |= shift(line, step, mask) & other
        moves |= shift(line, step, mask) & empty
    return moves


def flipped(own: int, other: int, move: int) -> int:
    result = 0
    for step, mask in DIRECTIONS:
        line = 0
        place = shift(move, step, mask)
        while place & other:
            line |= place
            place = shift(place, step, mask)
        if place & own:
            result |= line
    return result


def count(own: int, other: int, depth: int) -> int:
    if depth == 0:
        return 1
    moves = legal_moves(own, other)
    if not moves:
        return count(other, own, depth - 1) if legal_moves(other, own) else 1
    total = 0
    while moves:
        move = moves & -moves
        moves ^= move
        change = flipped(own, other, move)
        total += count(other ^ change, own | move | change, depth - 1)
    return total


def run(own: int, other: int, depth: int) -> int:
    if own & other:
        raise ValueError("a field with two owners")
    return count(own, other, depth)
