import numpy as np
from numba import int64, njit, uint64

STEPS = np.array([1, -1, 8, -8, 9, -9, 7, -7])
MASKS = np.array(
    [
        0xFEFE_FEFE_FEFE_FEFE,
        0x7F7F_7F7F_7F7F_7F7F,
        0xFFFF_FFFF_FFFF_FFFF,
        0xFFFF_FFFF_FFFF_FFFF,
        0xFEFE_FEFE_FEFE_FEFE,
        0x7F7F_7F7F_7F7F_7F7F,
        0x7F7F_7F7F_7F7F_7F7F,
        0xFEFE_FEFE_FEFE_FEFE,
    ],
    dtype=np.uint64,
)


@njit(uint64(uint64, int64))
def shift(board, direction):
    step = STEPS[direction]
    if step > 0:
        return (board << uint64(step)) & MASKS[direction]
    return (board >> uint64(-step)) & MASKS[direction]


@njit(uint64(uint64, uint64))
def legal_moves(own, other):
    empty = ~(own | other)
    moves = uint64(0)
    for direction in range(8):
        line = shift(own, direction) & other
        for _ in range(5):
            line |= shift(line, direction) & other
        moves |= shift(line, direction) & empty
    return moves


@njit(uint64(uint64, uint64, uint64))
def flipped(own, other, move):
    result = uint64(0)
    for direction in range(8):
        line = uint64(0)
        place = shift(move, direction)
        while place & other:
            line |= place
            place = shift(place, direction)
        if place & own:
            result |= line
    return result


@njit(int64(uint64, uint64, int64))
def count(own, other, depth):
    if depth == 0:
        return 1
    moves = legal_moves(own, other)
    if moves == uint64(0):
        return count(other, own, depth - 1) if legal_moves(other, own) != uint64(0) else 1
    total = 0
    while moves:
        move = moves & (~moves + uint64(1))
        moves ^= move
        change = flipped(own, other, move)
        total += count(other ^ change, own | move | change, depth - 1)
    return total


def run(own: int, other: int, depth: int) -> int:
    if own & other:
        raise ValueError("a field with two owners")
    return count(own, other, depth)
